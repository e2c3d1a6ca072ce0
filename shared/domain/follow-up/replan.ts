import type { LocalDate } from '../record.ts';
import type { FollowUp } from './follow-up.ts';
import { moveDue } from './move-due.ts';
import { repeatOf, ruleOf, type Repeat } from './repeats.ts';

export interface Plan {
  title: string;
  due: LocalDate;
  /** `null` leaves the rhythm as it is. */
  repeat: Repeat | null;
  isPromise: boolean;
}

type Planned = Pick<FollowUp, 'title' | 'due' | 'planned' | 'rrule' | 'lunarYearly' | 'putOffReason' | 'kind'>;

/** A follow-up with what somebody changed of its plan. Another rhythm begins on the day it is due. */
export function replan<F extends Planned>(followUp: F, { title, due, repeat, isPromise }: Plan): F {
  const kind = isPromise ? 'promise' : followUp.kind === 'promise' ? 'task' : followUp.kind;
  const named = { ...followUp, title, kind };
  const moved = due === followUp.due.slice(0, 10) ? named : moveDue(named, due);
  if (repeat === null || repeat === repeatOf(followUp)) return moved;
  const { rrule: _rrule, planned: _planned, ...rest } = moved;
  const rrule = ruleOf(repeat);
  return { ...(rest as F), ...(rrule !== undefined && { rrule }) };
}
