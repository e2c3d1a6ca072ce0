import * as z from 'zod';
import { instantSchema } from '#shared/domain/record.ts';
import { countsSchema } from '#shared/ipc/contract.ts';
import { concatBytes } from '#shared/lib/bytes.ts';

const seq = z.int().min(0);

const frameSchema = z.strictObject({
  type: z.literal('frame'),
  at: instantSchema,
  changeSetId: z.string(),
  last: z.boolean(),
  counts: countsSchema,
});

/** The verified snapshot from which a rebuild starts. It holds everything up to `seq`. */
export const baseSnapshotSchema = z.strictObject({ name: z.string(), seq, counts: countsSchema });
export type BaseSnapshot = z.infer<typeof baseSnapshotSchema>;

/** States everything that is true at this point, so that older segments are not needed to know it. */
const markerSchema = z.strictObject({
  type: z.literal('marker'),
  at: instantSchema,
  cause: z.enum(['created', 'restored', 'snapshot']),
  generation: z.int().min(1),
  snapshot: baseSnapshotSchema.nullable(),
  counts: countsSchema,
});

const entrySchema = z.discriminatedUnion('type', [frameSchema, markerSchema]);
export type JournalMarker = z.infer<typeof markerSchema>;
export type JournalEntry = (z.infer<typeof frameSchema> & { payload: Uint8Array }) | JournalMarker;

/** length of the head u32 | head as JSON | payload */
export function encodeEntry(entry: JournalEntry): Uint8Array {
  const { payload, ...head } = entry.type === 'frame' ? entry : { ...entry, payload: new Uint8Array() };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  return concatBytes([length, json, payload]);
}

/** `null` for content that no version of Kebu writes into this format. */
export function decodeEntry(bytes: Uint8Array): JournalEntry | null {
  if (bytes.length < 4) return null;
  const headEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (headEnd > bytes.length) return null;
  const head = entrySchema.safeParse(parseJson(bytes.subarray(4, headEnd)));
  if (!head.success) return null;
  return head.data.type === 'frame' ? { ...head.data, payload: bytes.subarray(headEnd) } : head.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
