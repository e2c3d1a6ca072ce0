import type { EpochDay } from '#shared/calendar/day.ts';
import type { Test } from '#shared/filter/filter.ts';
import { closedSpanOf, daySpanOf } from '#shared/filter/periods.ts';
import { foldText } from '#shared/match/text.ts';
import { occasionKinds, type OccasionKind } from '../columns/column-layout.ts';
import type { Columns } from '../columns/columns.ts';
import { createOccasionFinder } from '../columns/occasions.ts';

interface Asked {
  test: Test;
  /** Only occasions with this in their label. */
  named: string | undefined;
  columns: Columns;
  today: EpochDay;
}

type Predicate = (index: number) => boolean;

/** Whether a customer has an occasion of a kind, or celebrates one in a span, in whichever calendar. */
export function occasionTest(kind: OccasionKind, { test, named, columns, today }: Asked): Predicate {
  const isOn = dateTestOf(test, today);
  if (!isOn) return () => false;
  const { occasions } = columns.lists;
  const [dates, labels, kinds] = [occasions.array(0), occasions.array(1), occasions.array(2)];
  const wanted = occasionKinds.indexOf(kind);
  const isNamed = labelTestOf(named, columns);
  return (index) => {
    const start = occasions.start(index);
    for (let at = start; at < start + occasions.count(index); at += 1) {
      if (kinds[at] === wanted && isNamed(labels[at] ?? 0) && isOn(dates[at] ?? 0)) return true;
    }
    return false;
  };
}

/** Decides packed dates; `null` where none can fulfil the test. */
function dateTestOf(test: Test, today: EpochDay): ((packed: number) => boolean) | null {
  if (test.is === 'filled') return () => true;
  if (test.is !== 'days' && test.is !== 'period') return null;
  const span = closedSpanOf(daySpanOf(test, today), today);
  if (!span) return null;
  const daysOf = createOccasionFinder(span.from, span.to);
  return (packed) => daysOf(packed).length > 0;
}

function labelTestOf(named: string | undefined, { labels }: Columns): (label: number) => boolean {
  if (named === undefined) return () => true;
  const sought = foldText(named);
  // Contact persons are labels too: most are never asked about.
  const known = new Map<number, boolean>();
  return (label) => {
    const decided = known.get(label) ?? foldText(labels.valueOf(label)).includes(sought);
    known.set(label, decided);
    return decided;
  };
}
