import type { EpochDay } from '../calendar/day.ts';

/** The first of some days after `asOf`, in order, on which a class differs from that on `asOf`; null when it never does. */
export function firstChange(
  days: Iterable<EpochDay>,
  classOn: (day: EpochDay) => string,
  asOf: EpochDay,
): EpochDay | null {
  const present = classOn(asOf);
  for (const day of days) if (day > asOf && classOn(day) !== present) return day;
  return null;
}
