import { beforeEach, expect, it } from 'vitest';
import { rebaseJournal } from '../../../electron/backup/rebase-journal.ts';
import { localFolderId } from '../../../electron/backup/targets.ts';
import type { VerifiedBackup } from '../../../electron/backup/verified-backups.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { aFrame, aJournal } from '../../helpers/journal.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

let journal: Journal;

/** Every change in a segment of its own, so that each can be let go. */
beforeEach(async () => {
  journal = await aJournal(aTempDir(), { segmentBytes: 1 });
  for (let seq = 0; seq < 6; seq += 1) await journal.append(aFrame(seq));
});

/** A snapshot of everything up to a change, made so many days after the first. */
function snapshotOf(seq: number, day: number, change: Partial<VerifiedBackup> = {}): VerifiedBackup {
  const createdAt = new Date(Date.UTC(2026, 2, 1 + day)).toISOString();
  const about = { folderId: localFolderId, name: `${seq}.kebu`, sizeBytes: 1, generation: 1, counts: {} };
  return { ...about, seq, createdAt, verifiedAt: createdAt, proof: 'decrypted', ...change };
}

it('makes each snapshot the base and forgets nothing of the last month', async () => {
  const first = snapshotOf(2, 0);
  await rebaseJournal({ journal }, first, [first]);
  const second = snapshotOf(4, 29);
  await rebaseJournal({ journal }, second, [first, second]);
  expect(journal.status()).toMatchObject({ snapshot: { name: '4.kebu', seq: 4 }, firstSeq: 1 });
});

it('forgets what is older and lies in a snapshot, but never what the base before would need', async () => {
  const known = [snapshotOf(2, 0), snapshotOf(3, 1)];
  await rebaseJournal({ journal }, snapshotOf(2, 0), known);
  await rebaseJournal({ journal }, snapshotOf(5, 40), known);
  expect(journal.status()).toMatchObject({ snapshot: { seq: 5 }, firstSeq: 3 });
});

it.each([
  ['lies elsewhere', snapshotOf(2, 0, { folderId: 'stick' })],
  ['is of the time before a restore', snapshotOf(2, 0, { generation: 0 })],
])('forgets nothing for a backup that %s', async (_why, other) => {
  await rebaseJournal({ journal }, snapshotOf(3, 38), []);
  await rebaseJournal({ journal }, snapshotOf(5, 40), [other]);
  expect(journal.status()).toMatchObject({ snapshot: { seq: 5 }, firstSeq: 1 });
});

it.each([
  ['is of another generation', snapshotOf(4, 2, { generation: 2 })],
  ['is of an earlier moment', snapshotOf(2, 2)],
  ['holds more than there is', snapshotOf(9, 2)],
])('leaves the base where a snapshot %s', async (_why, snapshot) => {
  await rebaseJournal({ journal }, snapshotOf(3, 0), []);
  await rebaseJournal({ journal }, snapshot, []);
  expect(journal.status().snapshot).toMatchObject({ name: '3.kebu', seq: 3 });
});
