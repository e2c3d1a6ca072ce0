import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatAddress } from '#shared/match/format-address.ts';
import { searchKeys, type SearchKeys } from '#shared/match/pinyin.ts';

/** What the reference sorts and groups by. */
export interface LedgerColumns {
  revenueFen: number;
  lastPurchaseDay: number;
  value: string;
  lifecycle: string;
  purchases: readonly (readonly [day: number, fen: number])[];
  contactDays: readonly number[];
}

export type SortableColumn = 'reading' | 'revenueFen' | 'lastPurchaseDay' | 'industry';
export type GroupedColumn = 'value' | 'lifecycle' | 'industry' | 'phone';
export type LikeColumn = 'address' | 'phone' | 'doc';
/** What happened in a span of days, and how it is counted for each customer. */
export type Happening = 'purchase' | 'contact';

/** What a screen shows at once: so many rows, with what the list shows of each. */
const page = 30;
const shown = 'customer.id, name, phone, reading, revenueFen, lastPurchaseDay, value, lifecycle';

/**
 * The same customers in SQLite, in memory: what the list would be without Kebu's engine. FTS5 with trigrams answers three
 * characters and more, LIKE the shorter ones, which a trigram index cannot. Everything is asked in the order of the list.
 */
export class LedgerDatabase {
  readonly #database = new DatabaseSync(':memory:');
  readonly #byLike: StatementSync;
  readonly #byTrigram: StatementSync;

  constructor(customers: Iterable<{ dossier: Dossier; columns: LedgerColumns }>) {
    this.#database.exec(`
      CREATE TABLE customer (
        id INTEGER PRIMARY KEY, name TEXT, phone TEXT, reading TEXT, revenueFen INTEGER, lastPurchaseDay INTEGER, value TEXT, lifecycle TEXT,
        industry TEXT, address TEXT, doc TEXT
      );
      CREATE TABLE purchase (day INTEGER, customer INTEGER, amount INTEGER);
      CREATE TABLE contact (day INTEGER, customer INTEGER, amount INTEGER);
      CREATE VIRTUAL TABLE search USING fts5 (doc, content='customer', content_rowid='id', tokenize='trigram');
      BEGIN;
    `);
    const insert = this.#database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const insertPurchase = this.#database.prepare('INSERT INTO purchase VALUES (?, ?, ?)');
    const insertContact = this.#database.prepare('INSERT INTO contact VALUES (?, ?, 1)');
    let id = 0;
    for (const { dossier, columns } of customers) {
      const keys = searchKeys(dossier.customer.name, dossier.customer.reading);
      const { revenueFen, lastPurchaseDay, value, lifecycle, purchases, contactDays } = columns;
      id += 1;
      for (const [day, fen] of purchases) insertPurchase.run(day, id, fen);
      for (const day of contactDays) insertContact.run(day, id);
      insert.run(
        id,
        dossier.customer.name,
        dossier.customer.phones[0]?.raw ?? '',
        keys.reading,
        revenueFen,
        lastPurchaseDay,
        value,
        lifecycle,
        dossier.customer.industry ?? '',
        dossier.customer.addresses.map(formatAddress).join('\n'),
        docOf(dossier, keys),
      );
    }
    this.#database.exec(`
      COMMIT;
      INSERT INTO search (search) VALUES ('rebuild');
      CREATE INDEX purchaseByDay ON purchase (day, customer, amount);
      CREATE INDEX contactByDay ON contact (day, customer, amount);
    `);
    this.#byLike = this.#database.prepare(
      `SELECT ${shown} FROM customer WHERE doc LIKE ? ORDER BY reading LIMIT ${page}`,
    );
    this.#byTrigram = this.#database.prepare(
      `SELECT ${shown} FROM search JOIN customer ON customer.id = search.rowid WHERE search MATCH ? ORDER BY reading LIMIT ${page}`,
    );
  }

  search(text: string): number {
    const isShort = Array.from(text).length < 3;
    return (isShort ? this.#byLike.all(`%${text}%`) : this.#byTrigram.all(`"${text.replaceAll('"', '""')}"`)).length;
  }

  sort(column: SortableColumn, descending: boolean): number {
    const sql = `SELECT ${shown} FROM customer ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} LIMIT ${page}`;
    return this.#database.prepare(sql).all().length;
  }

  /** Classes with their counts and sums. */
  group(column: GroupedColumn): number {
    const sql = `SELECT ${column}, count(*), sum(revenueFen) FROM customer GROUP BY ${column}`;
    return this.#database.prepare(sql).all().length;
  }

  filter(column: GroupedColumn, value: string): number {
    const sql = `SELECT ${shown} FROM customer WHERE ${column} = ? ORDER BY reading LIMIT ${page}`;
    return this.#database.prepare(sql).all(value).length;
  }

  contains(column: LikeColumn, text: string): number {
    const sql = `SELECT ${shown} FROM customer WHERE ${column} LIKE ? ORDER BY reading LIMIT ${page}`;
    return this.#database.prepare(sql).all(`%${text}%`).length;
  }

  boughtBefore(day: number): number {
    const sql = `SELECT ${shown} FROM customer WHERE lastPurchaseDay <= ? ORDER BY reading LIMIT ${page}`;
    return this.#database.prepare(sql).all(day).length;
  }

  /** Customers with at least so much of it after a day. */
  sumSince(what: Happening, afterDay: number, least: number): number {
    const since = `SELECT customer FROM ${what} WHERE day > ? GROUP BY customer HAVING sum(amount) >= ?`;
    const sql = `SELECT ${shown} FROM customer WHERE id IN (${since}) ORDER BY reading LIMIT ${page}`;
    return this.#database.prepare(sql).all(afterDay, least).length;
  }

  close(): void {
    this.#database.close();
  }
}

/** Everything a customer can be found by, in one text. */
function docOf({ customer, contact, interaction, followUp }: Dossier, keys: SearchKeys): string {
  return [
    customer.name,
    ...keys.full,
    ...keys.initials,
    ...customer.phones.map(({ e164, raw }) => e164 ?? raw),
    ...contact.flatMap(({ name, phones }) => [name, ...phones.map(({ e164, raw }) => e164 ?? raw)]),
    ...customer.addresses.map(({ city, district, street }) => `${city ?? ''}${district ?? ''}${street ?? ''}`),
    customer.note ?? '',
    ...interaction.map(({ text }) => text),
    ...followUp.map(({ title }) => title),
  ].join('\n');
}
