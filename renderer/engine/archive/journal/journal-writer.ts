import type { ChangeSet } from '#shared/changes/change-set.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { MainPort } from '../../ports.ts';
import { encodeChangeSet } from './journal-codec.ts';
import type { JournaledSet } from './journal-reader.ts';

/**
 * Hands a change set to the journal, frame by frame; each is on the disk before the next one leaves.
 * `counts` is what the archive holds with the set. When it throws, the set is not part of the journal.
 */
export async function appendToJournal(
  main: MainPort,
  set: ChangeSet,
  headSeq: number,
  counts: Counts,
): Promise<JournaledSet> {
  let afterSeq = headSeq;
  let firstSeq = 0;
  for await (const { payload, last } of encodeChangeSet(set)) {
    const { seq } = await main.call('journal/append', { afterSeq, changeSetId: set.id, last, payload, counts });
    firstSeq ||= seq;
    afterSeq = seq;
  }
  return { set, firstSeq, seq: afterSeq };
}
