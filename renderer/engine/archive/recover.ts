import { customerOf } from '#shared/archive/content.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { systemReasons } from '#shared/changes/change-set.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { MainPort } from '../ports.ts';
import { takeEntries } from './base-snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { DossierFile } from './dossier-file.ts';
import { openBaseSnapshot, readChangeSets } from './journal-reader.ts';

/**
 * Makes single dossiers, or the catalogue, anew from the base snapshot and the journal up to `seq`: what a damaged row in the
 * database held. Throws `archive/damaged-record` when they are not there either.
 */
export async function recoverRecords(
  main: MainPort,
  wanted: { customerIds: ReadonlySet<string>; catalogue: Catalogue | null },
  seq: number,
): Promise<Map<string, DossierFile>> {
  const { customerIds, catalogue } = wanted;
  const files = new Map<string, DossierFile>();
  const { snapshot, firstSeq } = await main.call('journal/status', {});
  const opened = snapshot && (await openBaseSnapshot(main));
  if (opened) {
    for await (const { entries } of opened.batches) {
      const own = entries.filter((entry) => {
        const customerId = customerOf(entry);
        return customerId === null ? catalogue !== null : customerIds.has(customerId);
      });
      for (const file of takeEntries(own, catalogue)) files.set(file.customerId, file);
    }
  }
  const base = opened?.seq ?? 0;
  if (firstSeq > base + 1) failWith('archive/damaged-record');
  if (seq > base) {
    for await (const { set } of readChangeSets(main, base + 1, seq)) {
      const quiet = systemReasons.includes(set.reason);
      for (const change of set.changes) {
        const { customerId } = change;
        if (customerId === undefined) catalogue?.apply(change);
        else if (customerIds.has(customerId)) {
          const file = files.get(customerId) ?? new DossierFile(customerId);
          files.set(customerId, file);
          file.apply(change, quiet ? [] : historyOf(change, set));
          // A dossier that was removed and made again begins anew, without the old history.
          if (file.isEmpty) files.delete(customerId);
        }
      }
    }
  }
  for (const id of customerIds) if (!files.has(id)) failWith('archive/damaged-record');
  return files;
}
