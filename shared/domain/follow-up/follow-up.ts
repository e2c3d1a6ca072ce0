import * as z from 'zod';
import { channelSchema, customerIdSchema, isOwnCode, yearlyDateSchema } from '../customer/customer.ts';
import { instantSchema, localDateSchema, localTimeSchema, originSchema, recordBase, text } from '../record.ts';

/** Why a follow-up is put off or skipped. */
export const putOffReasons = [
  'no-answer',
  'busy',
  'travelling',
  'leave-alone',
  'no-need',
  'waiting',
  'no-time',
  'other',
] as const;

function isPutOffReason(text: string): boolean {
  return (putOffReasons as readonly string[]).includes(text) || isOwnCode(text);
}

/** Something to do for a customer by a date. A recurring one opens its next instance when it is done. */
export const followUpSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  customerId: customerIdSchema,
  contactId: z.string().max(64).optional(),
  title: text(300).min(1),
  channel: channelSchema.optional(),
  due: localTimeSchema,
  /** The day the rhythm gives for this instance, where a day off or a postponement moved `due` away from it. */
  planned: localDateSchema.optional(),
  /** RFC 5545 RRULE value without DTSTART, for example `FREQ=WEEKLY;INTERVAL=2`. */
  rrule: text(300).optional(),
  /** Recurs every lunar year on this day. Not together with `rrule`. */
  lunarYearly: yearlyDateSchema.optional(),
  /** From which day the next instance counts: when this one was done, or when it was planned. */
  cadenceFrom: z.enum(['completion', 'schedule']).optional(),
  /** What happens when the date falls on a day off. */
  holidayPolicy: z.enum(['postpone', 'advance', 'keep']).optional(),
  priority: z.enum(['high', 'normal', 'low']).optional(),
  status: z.enum(['open', 'done', 'skipped', 'cancelled']),
  /** Why it was last put off or skipped: one of `putOffReasons`, or `own:` and the id of one of the user's own. */
  putOffReason: z.string().max(80).refine(isPutOffReason).optional(),
  doneAt: instantSchema.optional(),
  result: text(2000).optional(),
  /** `promise`: said to the customer. `cadence`: from the contact rhythm of the class. */
  kind: z.enum(['task', 'promise', 'cadence']),
  origin: originSchema,
});
export type FollowUp = z.infer<typeof followUpSchema>;
