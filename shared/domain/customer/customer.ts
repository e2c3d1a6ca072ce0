import * as z from 'zod';
import { answerSchema } from './answer.ts';
import { fenSchema, instantSchema, localDateSchema, originSchema, recordBase, text } from '../record.ts';
import { mergeTraceSchema } from './merge-trace.ts';

export const customerIdSchema = z.string().min(1).max(64).brand<'CustomerId'>();
export type CustomerId = z.infer<typeof customerIdSchema>;

export const customerKinds = ['person', 'company', 'partner'] as const;
export type CustomerKind = (typeof customerKinds)[number];

export const phoneKinds = ['mobile', 'landline', 'fax', 'service', 'unknown'] as const;
export const phoneStatuses = ['valid', 'vacant', 'suspended', 'replaced'] as const;

export const phoneSchema = z.strictObject({
  /** As it was written; never changed, so that nothing is lost when it cannot be parsed. */
  raw: text(80),
  /** `+8613800138000`, absent when the text is no complete number. */
  e164: text(20).optional(),
  extension: text(8).optional(),
  kind: z.enum(phoneKinds),
  label: text(40).optional(),
  status: z.enum(phoneStatuses).optional(),
  verifiedAt: instantSchema.optional(),
});
export type Phone = z.infer<typeof phoneSchema>;

export const emailStatuses = ['valid', 'bounced', 'replaced'] as const;
export const emailSchema = z.strictObject({
  address: text(254),
  label: text(40).optional(),
  status: z.enum(emailStatuses).optional(),
  verifiedAt: instantSchema.optional(),
});
export type Email = z.infer<typeof emailSchema>;

export const imKinds = ['wechat', 'qq', 'wecom', 'douyin', 'other'] as const;
export const imStatuses = ['valid', 'blocked', 'replaced'] as const;
export const imSchema = z.strictObject({
  kind: z.enum(imKinds),
  account: text(120),
  label: text(40).optional(),
  status: z.enum(imStatuses).optional(),
  verifiedAt: instantSchema.optional(),
});
export type Im = z.infer<typeof imSchema>;

/** `moved`: nobody of them is there any more. */
export const addressStatuses = ['valid', 'moved'] as const;

export const addressSchema = z.strictObject({
  /** GB/T 2260 code, 2, 4 or 6 digits, as far as the text could be resolved. */
  regionCode: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/)
    .optional(),
  province: text(40).optional(),
  city: text(40).optional(),
  district: text(40).optional(),
  street: text(300).optional(),
  postcode: text(12).optional(),
  country: text(40).optional(),
  label: text(40).optional(),
  status: z.enum(addressStatuses).optional(),
  verifiedAt: instantSchema.optional(),
});
export type Address = z.infer<typeof addressSchema>;

/** A yearly date in the solar or the lunar calendar; the year is optional. `lastDay` is 除夕, the last day of the lunar year. */
export const yearlyDateSchema = z.strictObject({
  calendar: z.enum(['solar', 'lunar']),
  year: z.int().min(1800).max(2200).optional(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  leap: z.boolean().optional(),
  lastDay: z.boolean().optional(),
});
export type YearlyDate = z.infer<typeof yearlyDateSchema>;

export const anniversarySchema = z.strictObject({ label: text(60), date: yearlyDateSchema });

export const channels = ['phone', 'wechat', 'sms', 'email', 'visit', 'douyin', 'other'] as const;
export const channelSchema = z.enum(channels);
export type Channel = (typeof channels)[number];

export const sources = [
  'referral',
  'store',
  'fair',
  'website',
  'phone',
  'douyin',
  'wechat',
  'advertising',
  'other',
] as const;
export type FixedSource = (typeof sources)[number];

/** One of `sources`, or `own:` and the id of one of the user's own (shared/domain/word). */
export type Source = string;

/** A word of the user's own (shared/domain/word), where the others have codes. */
const ownWord = /^own:[\w-]{1,64}$/;

export function isSource(text: string): boolean {
  return (sources as readonly string[]).includes(text) || ownWord.test(text);
}

/** Whether a source or a reason is one of the user's own. */
export function isOwnCode(code: string): boolean {
  return ownWord.test(code);
}

export const sourceSchema = z.string().max(80).refine(isSource);

/** Why customers are lost (domain.md §4.2). */
export const lossReasons = [
  'price',
  'quality',
  'service',
  'competitor',
  'no-need',
  'moved',
  'unreachable',
  'other',
] as const;

/** One of `lossReasons`, or `own:` and the id of one of the user's own. */
export type LossReason = string;

function isLossReason(text: string): boolean {
  return (lossReasons as readonly string[]).includes(text) || ownWord.test(text);
}

export const customFieldValueSchema = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
]);

/** More about who introduced a customer. */
export const referralSchema = z.strictObject({
  /** A contact person of the customer that `referrerId` names. */
  contactId: z.string().min(1).max(64).optional(),
  /** Somebody who is not in the archive yet; not together with `referrerId`. */
  name: text(120).min(1).optional(),
  on: localDateSchema.optional(),
  note: text(2000).optional(),
});
export type Referral = z.infer<typeof referralSchema>;

/** What a list from elsewhere says of a fact and was found to be wrong, so that it is not proposed again. */
const dismissedSchema = z.strictObject({ fact: text(120).min(1), said: text(600).min(1) });
export type Dismissed = z.infer<typeof dismissedSchema>;

/** A customer: a person, a company or a trading partner. Only the name is mandatory (domain.md §5.1). */
export const customerSchema = z.strictObject({
  id: customerIdSchema,
  ...recordBase,
  code: text(40),
  kind: z.enum(customerKinds),
  name: text(120).min(1),
  familyName: text(60).optional(),
  givenName: text(60).optional(),
  /** Pinyin typed by the user where the computed reading is wrong, syllables separated by blanks. */
  reading: text(200).optional(),
  aliases: z.array(text(120)).max(50),
  gender: z.enum(['male', 'female']).optional(),
  salutation: text(40).optional(),
  phones: z.array(phoneSchema).max(50),
  emails: z.array(emailSchema).max(50),
  ims: z.array(imSchema).max(50),
  addresses: z.array(addressSchema).max(50),
  birthday: yearlyDateSchema.optional(),
  anniversaries: z.array(anniversarySchema).max(50),
  organization: text(200).optional(),
  department: text(100).optional(),
  title: text(100).optional(),
  uscc: text(30).optional(),
  legalRepresentative: text(60).optional(),
  industry: text(60).optional(),
  size: text(60).optional(),
  website: text(300).optional(),
  source: sourceSchema.optional(),
  sourceDetail: text(200).optional(),
  /** Which campaign brought the customer: `own:` and the id of its word. */
  campaign: z.string().max(80).refine(isOwnCode).optional(),
  /** Who introduced the customer. Never in a circle. */
  referrerId: customerIdSchema.optional(),
  referral: referralSchema.optional(),
  owner: text(60).optional(),
  leadStatus: z.enum(['new', 'working', 'parked', 'invalid']).optional(),
  preferredChannel: channelSchema.optional(),
  preferredTime: text(60).optional(),
  doNotContact: z.array(channelSchema).max(10),
  creditLimitFen: fenSchema.optional(),
  paymentTermsDays: z.int().min(0).max(3650).optional(),
  tagIds: z.array(z.string().max(64)).max(500),
  customFields: z.record(z.string().max(64), customFieldValueSchema),
  /** What was answered instead of a value, by the key of what is asked for (shared/gaps). Never beside a value. */
  answers: z.record(z.string().max(80), answerSchema).optional(),
  note: z.string().max(1_000_000).optional(),
  acquiredOn: localDateSchema.optional(),
  verifiedOn: localDateSchema.optional(),
  /** Since when somebody said that the customer is lost; a later purchase brings them back. Together with `lostReason`. */
  lostOn: localDateSchema.optional(),
  lostReason: z.string().max(80).refine(isLossReason).optional(),
  /** Codes of customers who were merged into this one: what was numbered so elsewhere still finds its customer. */
  formerCodes: z.array(text(40)).max(5000).optional(),
  /** The newest last. */
  dismissed: z.array(dismissedSchema).max(1000).optional(),
  /** The customer lies in the bin because it is this other one. */
  mergedInto: customerIdSchema.optional(),
  /** What becoming the other one did, so that it can be taken apart again. Together with `mergedInto`. */
  mergeTrace: mergeTraceSchema.optional(),
  origin: originSchema,
});
export type Customer = z.infer<typeof customerSchema>;
