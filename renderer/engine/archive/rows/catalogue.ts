import type { Change } from '#shared/changes/change-set.ts';
import { catalogueTables, type CatalogueTable, type RecordOf } from '#shared/domain/tables.ts';
import type { CatalogueKey, CatalogueRow } from '../../../db/tables.ts';
import { upgradeOne } from './upgrade-content.ts';
import type { Vault } from './vault.ts';

type CatalogueRecord = RecordOf<CatalogueTable>;

/** The records that belong to the archive as a whole. They are few, so all of them are kept open. */
export class Catalogue {
  readonly #tables = new Map<CatalogueTable, Map<string, CatalogueRecord>>(
    catalogueTables.map((table) => [table, new Map<string, CatalogueRecord>()]),
  );

  find(table: CatalogueTable, id: string): CatalogueRecord | null {
    return this.#records(table).get(id) ?? null;
  }

  /** Records outside the bin. */
  list<T extends CatalogueTable>(table: T): RecordOf<T>[] {
    return [...this.#records(table).values()].filter((record) => !record.deletedAt) as RecordOf<T>[];
  }

  /** Records of a table, those in the bin too. */
  kept<T extends CatalogueTable>(table: T): Iterable<RecordOf<T>> {
    return this.#records(table).values() as Iterable<RecordOf<T>>;
  }

  *all(): Generator<{ table: CatalogueTable; record: CatalogueRecord }> {
    for (const [table, records] of this.#tables) for (const record of records.values()) yield { table, record };
  }

  set(table: CatalogueTable, record: CatalogueRecord): void {
    this.#records(table).set(record.id, record);
  }

  /** Doing it twice is doing it once, as with dossiers. */
  apply(change: Change): void {
    const records = this.#records(change.table as CatalogueTable);
    const current = records.get(change.id);
    if (change.after === null) {
      if (!current || !change.before || current.version <= change.before.version) records.delete(change.id);
    } else if (!current || current.version < change.after.version) {
      records.set(change.id, change.after as CatalogueRecord);
    }
  }

  clear(): void {
    for (const records of this.#tables.values()) records.clear();
  }

  #records(table: CatalogueTable): Map<string, CatalogueRecord> {
    const records = this.#tables.get(table);
    if (!records) throw new Error(`Broken invariant: ${table} is no catalogue table`);
    return records;
  }
}

export function sealCatalogueRecord(
  vault: Vault,
  table: CatalogueTable,
  record: CatalogueRecord,
  v: number,
): CatalogueRow {
  return { table, id: record.id, ...vault.seal('catalogue', catalogueRowId(table, record.id), v, record) };
}

/** Fills the catalogue from its rows, which are of content version `from`. Returns the keys of rows that are damaged. */
export function openCatalogue(
  catalogue: Catalogue,
  vault: Vault,
  rows: readonly CatalogueRow[],
  from: number,
): CatalogueKey[] {
  const damaged: CatalogueKey[] = [];
  for (const row of rows) {
    const opened = vault.open('catalogue', catalogueRowId(row.table, row.id), row);
    const table = row.table as CatalogueTable;
    if (opened.ok) catalogue.set(table, upgradeOne(table, opened.value as CatalogueRecord, from));
    else damaged.push([row.table, row.id]);
  }
  return damaged;
}

export function catalogueRowId(table: string, id: string): string {
  return `${table}/${id}`;
}
