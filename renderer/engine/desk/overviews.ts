import type { OverviewsApi } from '../api.ts';
import { breathe } from '../archive/work-queue.ts';
import type { Asynchronous } from '../client-types.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { countMerged } from '../index/relations/merged-customers.ts';
import { countAll } from '../index/filter/query.ts';
import { calendarDays } from '../views/calendar-days.ts';
import { schemeOverviews } from '../views/scheme-overview.ts';
import { countDue, todayView } from '../views/today-view.ts';
import type { Desk } from './desk.ts';

/** Goes through the steps of an answer and lets others be answered between them; `null` when something was written meanwhile. */
async function whileUnchanged<T>(index: CustomerIndex, steps: Generator<void, T>): Promise<T | null> {
  const { revision } = index.columns;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
    if (index.columns.revision !== revision) return null;
  }
}

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function overviews(desk: Desk): Asynchronous<OverviewsApi> {
  return {
    async today() {
      const { keeper } = desk.opened();
      const steps = () => todayView(keeper.index, keeper.closedSince);
      return (await whileUnchanged(keeper.index, steps())) ?? atOnce(steps());
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
