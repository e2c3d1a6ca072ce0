import * as z from 'zod';
import { customerIdSchema } from '../customer/customer.ts';
import { localDateSchema, originSchema, recordBase, text } from '../record.ts';
import { isRole } from './relation-role.ts';

/** Somebody at the other end: a customer or one of its contact persons, or a name that is not in the archive yet. */
export const relationEndSchema = z.union([
  z.strictObject({ customerId: customerIdSchema, contactId: z.string().min(1).max(64).optional() }),
  z.strictObject({ name: text(120).min(1) }),
]);
export type RelationEnd = z.infer<typeof relationEndSchema>;

/**
 * How two stand to each other. There is one record, in the dossier of one of them; the other's card shows the same record
 * from the other side, so no relation can be without its inverse. Who introduced whom is no relation but a fact of the
 * customer, since it is one at most.
 */
export const relationSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  /** In whose dossier it lies. */
  customerId: customerIdSchema,
  /** The near end is this contact person of the customer. */
  contactId: z.string().min(1).max(64).optional(),
  other: relationEndSchema,
  /** What the far end is to the near one. */
  role: z.string().max(80).refine(isRole),
  from: localDateSchema.optional(),
  /** The first day on which it is over. */
  until: localDateSchema.optional(),
  note: text(2000).optional(),
  origin: originSchema,
});
export type Relation = z.infer<typeof relationSchema>;

/** The customer at the far end; `null` for a name that is not in the archive. */
export function otherCustomerOf({ other }: Pick<Relation, 'other'>): string | null {
  return 'customerId' in other ? other.customerId : null;
}
