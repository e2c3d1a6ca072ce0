import * as z from 'zod';
import { certificateSchema } from '../erasure.ts';
import { erasedListSchema } from '../../archive/erased.ts';
import { instantSchema } from '../../domain/record.ts';
import { sha256Schema } from '../../domain/attachment/attachment.ts';
import { countsSchema, token, nothing, seq, areDifferent } from './terms.ts';

export const erasureChannels = {
  /** Whom the archive has forgotten for good, whether an erasure is still under way, and the proofs of earlier ones. */
  'erasure/status': {
    input: nothing,
    output: z.strictObject({
      erased: erasedListSchema,
      pending: z.strictObject({ begunAt: instantSchema, persons: z.int() }).nullable(),
      certificates: z.array(certificateSchema),
    }),
  },
  /** Puts customers on the list before anything is removed: from here on no restore brings them back. */
  'erasure/begin': {
    input: z.strictObject({
      customerIds: z.array(token).min(1).max(10_000).refine(areDifferent),
      /** The files of these customers, which go with them unless somebody else has them too; absent when they have none. */
      theirs: z.array(sha256Schema).min(1).max(10_000).refine(areDifferent).optional(),
    }),
    output: z.strictObject({ tombstones: z.array(z.string()) }),
  },
  /**
   * Removes them from journal and local snapshots, after a verified snapshot that holds everything up to `seq`, the change
   * set that removed them. `records` are what was removed per table.
   */
  'erasure/finish': {
    input: z.strictObject({ seq, records: countsSchema, keptSales: z.int().min(0) }),
    output: z.strictObject({ certificate: certificateSchema }),
  },
} as const;
