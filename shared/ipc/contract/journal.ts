import * as z from 'zod';
import { instantSchema } from '../../domain/record.ts';
import { countsSchema, bytes, token, nothing, seq } from './terms.ts';

/** What all sealed rows of one table of the database amount to. A row's tag is the end of its seal. */
export const rowTotalsSchema = z.strictObject({
  rows: z.int().min(0),
  /** Sum of the last eight bytes of every tag, modulo 2^64, as hexadecimal digits. */
  tagSum: z.string().regex(/^[0-9a-f]{16}$/),
  /** The newest change set that wrote to the table. */
  lastSeq: seq,
});
export type RowTotals = z.infer<typeof rowTotalsSchema>;

export const storeTotalsSchema = z.strictObject({
  dossiers: rowTotalsSchema,
  catalogue: rowTotalsSchema,
  audit: rowTotalsSchema,
});
export type StoreTotals = z.infer<typeof storeTotalsSchema>;

export const journalChannels = {
  'journal/status': {
    input: nothing,
    output: z.strictObject({
      generation: z.int().min(1),
      /** Sequence number of the last frame of the last complete change set; 0 when nothing was ever written. */
      headSeq: seq,
      /** When that frame was written; `null` when nothing ever was. */
      headAt: instantSchema.nullable(),
      /** First frame still in the journal. */
      firstSeq: seq,
      /** What the writer said the archive held after `headSeq`. */
      counts: countsSchema,
      /** The snapshot from which a rebuild starts, if there is one; it holds everything up to `seq`. */
      snapshot: z.strictObject({ name: z.string(), seq, counts: countsSchema }).nullable(),
      /** Damage found when the journal was opened; the bytes after it were kept aside. */
      damage: z.strictObject({ lastGoodSeq: seq, keptBytes: z.int() }).nullable(),
      readOnlyReason: z.string().nullable(),
      /** What the database's rows amounted to when the window last said so; `null` when that was never or is unreadable. */
      totals: z.strictObject({ generation: z.int().min(1), seq, tables: storeTotalsSchema }).nullable(),
      /** Kebu was exchanged since its last local snapshot: one is due before anything is written. */
      snapshotDue: z.boolean(),
    }),
  },
  /**
   * Asks for a place and puts the journal there as it lies on the disk, sealed, with what was cut off from it. Reads nothing of
   * it, so that it works for a damaged and for a closed archive. `null` when the user thought better of it.
   */
  'journal/save-copy': { input: nothing, output: z.strictObject({ savedAs: z.string().nullable() }) },
  /** Keeps outside the database what its rows amount to, so that a row which comes back altered is noticed. */
  'journal/keep-totals': {
    input: z.strictObject({ generation: z.int().min(1), seq, tables: storeTotalsSchema }),
    output: nothing,
  },
  /**
   * Appends one frame: a change set, or a part of a large one. Acknowledged after fdatasync.
   * `afterSeq` is the head that the writer knows; anything else is refused.
   */
  'journal/append': {
    input: z.strictObject({
      afterSeq: seq,
      changeSetId: token,
      last: z.boolean(),
      payload: bytes,
      counts: countsSchema,
    }),
    output: z.strictObject({ seq }),
  },
  /** Frames from `fromSeq`, as many as fit into one message. */
  'journal/read': {
    input: z.strictObject({ fromSeq: seq }),
    output: z.strictObject({
      frames: z.array(
        z.strictObject({ seq, changeSetId: token, last: z.boolean(), payload: z.instanceof(Uint8Array) }),
      ),
      nextSeq: seq.nullable(),
    }),
  },
} as const;
