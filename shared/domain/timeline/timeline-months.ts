import type { LocalTime } from '../record.ts';
import type { TimelineEntry } from './list-timeline.ts';

/** A month in which something happened. */
export interface TimelineMonth {
  /** `YYYY-MM` */
  month: string;
  /** The newest entry of the month, and how many are newer. */
  entryId: string;
  at: number;
  count: number;
}

/** `2026-03`, of the time as it was on the wall. */
export function monthOf(at: LocalTime): string {
  return at.slice(0, 7);
}

/** The months of a timeline, in its order. */
export function timelineMonths(entries: readonly TimelineEntry[]): TimelineMonth[] {
  const months: TimelineMonth[] = [];
  for (const [at, entry] of entries.entries()) {
    const month = monthOf(entry.at);
    const last = months.at(-1);
    if (last?.month === month) last.count += 1;
    else months.push({ month, entryId: entry.id, at, count: 1 });
  }
  return months;
}
