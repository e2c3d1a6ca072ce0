import { fromEpochDay, type EpochDay } from '../calendar/day.ts';
import { shareBeforePercent, windowNetFen, type CutPoints } from './cut-points.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { firstChange } from './first-change.ts';
import type { Situation } from './situation.ts';

export type ValueClass = 'high' | 'medium' | 'low' | 'none';

/**
 * Net amount of the window against the lines of everybody (ABC, domain.md §1.2). Who never bought is `none`;
 * who bought but brought nothing within the window is `low`.
 */
export function valueClass({ facts, cutPoints, parameters, asOf }: Situation): ValueClass {
  if (facts.purchaseDays.length === 0) return 'none';
  return classOfNet(windowNetFen(facts, asOf, parameters.valueWindowDays), cutPoints);
}

function classOfNet(netFen: number, cutPoints: CutPoints): 'high' | 'medium' | 'low' {
  if (netFen >= cutPoints.highLineFen) return 'high';
  return netFen >= cutPoints.mediumLineFen ? 'medium' : 'low';
}

/** Whether an amount is in another class once the lines have moved. */
export function isValueMovedByLines(netFen: number, before: CutPoints, after: CutPoints): boolean {
  return classOfNet(netFen, before) !== classOfNet(netFen, after);
}

/** The first day after `asOf` on which amounts leaving the window change the class, the lines held. */
export function nextValueDay(situation: Situation): EpochDay | null {
  const { facts, parameters, asOf } = situation;
  if (facts.purchaseDays.length === 0) return null;
  const window = parameters.valueWindowDays;
  const leaving: EpochDay[] = [];
  for (const days of [facts.purchaseDays, facts.correctionDays]) {
    for (let index = days.length - 1; index >= 0 && (days[index] ?? 0) > asOf - window; index--) {
      leaving.push((days[index] ?? 0) + window);
    }
  }
  leaving.sort((a, b) => a - b);
  return firstChange(leaving, (day) => valueClass({ ...situation, asOf: day }), asOf);
}

/** The class of today by what was bought within the window, and what would change it. Amounts end in `Fen`. */
export function explainValue(situation: Situation): Explanation<'value'> {
  const { facts, cutPoints, parameters, asOf } = situation;
  const windowDays = parameters.valueWindowDays;
  const lastDay = facts.purchaseDays[facts.purchaseDays.length - 1];
  if (lastDay === undefined) {
    const next: NextStep = { rule: 'value.first', values: {} };
    return { dimension: 'value', class: 'none', rule: 'never', values: {}, next };
  }
  const netFen = windowNetFen(facts, asOf, windowDays);
  const { highLineFen, mediumLineFen } = cutPoints;
  const sharePercent = Math.round(shareBeforePercent(cutPoints, netFen) * 10) / 10;
  const place = (rule: Explanation<'value'>['rule'], values: Explanation['values'], next: NextStep | null) => ({
    dimension: 'value' as const,
    class: classOfNet(netFen, cutPoints),
    rule,
    values,
    ...(next ? { next } : {}),
  });
  const known = { windowDays, netFen, sharePercent };
  if (netFen >= highLineFen) {
    const values = { ...known, highLineFen, highSharePercent: parameters.valueHighSharePercent };
    return place('high', values, nextFall(situation));
  }
  if (netFen >= mediumLineFen) {
    return place('medium', { ...known, mediumLineFen, highLineFen }, nextRise(cutPoints, netFen, highLineFen));
  }
  const next = nextRise(cutPoints, netFen, mediumLineFen);
  if (lastDay <= asOf - windowDays) return place('past', { windowDays, lastOn: fromEpochDay(lastDay) }, next);
  if (netFen <= 0) return place('nothing', { windowDays, netFen }, next);
  return place('low', { ...known, mediumLineFen, mediumSharePercent: parameters.valueMediumSharePercent }, next);
}

function nextFall(situation: Situation): NextStep | null {
  const day = nextValueDay(situation);
  if (day === null) return null;
  return { rule: 'value.falls', values: { on: fromEpochDay(day), to: valueClass({ ...situation, asOf: day }) } };
}

/** Without a line (nobody brought anything) there is nothing to reach. */
function nextRise(cutPoints: CutPoints, netFen: number, lineFen: number): NextStep | null {
  if (!Number.isFinite(lineFen)) return null;
  return { rule: 'value.rises', values: { missingFen: lineFen - netFen, to: classOfNet(lineFen, cutPoints) } };
}
