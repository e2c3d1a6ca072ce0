import * as z from 'zod';
import { campaignSchema } from '../campaign/campaign.ts';
import { recordBase, text } from '../record.ts';

/** Lists of words that the user keeps: where customers come from, what they do, how they stand to each other, places. */
export const wordLists = [
  'source',
  'industry',
  'size',
  'sourceDetail',
  'campaign',
  'lostReason',
  'putOffReason',
  'relation',
  'region',
] as const;
export type WordList = (typeof wordLists)[number];

/**
 * What the user says about one word of a list: what it is called, where it stands, that it is not offered any more. Words that
 * nobody said anything about have no record.
 */
export const wordSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  list: z.enum(wordLists),
  /** What records hold: a built-in code, `own:<id>` for a campaign, a source or a reason of the user's own, or the word itself. */
  key: text(80).min(1),
  /** What it is called, where that is not the word itself. */
  name: text(60).min(1).optional(),
  place: z.number().optional(),
  /** Offered nowhere; still shown where it is in use. */
  hidden: z.boolean().optional(),
  /** Of a name for places: the GB/T 2260 codes of what it means. */
  codes: z
    .array(z.string().regex(/^\d{2}(\d{2}){0,2}$/))
    .max(100)
    .optional(),
  /** Of a campaign: what it was. */
  campaign: campaignSchema.optional(),
});
export type Word = z.infer<typeof wordSchema>;
