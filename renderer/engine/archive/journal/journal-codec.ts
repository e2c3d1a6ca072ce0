import * as z from 'zod';
import { inPieces, type ByteSource } from '#shared/archive/byte-reader.ts';
import { contentVersion } from '#shared/archive/content.ts';
import { gunzip, gzip } from '#shared/archive/gzip.ts';
import { decodeText, encodeText } from '#shared/archive/text.ts';
import type { Change, ChangeSet } from '#shared/changes/change-set.ts';
import { reasons } from '#shared/changes/reasons.ts';
import { shareEqualValues } from '#shared/changes/record-content.ts';
import { instantSchema } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { upgradeChange } from '../rows/upgrade-content.ts';
import { Pace } from '../work-queue.ts';

/*
 * A change set in the journal: one byte that says how the rest is packed, then lines of JSON, the first about the set,
 * one for each change. A large one is cut into frames; the cuts mean nothing.
 */

export const maxFrameBytes = 4 * 1024 * 1024;
const packedPlain = 0;
const packedGzip = 1;
/** Below this, compressing costs more time than it saves room. */
const gzipFromUnits = 8 * 1024;
/** JSON is handed on in pieces of about this size, so that no string grows with the change set. */
const pieceUnits = 1024 * 1024;

const headSchema = z.strictObject({
  content: z.int().min(1),
  id: z.string().min(1).max(64),
  at: instantSchema,
  reason: z.enum(reasons),
  target: z.string().max(64).optional(),
  changes: z.int().min(0),
});

/** The change set as frames, the last one known only when it comes. */
export async function* encodeChangeSet(
  set: ChangeSet,
): AsyncGenerator<{ payload: Uint8Array<ArrayBuffer>; last: boolean }> {
  const pieces = piecesOf(set);
  const first = pieces.next();
  if (!first.done && first.value.length < gzipFromUnits && pieces.next().done) {
    yield { payload: concatBytes([Uint8Array.of(packedPlain), encodeText(first.value)]), last: true };
    return;
  }
  let held: Uint8Array<ArrayBuffer> | null = null;
  for await (const payload of inPieces(packed(set), maxFrameBytes)) {
    if (held) yield { payload: held, last: false };
    held = payload;
  }
  if (held) yield { payload: held, last: true };
}

async function* packed(set: ChangeSet): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(packedGzip);
  const pace = new Pace();
  yield* gzip(encoded(piecesOf(set)), () => pace.step());
}

async function* encoded(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield encodeText(piece);
}

function* piecesOf(set: ChangeSet): Generator<string, undefined> {
  const { id, at, reason, target, changes } = set;
  const head: z.input<typeof headSchema> = { content: contentVersion, id, at, reason, target, changes: changes.length };
  let piece = `${JSON.stringify(head)}\n`;
  for (const change of changes) {
    piece += `${JSON.stringify(change)}\n`;
    if (piece.length < pieceUnits) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/**
 * Puts the frames of one change set together again and brings its records to the present content version. The frames were
 * authenticated by the journal and validated before they were written; a wrong shape is `journal/damaged`.
 */
export async function decodeChangeSet(frames: readonly Uint8Array[], seq: number): Promise<ChangeSet> {
  try {
    return await decode(frames);
  } catch (error) {
    if (error instanceof NewerContent) return failWith('archive/newer-version', { version: error.version });
    return failWith('journal/damaged', { seq });
  }
}

class NewerContent extends Error {
  readonly version: number;
  constructor(version: number) {
    super('newer content');
    this.version = version;
  }
}

async function decode(frames: readonly Uint8Array[]): Promise<ChangeSet> {
  const [first, ...rest] = frames;
  if (!first) throw new Error('no frames');
  const body = [first.subarray(1), ...rest];
  const lines = linesOf(first[0] === packedGzip ? gunzip(iterate(body)) : iterate(body));
  const headLine = await lines.next();
  const head: unknown = JSON.parse(headLine.value ?? '');
  const { content } = z.looseObject({ content: z.int().min(1) }).parse(head);
  if (content > contentVersion) throw new NewerContent(content);
  const { changes: count, content: _, ...set } = headSchema.parse(head);
  const changes: Change[] = [];
  for await (const line of lines) {
    const change = upgradeChange(JSON.parse(line) as Change, content);
    if (change.before && change.after) shareEqualValues(change.before, change.after);
    changes.push(change);
  }
  if (changes.length !== count) throw new Error('changes are missing');
  return { ...set, changes };
}

async function* iterate(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function* linesOf(source: ByteSource): AsyncGenerator<string, undefined> {
  const lineFeed = 0x0a;
  let rest: Uint8Array[] = [];
  for await (const piece of source) {
    let start = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, start)) {
      yield decodeText(concatBytes([...rest, piece.subarray(start, end)]));
      rest = [];
      start = end + 1;
    }
    if (start < piece.length) rest.push(piece.slice(start));
  }
  if (rest.length > 0) throw new Error('the last line has no end');
}
