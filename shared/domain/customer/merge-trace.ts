import * as z from 'zod';
import { instantSchema } from '../record.ts';

const id = z.string().min(1).max(64);

/** A field as it was before and after; absent where the record did not have it. */
const fieldTraceSchema = z.strictObject({ before: z.unknown().optional(), after: z.unknown().optional() });

/** What a merge did to one record: where it lay, where it went, and which of its fields became what. */
export const recordTraceSchema = z.strictObject({
  table: z.string().min(1).max(40),
  id,
  /** In whose dossier it lay; absent for what belongs to the archive as a whole. */
  from: id.optional(),
  /** In whose dossier it lies since; absent for what stayed where it was. */
  to: id.optional(),
  fields: z.record(z.string().max(80), fieldTraceSchema).optional(),
});
export type RecordTrace = z.infer<typeof recordTraceSchema>;

/**
 * A merge in brief. It lies with the customer who was merged, so that taking the two apart does not depend on how far back the
 * journal goes.
 */
export const mergeTraceSchema = z.strictObject({
  at: instantSchema,
  records: z.array(recordTraceSchema),
});
