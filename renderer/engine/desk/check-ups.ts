import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { reportOf } from '#shared/check-up/report.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { daySpanOf } from '#shared/filter/periods.ts';
import type { CheckUpsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { checkSteps } from '../views/check-steps.ts';
import { checkUpOf, nextChecks } from '../views/check-up-view.ts';
import type { Desk } from './desk.ts';

export function checkUps(desk: Desk): Asynchronous<CheckUpsApi> {
  return {
    async checkUp() {
      const { index } = desk;
      const quarter = daySpanOf({ is: 'period', unit: 'quarter', shift: 0 }, index.today);
      return { ...checkUpOf(index, quarter.from), quarterFrom: fromEpochDay(quarter.from) };
    },

    async nextChecks(besides, limit) {
      return nextChecks(desk.index, besides, limit);
    },

    async checkReport(since, skipped) {
      const { archive, keeper } = desk.opened();
      const { columns } = keeper.index;
      const isSince = (instant: string) => desk.ports.localDayOf(instant) >= toEpochDay(since);
      const report = reportOf(await checkSteps(archive, columns, isSince), skipped);
      const { confirmed, changed, unreachable } = report;
      const named = [...confirmed, ...changed.map((each) => each.customerId), ...unreachable, ...report.skipped];
      return { report, names: Object.fromEntries(named.map((id: CustomerId) => [id, columns.nameOf(id)])) };
    },
  };
}
