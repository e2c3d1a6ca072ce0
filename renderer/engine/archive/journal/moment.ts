import type { ContentEntry } from '#shared/archive/content.ts';
import type { UnpackedEntry } from '#shared/archive/unpack-content.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { systemReasons, type Change, type ChangeSet } from '#shared/changes/change-set.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Counts, Output } from '#shared/ipc/contract.ts';
import type { Moment } from '../../api.ts';
import type { MainPort } from '../../ports.ts';
import { countDeltas } from '../archive-writer.ts';
import type { AuditEntry } from '../rows/audit.ts';
import { entriesOf, takeEntries } from '../rows/base-snapshot.ts';
import { addCounts } from '../rows/cabinet.ts';
import { Catalogue } from '../rows/catalogue.ts';
import { DossierFile } from '../rows/dossier-file.ts';
import { openBaseSnapshot, readChangeSets } from './journal-reader.ts';

/** The archive as it was: everything up to the frame `seq`. */
export interface ArchiveThen {
  seq: number;
  counts: Counts;
  groups: AsyncGenerator<readonly ContentEntry[]>;
}

type Snapshots = Output<'snapshot/list'>['snapshots'];

/**
 * The last change set not after a moment. `audit` comes newest first. Throws `restore/moment-gone` when neither a change
 * nor a snapshot that early is known.
 */
export async function seqOfMoment(
  moment: Moment,
  audit: AsyncIterable<AuditEntry>,
  snapshots: Snapshots,
): Promise<number> {
  if ('seq' in moment) return moment.seq;
  for await (const { at, seq } of audit) if (at <= moment.at) return seq;
  return snapshots.findLast(({ createdAt }) => createdAt <= moment.at)?.seq ?? failWith('restore/moment-gone');
}

/**
 * Puts the archive together as it was at `seq`: the newest snapshot before it, and what the journal says came between.
 * Throws `restore/moment-gone` when no snapshot is early enough.
 */
export async function archiveThen(main: MainPort, seq: number, snapshots: Snapshots): Promise<ArchiveThen> {
  const { firstSeq } = await main.call('journal/status', {});
  const base = snapshots.findLast((each) => each.seq <= seq);
  // A journal that still has its first frame needs no snapshot to begin with.
  if (!base && firstSeq > 1) failWith('restore/moment-gone');
  const opened = base ? await openBaseSnapshot(main, { upToSeq: seq }) : null;
  let counts: Counts = opened?.counts ?? {};
  const later: { changes: Change[]; set: ChangeSet }[] = [];
  for await (const { set } of readChangeSets(main, (opened?.seq ?? 0) + 1, seq)) {
    later.push({ changes: set.changes, set });
    counts = addCounts(counts, countDeltas(set.changes));
  }
  return { seq, counts, groups: groupsThen(opened?.batches ?? null, later) };
}

async function* groupsThen(
  batches: AsyncIterable<{ entries: UnpackedEntry[] }> | null,
  later: readonly { changes: readonly Change[]; set: ChangeSet }[],
): AsyncGenerator<readonly ContentEntry[]> {
  const catalogue = new Catalogue();
  const byCustomer = new Map<string, { change: Change; set: ChangeSet }[]>();
  for (const { changes, set } of later) {
    for (const change of changes) {
      const { customerId } = change;
      if (customerId === undefined) continue;
      const own = byCustomer.get(customerId);
      if (own) own.push({ change, set });
      else byCustomer.set(customerId, [{ change, set }]);
    }
  }
  for await (const { entries } of batches ?? []) {
    for (const file of takeEntries(entries, catalogue)) {
      const then = fileThen(file, byCustomer.get(file.customerId) ?? []);
      byCustomer.delete(file.customerId);
      if (!then.isEmpty) yield entriesOf(then);
    }
  }
  for (const [customerId, changes] of byCustomer) {
    const then = fileThen(new DossierFile(customerId), changes);
    if (!then.isEmpty) yield entriesOf(then);
  }
  for (const { changes } of later) {
    for (const change of changes) if (change.customerId === undefined) catalogue.apply(change);
  }
  yield [...catalogue.all()] as ContentEntry[];
}

function fileThen(file: DossierFile, changes: readonly { change: Change; set: ChangeSet }[]): DossierFile {
  let then = file;
  for (const { change, set } of changes) {
    then.apply(change, systemReasons.includes(set.reason) ? [] : historyOf(change, set));
    // A dossier that was removed and made again begins anew, without the old history.
    if (then.isEmpty) then = new DossierFile(file.customerId);
  }
  return then;
}
