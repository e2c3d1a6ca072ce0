import type { EpochDay } from '#shared/calendar/day.ts';
import { CoverageCount } from '#shared/check-up/coverage.ts';
import { FirstChecks } from '#shared/check-up/select-first.ts';
import { isDue, worthOfCheck } from '#shared/check-up/staleness.ts';
import { valueRank } from '#shared/classify/cut-points.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CheckUp, DueCustomer } from '../api.ts';
import { checkClock, dueForCheck, outOfReach } from '../index/filter/check-dues.ts';
import type { CustomerIndex } from '../index/customer-index.ts';

/** Counts everybody outside the bin. */
export function checkUpOf(
  { columns, checkDays, today }: CustomerIndex,
  checkedFrom: EpochDay,
): Omit<CheckUp, 'quarterFrom'> {
  const { alive, count, classes } = columns;
  const { deleted, value, verifiedDay } = columns.numbers;
  const { staleness, intervalDays } = checkClock(columns, checkDays, today);
  const isOutOfReach = outOfReach(columns);
  const coverage = new CoverageCount(checkDays);
  let checked = 0;
  for (let at = 0; at < count; at += 1) {
    if (alive[at] === 0 || deleted[at] === 1) continue;
    const due = isDue(staleness(at));
    coverage.add(classes.valueOf(value[at] ?? 0), due, due && isOutOfReach(at));
    if (!due && intervalDays(at) > 0 && (verifiedDay[at] ?? 0) >= checkedFrom) checked += 1;
  }
  const tiers = coverage.list();
  return { coverage: tiers, due: tiers.reduce((sum, tier) => sum + tier.due, 0), checked };
}

/** How many customers are due, outside the bin. */
export function countChecks({ columns, checkDays, today }: CustomerIndex): number {
  const { alive, count } = columns;
  const { deleted } = columns.numbers;
  const holds = dueForCheck(columns, checkDays, today);
  let due = 0;
  for (let at = 0; at < count; at += 1) if (alive[at] === 1 && deleted[at] === 0 && holds(at)) due += 1;
  return due;
}

export function nextChecks(
  { columns, classifier, checkDays, today }: CustomerIndex,
  besides: readonly CustomerId[],
  limit: number,
): DueCustomer[] {
  const { alive, count } = columns;
  const { deleted, revenueFen } = columns.numbers;
  const clock = checkClock(columns, checkDays, today);
  const isWanted = dueForCheck(columns, checkDays, today);
  const left = new Set(besides.map((id) => columns.indexOf(id)));
  const first = new FirstChecks(limit);
  for (let at = 0; at < count; at += 1) {
    if (alive[at] === 0 || deleted[at] === 1 || !isWanted(at) || left.has(at)) continue;
    const staleness = clock.staleness(at);
    if (!first.hasRoomFor(worthOfCheck(1, staleness))) continue;
    const rank = valueRank(classifier.cutPoints, revenueFen[at] ?? 0);
    first.add({ place: at, worth: worthOfCheck(rank, staleness), ageDays: clock.ageDays(at) });
  }
  return first.list().map(({ place, ageDays }) => ({
    id: columns.idOf(place),
    intervalDays: clock.intervalDays(place),
    ageDays,
  }));
}
