import type { ClassKey } from '../class-scheme/class-scheme.ts';

const DAYS_BY_VALUE: Readonly<Record<string, number>> = { high: 14, medium: 30, low: 90 };
const PROSPECT_DAYS = 30;
/** A new customer is asked about a second purchase after a month at the latest. */
const NEW_MOST_DAYS = 30;
/** After the reasons were asked and an offer was made, a lost customer is left in peace for a while. */
const LOST_LEAST_DAYS = 45;

/** How often to be in touch with a customer of these classes, in days from the last contact (domain.md §4.2). */
export function suggestCadenceDays(value: ClassKey, lifecycle: ClassKey): number {
  const days = DAYS_BY_VALUE[value] ?? PROSPECT_DAYS;
  if (lifecycle === 'new') return Math.min(days, NEW_MOST_DAYS);
  return lifecycle === 'lost' ? Math.max(days, LOST_LEAST_DAYS) : days;
}
