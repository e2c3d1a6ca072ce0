import * as z from 'zod';
import { dimensionSchema } from '../class-scheme/class-scheme.ts';
import { customerIdSchema } from '../customer/customer.ts';
import { localDateSchema, recordBase, text } from '../record.ts';

/** A customer moved from one class of a dimension to another; an entry of the class history. */
export const classChangeSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  customerId: customerIdSchema,
  dimension: dimensionSchema,
  /** Absent for the first class a customer was ever in. */
  from: text(20).optional(),
  to: text(20),
  asOf: localDateSchema,
  cause: z.enum(['event', 'time', 'rules']),
});
export type ClassChange = z.infer<typeof classChangeSchema>;
