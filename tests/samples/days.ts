/** Calendar days as whole numbers (days since 1970-01-01), so that sample dates are plain arithmetic. */
export type Day = number;

const dayMs = 86_400_000;

export function toDay(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function dateOf(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day number a spreadsheet shows for this day (1900 system: 1970-01-01 is 25569). */
export function serialOf(day: Day): number {
  return day + 25_569;
}

/** `HH:mm` of a minute of the day. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
