import { customerOf } from '#shared/archive/content.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { MainPort } from '../../ports.ts';
import { applierOf } from '../apply-set.ts';
import { takeEntries } from '../rows/base-snapshot.ts';
import type { Catalogue } from '../rows/catalogue.ts';
import { DossierFile } from '../rows/dossier-file.ts';
import { openBaseSnapshot, readChangeSets } from '../journal/journal-reader.ts';

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
      const applyTo = applierOf(set);
      const byCustomer = Map.groupBy(set.changes, ({ customerId = '' }) => customerId);
      for (const change of byCustomer.get('') ?? []) catalogue?.apply(change);
      for (const customerId of customerIds) {
        const changes = byCustomer.get(customerId);
        if (!changes) continue;
        const file = files.get(customerId) ?? new DossierFile(customerId);
        applyTo(file, changes);
        // A dossier that was removed for good is there no more.
        if (file.isEmpty) files.delete(customerId);
        else files.set(customerId, file);
      }
    }
  }
  for (const id of customerIds) if (!files.has(id)) failWith('archive/damaged-record');
  return files;
}
