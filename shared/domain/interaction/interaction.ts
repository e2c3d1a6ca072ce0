import * as z from 'zod';
import { channelSchema, customerIdSchema } from '../customer/customer.ts';
import { localTimeSchema, originSchema, recordBase } from '../record.ts';

export const directions = ['outbound', 'inbound'] as const;
export const purposes = ['sales', 'follow-up', 'service', 'collection', 'care', 'survey', 'rights', 'other'] as const;
export const outcomes = ['reached', 'missed', 'interested', 'refused', 'won', 'complaint', 'invalid'] as const;
export type Outcome = (typeof outcomes)[number];

/** One contact with a customer: a call, a message, a visit. */
export const interactionSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  customerId: customerIdSchema,
  contactId: z.string().max(64).optional(),
  at: localTimeSchema,
  channel: channelSchema,
  direction: z.enum(directions),
  purpose: z.enum(purposes).optional(),
  outcome: z.enum(outcomes).optional(),
  text: z.string().max(1_000_000),
  durationMin: z.int().min(0).max(10_000).optional(),
  /** The follow-up that this contact answered. */
  followUpId: z.string().max(64).optional(),
  origin: originSchema,
});
export type Interaction = z.infer<typeof interactionSchema>;
