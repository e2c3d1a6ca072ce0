import type { LocalDate } from '../record.ts';
import type { FollowUp } from './follow-up.ts';

/**
 * A follow-up moved to another day by hand; its time of day stays, and why it was put off before does not count for this time.
 * A recurring one remembers the day its rhythm had planned, so that the next instance counts from there.
 */
export function moveDue<F extends Pick<FollowUp, 'due' | 'planned' | 'rrule' | 'lunarYearly' | 'putOffReason'>>(
  followUp: F,
  day: LocalDate,
): F {
  const isRecurring = followUp.rrule !== undefined || followUp.lunarYearly !== undefined;
  const { putOffReason: _earlier, ...rest } = followUp;
  return {
    ...(rest as F),
    due: day + followUp.due.slice(10),
    ...(isRecurring ? { planned: followUp.planned ?? followUp.due.slice(0, 10) } : {}),
  };
}
