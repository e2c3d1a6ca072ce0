import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { searchKeys, type SearchKeys } from '#shared/match/pinyin.ts';

/** What the reference sorts and groups by. */
export interface LedgerColumns {
  revenueFen: number;
  lastPurchaseDay: number;
  value: string;
  lifecycle: string;
}

export type SortableColumn = 'reading' | 'revenueFen' | 'lastPurchaseDay';
export type ClassColumn = 'value' | 'lifecycle';

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
        id INTEGER PRIMARY KEY, name TEXT, phone TEXT, reading TEXT, revenueFen INTEGER, lastPurchaseDay INTEGER, value TEXT, lifecycle TEXT, doc TEXT
      );
      CREATE VIRTUAL TABLE search USING fts5 (doc, content='customer', content_rowid='id', tokenize='trigram');
      BEGIN;
    `);
    const insert = this.#database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    let id = 0;
    for (const { dossier, columns } of customers) {
      const keys = searchKeys(dossier.customer.name, dossier.customer.reading);
      const { revenueFen, lastPurchaseDay, value, lifecycle } = columns;
      insert.run(
        ++id,
        dossier.customer.name,
        dossier.customer.phones[0]?.raw ?? '',
        keys.reading,
        revenueFen,
        lastPurchaseDay,
        value,
        lifecycle,
        docOf(dossier, keys),
      );
    }
    this.#database.exec(`COMMIT; INSERT INTO search (search) VALUES ('rebuild');`);
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
  group(column: ClassColumn): number {
    const sql = `SELECT ${column}, count(*), sum(revenueFen) FROM customer GROUP BY ${column}`;
    return this.#database.prepare(sql).all().length;
  }

  filter(column: ClassColumn, value: string): number {
    const sql = `SELECT ${shown} FROM customer WHERE ${column} = ? ORDER BY reading LIMIT ${page}`;
    return this.#database.prepare(sql).all(value).length;
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
