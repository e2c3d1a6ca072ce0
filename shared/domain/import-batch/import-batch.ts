import * as z from 'zod';
import { recordBase, text } from '../record.ts';

/** The receipt of an import: created + updated + skipped + failed = rows read. */
export const importBatchSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  fileName: text(255),
  sha256: z.string().length(64),
  sizeBytes: z.int(),
  encoding: text(40),
  kind: z.enum(['customers', 'contacts', 'orders', 'interactions', 'relations']),
  /** Column header → field. */
  mapping: z.record(text(200), text(60)),
  rowsRead: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
  failed: z.int(),
  /** Digests of rows that were found to be nobody's customer, by which they are known again (shared/comparison). */
  leftOut: z.array(z.string().length(16)).max(400_000).optional(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;
