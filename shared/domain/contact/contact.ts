import * as z from 'zod';
import {
  addressSchema,
  customerIdSchema,
  emailSchema,
  imSchema,
  phoneSchema,
  yearlyDateSchema,
} from '../customer/customer.ts';
import { originSchema, recordBase, text } from '../record.ts';

export const contactRoles = ['decider', 'user', 'buyer', 'finance', 'influencer'] as const;

/** A person who works for a company customer. */
export const contactSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  customerId: customerIdSchema,
  name: text(120).min(1),
  reading: text(200).optional(),
  role: z.enum(contactRoles).optional(),
  title: text(100).optional(),
  primary: z.boolean().optional(),
  leftOn: z.iso.date().optional(),
  phones: z.array(phoneSchema).max(50),
  emails: z.array(emailSchema).max(50),
  ims: z.array(imSchema).max(50),
  /** Absent where none was ever entered. */
  addresses: z.array(addressSchema).max(50).optional(),
  birthday: yearlyDateSchema.optional(),
  note: text(5000).optional(),
  origin: originSchema,
});
export type Contact = z.infer<typeof contactSchema>;
