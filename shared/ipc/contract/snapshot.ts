import * as z from 'zod';
import { instantSchema } from '../../domain/record.ts';
import { countsSchema, token, nothing, seq } from './terms.ts';

export const snapshotChannels = {
  /**
   * Reads the base snapshot as the gzip-compressed content tar, piece by piece; `chunk: null` at the end. With `upToSeq`
   * the newest snapshot that holds nothing after it, and from which the journal goes on. It is verified to its end before its
   * first byte is handed out, unless `isVoidable`: then whoever reads it takes nothing of it for true before its end.
   */
  'snapshot/open': {
    input: z.strictObject({ upToSeq: seq.optional(), isVoidable: z.boolean().optional() }),
    output: z.strictObject({ readId: token, sizeBytes: z.int(), seq, counts: countsSchema }),
  },
  'snapshot/read': {
    input: z.strictObject({ readId: token }),
    output: z.strictObject({ chunk: z.instanceof(Uint8Array).nullable() }),
  },
  'snapshot/close': { input: z.strictObject({ readId: token }), output: nothing },
  /** Snapshots from which the journal goes on to the present, oldest first. */
  'snapshot/list': {
    input: nothing,
    output: z.strictObject({ snapshots: z.array(z.strictObject({ seq, createdAt: instantSchema })) }),
  },
} as const;
