import { toEpochDay } from '#shared/calendar/day.ts';
import type { CampaignsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { campaignFigures } from '../index/campaign-figures.ts';
import type { Desk } from './desk.ts';

export function campaigns(desk: Desk): Asynchronous<CampaignsApi> {
  return {
    async campaignFigures() {
      const { archive, keeper } = desk.opened();
      const begun = new Map(
        archive.catalogue
          .list('word')
          .flatMap(({ key, campaign }) => (campaign?.from === undefined ? [] : [[key, toEpochDay(campaign.from)]])),
      );
      return campaignFigures(keeper.index.columns, begun, keeper.index.today);
    },
  };
}
