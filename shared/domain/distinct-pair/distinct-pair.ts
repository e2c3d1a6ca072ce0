import * as z from 'zod';
import { customerIdSchema, type CustomerId } from '../customer/customer.ts';
import { recordBase } from '../record.ts';

/** Two customers who look alike and of whom somebody said that they are two: they are not proposed as one again. */
export const distinctPairSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  /** In the order of their ids. */
  between: z.tuple([customerIdSchema, customerIdSchema]),
});
export type DistinctPair = z.infer<typeof distinctPairSchema>;

/** The two in the order in which a pair has them. */
export function inPairOrder(a: CustomerId, b: CustomerId): [CustomerId, CustomerId] {
  return a < b ? [a, b] : [b, a];
}

/** One text for a pair, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
