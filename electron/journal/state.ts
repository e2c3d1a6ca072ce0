import type { Counts } from '#shared/ipc/contract.ts';
import type { BaseSnapshot, JournalEntry } from './entry.ts';

/** The end of the journal: where the next record goes and what it must name. */
export interface Tail {
  segment: number;
  offset: number;
  seq: number;
  tag: Uint8Array;
}

/** Where a frame lies. */
export interface FrameRef {
  seq: number;
  segment: number;
  offset: number;
  sizeBytes: number;
}

/** Everything the journal knows, made by reading its own sealed records in order and from nothing else. */
export interface JournalState {
  /** `null` until a marker was read: then nothing says which archive state the frames continue. */
  generation: number | null;
  snapshot: BaseSnapshot | null;
  /** Last frame of the last complete change set. */
  headSeq: number;
  /** When it was written. */
  headAt: string | null;
  counts: Counts;
  /** Frames of this generation, without gaps. Those above `headSeq` belong to an unfinished change set. */
  frames: FrameRef[];
  tail: Tail;
  /** The unfinished change set, and where it began. */
  group: { changeSetId: string; start: Tail } | null;
  /** Segments before the one of the tail, oldest first. */
  closedSegments: { segment: number; lastSeq: number }[];
}

export function emptyState(segment: number, tag: Uint8Array): JournalState {
  const tail = { segment, offset: 0, seq: 0, tag };
  return {
    generation: null,
    snapshot: null,
    headSeq: 0,
    headAt: null,
    counts: {},
    frames: [],
    tail,
    group: null,
    closedSegments: [],
  };
}

/** The sequence number that an entry gets after `seq`. Frames and restores count; other markers only state. */
export function seqAfter(seq: number, entry: JournalEntry): number {
  if (entry.type === 'marker' && entry.cause !== 'restored') return seq;
  return seq + 1;
}

/** Whether the entry may stand at this point. */
export function canFollow(state: JournalState, entry: JournalEntry): boolean {
  if (entry.type === 'frame') return state.group === null || state.group.changeSetId === entry.changeSetId;
  if (state.group) return false;
  switch (entry.cause) {
    case 'created':
      return state.generation === null && state.tail.seq === 0;
    case 'snapshot':
      return state.generation === null || entry.generation === state.generation;
    case 'restored':
      return state.generation === null || entry.generation > state.generation;
  }
}

export type Placement = 'begins' | 'continues' | 'restarts' | 'out-of-order';

/** How a frame that the writer puts after `afterSeq` stands to what is there. */
export function placeFrame(
  { seq, headSeq, openChangeSetId }: { seq: number; headSeq: number; openChangeSetId: string | null },
  frame: { afterSeq: number; changeSetId: string },
): Placement {
  if (openChangeSetId === null) return frame.afterSeq === seq ? 'begins' : 'out-of-order';
  if (frame.afterSeq === seq && frame.changeSetId === openChangeSetId) return 'continues';
  // The writer was restarted in the middle of a change set and knows nothing of the part that is here.
  return frame.afterSeq === headSeq ? 'restarts' : 'out-of-order';
}

/** The next record goes into a new segment. */
export function enterSegment(state: JournalState, segment: number, offset: number): void {
  const { tail } = state;
  if (tail.offset > 0) state.closedSegments.push({ segment: tail.segment, lastSeq: tail.seq });
  state.tail = { ...tail, segment, offset };
}

/** Forgets segments that were removed. */
export function forgetSegment(state: JournalState, segment: number): void {
  state.closedSegments = state.closedSegments.filter((closed) => closed.segment !== segment);
  state.frames = state.frames.filter((frame) => frame.segment !== segment);
}

/** Moves the state past an entry whose record lies at the tail and is `sizeBytes` long. */
export function advance(state: JournalState, entry: JournalEntry, sizeBytes: number, tag: Uint8Array): void {
  const { tail } = state;
  const seq = seqAfter(tail.seq, entry);
  state.tail = { segment: tail.segment, offset: tail.offset + sizeBytes, seq, tag };
  if (entry.type === 'frame') {
    state.frames.push({ seq, segment: tail.segment, offset: tail.offset, sizeBytes });
    state.group = entry.last ? null : (state.group ?? { changeSetId: entry.changeSetId, start: tail });
    if (!entry.last) return;
  } else {
    state.generation = entry.generation;
    state.snapshot = entry.snapshot;
    // What came before a restore is no part of the state that follows it.
    if (entry.cause === 'restored') state.frames = [];
  }
  // Markers that only state what is true are not what the archive was changed by.
  if (seq > state.headSeq || state.headAt === null) state.headAt = entry.at;
  state.headSeq = seq;
  state.counts = entry.counts;
}

/** Forgets the unfinished change set. */
export function dropGroup(state: JournalState): void {
  if (!state.group) return;
  state.tail = state.group.start;
  state.group = null;
  while ((state.frames.at(-1)?.seq ?? 0) > state.headSeq) state.frames.pop();
}

/** First frame that can be read; one past the head when there is none. */
export function firstSeqOf(state: JournalState): number {
  return state.frames[0]?.seq ?? state.headSeq + 1;
}

/** A rebuild needs every frame after the base; false when the beginning of the journal is missing. */
export function canRebuild(state: JournalState): boolean {
  return state.generation !== null && firstSeqOf(state) <= (state.snapshot?.seq ?? 0) + 1;
}
