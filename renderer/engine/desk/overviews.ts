import type { OverviewsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { countMerged } from '../index/merged-customers.ts';
import { countAll } from '../index/query.ts';
import { calendarDays } from '../views/calendar-days.ts';
import { schemeOverviews } from '../views/scheme-overview.ts';
import { countDue, todayView } from '../views/today-view.ts';
import type { Desk } from './desk.ts';

export function overviews(desk: Desk): Asynchronous<OverviewsApi> {
  return {
    async today() {
      const { keeper } = desk.opened();
      return todayView(keeper.index, keeper.closedSince);
    },

    async calendar(from, to) {
      return calendarDays(desk.index, from, to, desk.ports.workCalendar);
    },

    async schemes() {
      return schemeOverviews(desk.index);
    },

    async overview() {
      const { archive, keeper } = desk.opened();
      const customers = countAll(keeper.index.columns);
      return {
        counts: archive.counts,
        customers,
        inBin: (archive.counts['customer'] ?? 0) - customers - countMerged(keeper.index.columns),
        dueToday: countDue(keeper.index),
        seq: archive.seq,
        revision: desk.revision,
        practice: archive.catalogue.list('settings')[0]?.practice ?? false,
      };
    },
  };
}
