import { join } from 'node:path';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { FileSystem } from '../files/file-system.ts';
import { writeNew } from '../files/write-atomically.ts';
import type { BaseSnapshot, JournalMarker } from './entry.ts';
import { Journal, type JournalOptions } from './journal.ts';
import { encodeSegmentHeader, noTag, segmentHeaderBytes, segmentName, segmentOf } from './record-format.ts';
import { keepDamageAside } from './repair.ts';
import { scanJournal } from './scan.ts';
import { sealEntries } from './seal-entries.ts';
import { SegmentWriter } from './segment-writer.ts';
import { canRebuild, dropGroup, emptyState } from './state.ts';

/** Where the journal begins of an archive that is made from a backup: with that backup as its base. */
export interface JournalStart {
  generation: number;
  /** The restore itself gets the next sequence number, which is the snapshot's. */
  afterSeq: number;
  snapshot: Omit<BaseSnapshot, 'seq'>;
}

/** Writes the first segment of a new archive. */
export async function createJournal(
  { files, clock, paths, archiveId, key }: JournalOptions,
  start: JournalStart | null = null,
): Promise<void> {
  const at = clock.now().toISOString();
  const marker = start ? restoredMarker(at, start) : createdMarker(at);
  const segment = 1;
  const tail = { ...emptyState(segment, noTag).tail, seq: start?.afterSeq ?? 0 };
  const { bytes } = sealEntries(key, archiveId, tail, [marker]);
  await files.makeDir(paths.journal);
  await writeNew(files, join(paths.journal, segmentName(segment)), concatBytes([encodeSegmentHeader(segment), bytes]));
  await files.syncDir(paths.journal);
}

function createdMarker(at: string): JournalMarker {
  return { type: 'marker', at, cause: 'created', generation: 1, snapshot: null, counts: {} };
}

function restoredMarker(at: string, { generation, afterSeq, snapshot }: JournalStart): JournalMarker {
  const base = { ...snapshot, seq: afterSeq + 1 };
  return { type: 'marker', at, cause: 'restored', generation, snapshot: base, counts: snapshot.counts };
}

/**
 * Reads and authenticates the whole journal, keeps damage aside, and is ready to append.
 * Rejects with Node's error when the disk cannot be read or the damage cannot be kept.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { files, clock, paths, key, archiveId } = options;
  await files.makeDir(paths.journal);
  await removeUnfinishedSegment(files, paths.journal);
  const scan = await scanJournal(files, paths.journal, key, archiveId);
  const keptBytes = await keepDamageAside(files, paths, scan, clock.now());
  const { state } = scan;
  const isUnfinished = state.group !== null;
  // Frames of a change set whose last one never arrived were not acknowledged as saved.
  dropGroup(state);
  const isDamaged = scan.badFrom !== null || !canRebuild(state);
  const hasSegment = state.tail.offset > 0;
  const file = hasSegment ? await files.open(join(paths.journal, segmentName(state.tail.segment)), 'write') : null;
  const writer = new SegmentWriter(files, paths.journal, file);
  if (isUnfinished) writer.expectLeftovers();
  return new Journal(options, {
    state,
    writer,
    damage: isDamaged ? { lastGoodSeq: state.headSeq, keptBytes } : null,
  });
}

/** A crash while a segment was being created leaves less than its header. */
async function removeUnfinishedSegment(files: FileSystem, dir: string): Promise<void> {
  const names = (await files.list(dir)).filter((name) => segmentOf(name) !== null).sort();
  const newest = names.at(-1);
  if (!newest) return;
  const found = await files.stat(join(dir, newest));
  if (found && found.sizeBytes < segmentHeaderBytes) await files.remove(join(dir, newest));
}
