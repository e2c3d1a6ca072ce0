import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { searchKeys } from '#shared/match/pinyin.ts';

/** What the reference sorts and groups by: the columns that the customer list shows. */
export interface LedgerRow {
  revenueFen: number;
  lastPurchase: string;
  value: string;
  lifecycle: string;
}

/**
 * The same customers in SQLite, in memory: what a search without Kebu's engine would be. FTS5 with trigrams answers
 * three characters and more, LIKE the shorter ones, as SQLite's own documentation of the trigram tokenizer advises.
 */
export class LedgerDatabase {
  readonly #database = new DatabaseSync(':memory:');
  readonly #byLike: StatementSync;
  readonly #byTrigram: StatementSync;

  constructor(dossiers: Iterable<Dossier>, rowOf: (dossier: Dossier) => LedgerRow) {
    this.#database.exec(`
      CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, reading TEXT, revenue INTEGER, lastPurchase TEXT, value TEXT, lifecycle TEXT, doc TEXT);
      CREATE VIRTUAL TABLE search USING fts5 (doc, content='customer', content_rowid='id', tokenize='trigram', detail='full');
    `);
    const insert = this.#database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    let id = 0;
    this.#database.exec('BEGIN');
    for (const dossier of dossiers) {
      const keys = searchKeys(dossier.customer.name, dossier.customer.reading);
      const row = rowOf(dossier);
      insert.run(
        ++id,
        dossier.customer.name,
        keys.reading,
        row.revenueFen,
        row.lastPurchase,
        row.value,
        row.lifecycle,
        docOf(dossier, keys),
      );
    }
    this.#database.exec(`COMMIT; INSERT INTO search (search) VALUES ('rebuild');`);
    this.#byLike = this.#database.prepare('SELECT id FROM customer WHERE doc LIKE ? ORDER BY reading LIMIT 50');
    this.#byTrigram = this.#database.prepare(
      'SELECT c.id FROM search s JOIN customer c ON c.id = s.rowid WHERE search MATCH ? ORDER BY c.reading LIMIT 50',
    );
  }

  /** The first fifty in the order of the list. */
  search(text: string): number {
    const rows =
      Array.from(text).length < 3
        ? this.#byLike.all(`%${text}%`)
        : this.#byTrigram.all(`"${text.replaceAll('"', '""')}"`);
    return rows.length;
  }

  /** The ids of everybody in the order of a column, as a list that can be scrolled to any place. */
  sort(column: 'reading' | 'revenue' | 'lastPurchase'): number {
    return this.#database.prepare(`SELECT id FROM customer ORDER BY ${column} DESC`).all().length;
  }

  /** Classes with their counts and sums. */
  group(column: 'value' | 'lifecycle'): number {
    return this.#database.prepare(`SELECT ${column}, count(*), sum(revenue) FROM customer GROUP BY ${column}`).all()
      .length;
  }

  filter(column: 'value' | 'lifecycle', value: string): number {
    return this.#database.prepare(`SELECT id FROM customer WHERE ${column} = ? ORDER BY reading`).all(value).length;
  }

  close(): void {
    this.#database.close();
  }
}

/** Everything a customer can be found by, in one text. */
function docOf({ customer, contact, interaction, followUp }: Dossier, keys: ReturnType<typeof searchKeys>): string {
  return [
    customer.name,
    ...keys.full,
    ...keys.initials,
    customer.organization ?? '',
    ...customer.phones.map(({ e164, raw }) => e164 ?? raw),
    ...contact.flatMap(({ name, phones }) => [name, ...phones.map(({ e164, raw }) => e164 ?? raw)]),
    ...customer.addresses.map(({ city, district, street }) => `${city ?? ''}${district ?? ''}${street ?? ''}`),
    customer.note ?? '',
    ...interaction.map(({ text }) => text),
    ...followUp.map(({ title }) => title),
  ].join('\n');
}
