import { join } from 'node:path';
import type { Key } from '#shared/crypto/keys.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { Counts, Output } from '#shared/ipc/contract.ts';
import { assert } from '#shared/lib/assert.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Clock } from '../ports.ts';
import type { BaseSnapshot, JournalEntry } from './entry.ts';
import { readFrames, type Frame } from './read-frames.ts';
import { segmentHeaderBytes, segmentName } from './record-format.ts';
import { sealEntries } from './seal-entries.ts';
import type { SegmentWriter } from './segment-writer.ts';
import { advance, dropGroup, enterSegment, firstSeqOf, forgetSegment, placeFrame, type JournalState } from './state.ts';

export type JournalStatus = Omit<Output<'journal/status'>, 'totals' | 'snapshotDue'>;

export interface FrameInput {
  /** The head that the writer knows. */
  afterSeq: number;
  changeSetId: string;
  /** False when more frames of the same change set follow. */
  last: boolean;
  payload: Uint8Array;
  /** What the archive holds once the change set is complete. */
  counts: Counts;
}

/**
 * `restored`: the archive continues from another snapshot; begins a new generation and takes a sequence number of its
 * own, which becomes the snapshot's. `snapshot`: states a new base for rebuilding the present state.
 */
export type MarkerInput =
  | { cause: 'restored'; snapshot: Omit<BaseSnapshot, 'seq'> }
  | { cause: 'snapshot'; snapshot: BaseSnapshot };

export interface JournalOptions {
  files: FileSystem;
  clock: Clock;
  paths: Pick<ArchivePaths, 'journal' | 'keptAside'>;
  archiveId: string;
  /** Zero-filled by `close`. */
  key: Key<'journal'>;
  /** A segment longer than this is closed before the next change set. */
  segmentBytes?: number;
}

interface PendingFrame {
  input: FrameInput;
  resolve: (seq: number) => void;
  reject: (reason: unknown) => void;
}

const maxFramesPerRead = 4096;
const defaultSegmentBytes = 16 * 1024 * 1024;

/** The append-only journal of an open archive; see `openJournal`. Every method waits for the ones called before it. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #state: JournalState;
  readonly #writer: SegmentWriter;
  readonly #damage: JournalStatus['damage'];
  #isClosed = false;
  #pending: PendingFrame[] = [];
  readonly #inOrder = createOrder();

  constructor(
    options: JournalOptions,
    { state, writer, damage }: { state: JournalState; writer: SegmentWriter; damage: JournalStatus['damage'] },
  ) {
    this.#options = options;
    this.#state = state;
    this.#writer = writer;
    this.#damage = damage;
  }

  status(): JournalStatus {
    const { generation, headSeq, headAt, counts, snapshot } = this.#state;
    return {
      generation: generation ?? 1,
      headSeq,
      headAt: headSeq > 0 ? headAt : null,
      firstSeq: firstSeqOf(this.#state),
      counts,
      snapshot,
      damage: this.#damage,
      readOnlyReason: generation === null ? 'journal-lost' : null,
    };
  }

  /**
   * Resolves with the frame's sequence number once it is on the disk. Frames that arrive while the disk is busy share one
   * sync. A rejected frame left nothing behind, and the journal goes on.
   */
  append(input: FrameInput): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ input, resolve, reject });
      if (this.#pending.length === 1) this.#inOrder(() => this.#appendPending()).catch(reject);
    });
  }

  /** Frames of complete change sets from `fromSeq`, as many as fit into one message. */
  read(fromSeq: number): Promise<{ frames: Frame[]; nextSeq: number | null }> {
    return this.#inOrder(async () => {
      this.#requireOpen();
      const firstSeq = firstSeqOf(this.#state);
      if (fromSeq < firstSeq) failWith('journal/out-of-order');
      const { headSeq } = this.#state;
      const { files, paths, key, archiveId } = this.#options;
      const from = fromSeq - firstSeq;
      const wanted = this.#state.frames.slice(from, Math.min(from + maxFramesPerRead, headSeq + 1 - firstSeq));
      const frames = await readFrames({ files, dir: paths.journal, key, archiveId }, wanted);
      const nextSeq = (frames.at(-1)?.seq ?? headSeq) + 1;
      return { frames, nextSeq: nextSeq > headSeq ? null : nextSeq };
    });
  }

  /** States a new base snapshot, as the first record of a new segment. Resolves with the status after it. */
  appendMarker(input: MarkerInput): Promise<JournalStatus> {
    return this.#inOrder(async () => {
      this.#requireOpen();
      const at = this.#options.clock.now().toISOString();
      const { generation, snapshot, headSeq, counts } = this.#state;
      const marker = { type: 'marker', at } as const;
      this.#dropUnfinished();
      if (input.cause === 'restored') {
        // Whatever generation a lost journal was in, the seconds since 1970 are more.
        const next = generation === null ? Math.floor(Date.parse(at) / 1000) : generation + 1;
        const base = { ...input.snapshot, seq: headSeq + 1 };
        await this.#commit('in-new-segment', [
          { ...marker, cause: 'restored', generation: next, snapshot: base, counts: base.counts },
        ]);
      } else {
        const { seq } = input.snapshot;
        assert(seq <= headSeq && seq >= (snapshot?.seq ?? 0), 'a base lies between the last base and the head');
        await this.#commit('in-new-segment', [
          { ...marker, cause: 'snapshot', generation: this.#requireWritable(), snapshot: input.snapshot, counts },
        ]);
      }
      return this.status();
    });
  }

  /** Removes segments that hold nothing after `upToSeq`, which the base snapshot must cover. */
  compact(upToSeq: number): Promise<void> {
    return this.#inOrder(async () => {
      this.#requireOpen();
      assert(upToSeq <= (this.#state.snapshot?.seq ?? 0), 'only what a snapshot holds may leave the journal');
      const { files, paths } = this.#options;
      // Oldest first, so that a crash in between leaves no hole.
      for (const { segment, lastSeq } of this.#state.closedSegments) {
        if (lastSeq > upToSeq) break;
        await files.remove(join(paths.journal, segmentName(segment)));
        forgetSegment(this.#state, segment);
      }
      await files.syncDir(paths.journal);
    });
  }

  /** Waits for what is being written, then forgets the key. Everything after is refused with `keys/locked`. */
  close(): Promise<void> {
    return this.#inOrder(async () => {
      this.#isClosed = true;
      this.#options.key.fill(0);
      await this.#writer.close();
    });
  }

  async #appendPending(): Promise<void> {
    const batch = this.#pending.splice(0);
    try {
      this.#requireWritable();
      const accepted = this.#acceptInOrder(batch);
      if (accepted.length === 0) return;
      const at = this.#options.clock.now().toISOString();
      const seqs = await this.#commit(
        this.#isSegmentFull() ? 'in-new-segment' : 'at-tail',
        accepted.map(({ input: { changeSetId, last, payload, counts } }) => {
          return { type: 'frame', at, changeSetId, last, payload, counts };
        }),
      );
      for (const [index, frame] of accepted.entries()) frame.resolve(seqs[index] ?? 0);
    } catch (error) {
      // Those that were already refused stay refused.
      for (const frame of batch) frame.reject(error);
    }
  }

  /** Refuses the frames that do not follow what is there and each other. */
  #acceptInOrder(batch: readonly PendingFrame[]): PendingFrame[] {
    const { tail, headSeq, group } = this.#state;
    const draft = { seq: tail.seq, headSeq, openChangeSetId: group?.changeSetId ?? null };
    const accepted: PendingFrame[] = [];
    for (const frame of batch) {
      const { input } = frame;
      const place = placeFrame(draft, input);
      if (place === 'out-of-order' || (place === 'restarts' && accepted.length > 0)) {
        frame.reject(new AppFailure(appError('journal/out-of-order')));
        continue;
      }
      if (place === 'restarts') {
        this.#dropUnfinished();
        draft.seq = headSeq;
      }
      accepted.push(frame);
      draft.seq += 1;
      draft.openChangeSetId = input.last ? null : input.changeSetId;
      if (input.last) draft.headSeq = draft.seq;
    }
    return accepted;
  }

  /** Writes and syncs the entries, then moves the state past them: all or nothing. Returns their sequence numbers. */
  async #commit(where: 'at-tail' | 'in-new-segment', entries: readonly JournalEntry[]): Promise<number[]> {
    const { tail } = this.#state;
    const { key, archiveId } = this.#options;
    const nextSegment = tail.segment + 1;
    const start = where === 'at-tail' ? tail : { ...tail, segment: nextSegment, offset: segmentHeaderBytes };
    const { bytes, records } = sealEntries(key, archiveId, start, entries);
    if (where === 'at-tail') {
      await this.#writer.write(tail, bytes);
    } else {
      await this.#writer.startSegment(tail, bytes);
      enterSegment(this.#state, nextSegment, segmentHeaderBytes);
    }
    for (const { entry, sizeBytes, tag } of records) advance(this.#state, entry, sizeBytes, tag);
    return records.map(({ seq }) => seq);
  }

  #dropUnfinished(): void {
    if (!this.#state.group) return;
    dropGroup(this.#state);
    this.#writer.expectLeftovers();
  }

  #isSegmentFull(): boolean {
    const { segmentBytes = defaultSegmentBytes } = this.#options;
    return !this.#state.group && this.#state.tail.offset >= segmentBytes;
  }

  #requireOpen(): void {
    if (this.#isClosed) failWith('keys/locked');
  }

  #requireWritable(): number {
    this.#requireOpen();
    return this.#state.generation ?? failWith('archive/read-only', { reason: 'journal-lost' });
  }
}
