import { customerOf, type ContentEntry } from '#shared/archive/content.ts';
import type { UnpackedEntry } from '#shared/archive/unpack-content.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isDossierTable, type CatalogueTable } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Catalogue } from './catalogue.ts';
import { DossierFile, type DossierRecord } from './dossier-file.ts';

/** Sorts a batch of a backup, which holds whole dossiers, into dossiers; catalogue records go to the catalogue. */
export function takeEntries(entries: readonly UnpackedEntry[], catalogue: Catalogue | null): DossierFile[] {
  const files = new Map<string, DossierFile>();
  for (const entry of entries) {
    const customerId = customerOf(entry);
    if (customerId === null) {
      if (entry.table === 'history') failWith('restore/damaged');
      catalogue?.set(entry.table as CatalogueTable, entry.record as never);
      continue;
    }
    let file = files.get(customerId);
    if (!file) {
      file = new DossierFile(customerId);
      files.set(customerId, file);
    }
    if (entry.table === 'history') file.addHistory(entry.record.entries);
    else if (isDossierTable(entry.table)) file.add(entry.table, entry.record as DossierRecord, entry.jsonUnits);
  }
  return [...files.values()];
}

/** One dossier as a backup holds it: the customer first, the field history last. */
export function entriesOf(file: DossierFile): ContentEntry[] {
  const entries = [...file.records()].map(({ table, record }) => ({ table, record }) as ContentEntry);
  const history = [...file.history()];
  if (history.length > 0) {
    entries.push({ table: 'history', record: { customerId: file.customerId as CustomerId, entries: history } });
  }
  return entries;
}
