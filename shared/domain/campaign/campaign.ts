import * as z from 'zod';
import { fenSchema, localDateSchema, text } from '../record.ts';
import type { Source } from '../customer/customer.ts';

export const campaignKinds = ['fair', 'advertising', 'mailing', 'event', 'other'] as const;

/** What a campaign was: something done to find customers. Its name and its place among others it has as a word of their list. */
export const campaignSchema = z.strictObject({
  kind: z.enum(campaignKinds),
  from: localDateSchema.optional(),
  /** The last day. */
  until: localDateSchema.optional(),
  place: text(120).optional(),
  costFen: fenSchema.min(0).optional(),
  note: text(5000).optional(),
});
export type Campaign = z.infer<typeof campaignSchema>;

const sources: Readonly<Partial<Record<Campaign['kind'], Source>>> = {
  fair: 'fair',
  event: 'fair',
  advertising: 'advertising',
  mailing: 'advertising',
};

/** How customers of a campaign were found, where nothing else is said. */
export function sourceOfCampaign(campaign: Campaign | undefined): Source | undefined {
  return campaign && sources[campaign.kind];
}
