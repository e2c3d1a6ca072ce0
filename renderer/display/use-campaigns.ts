import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { listWords } from '#shared/words/list-words.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { useT } from '../platform/language.tsx';
import { useWords } from './use-words.ts';

/** A campaign as the screens show it. */
export interface ShownCampaign {
  key: string;
  name: string;
  isHidden: boolean;
  campaign: Campaign;
  record: Word;
}

/** Campaigns in the user's order; those that began last come first where nobody moved them. */
export function useCampaigns(): ShownCampaign[] {
  const t = useT();
  const campaigns = listWords('campaign', [], useWords()).flatMap(({ key, name, isHidden, record }) =>
    record
      ? [
          {
            key,
            name: name ?? t('words.gone'),
            isHidden,
            campaign: record.campaign ?? { kind: 'other' as const },
            record,
          },
        ]
      : [],
  );
  const beganOf = ({ campaign }: ShownCampaign) => campaign.from ?? '';
  return campaigns.toSorted(
    (a, b) =>
      (a.record.place ?? 0) - (b.record.place ?? 0) || (beganOf(a) < beganOf(b) ? 1 : beganOf(a) > beganOf(b) ? -1 : 0),
  );
}
