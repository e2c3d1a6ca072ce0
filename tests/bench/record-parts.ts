import { dateOf, toDay, type Day } from '../samples/days.ts';
import type { Random } from '../samples/random.ts';

/** The day the generated archive is looked at. */
export const benchToday: Day = toDay('2026-11-21');

/** What every record carries, as if entered on that day. */
export function enteredOn(day: Day): { version: number; createdAt: string; updatedAt: string } {
  const at = `${dateOf(day)}T03:00:00.000Z`;
  return { version: 1, createdAt: at, updatedAt: at };
}

/** An id of the shape of a UUID v7. */
export function inventId(random: Random): string {
  const hex = (length: number) =>
    random
      .int(0, 0xffff_ffff)
      .toString(16)
      .padStart(8, '0')
      .slice(8 - length);
  return `0193${hex(4)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`;
}
