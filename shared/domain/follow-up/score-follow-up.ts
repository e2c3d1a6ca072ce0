import type { todayMessages } from '../../i18n/messages/today.ts';
import type { ClassKey } from '../class-scheme/class-scheme.ts';
import type { FollowUp } from './follow-up.ts';
import { suggestCadenceDays } from './suggest-cadence.ts';

/** What is known about a follow-up and its customer on the day it is looked at. */
export interface Urgency {
  kind: FollowUp['kind'];
  priority?: FollowUp['priority'];
  /** Negative: days left; 0: due today. */
  daysOverdue: number;
  /** Later instances of its rhythm that have passed as well. */
  missed: number;
  value: ClassKey;
  lifecycle: ClassKey;
  risk: ClassKey;
  /** Rank among the buyers by net amount, 0–1. */
  valueRank: number;
  /** Days since somebody was last reached; null when nobody ever was. */
  daysSinceContact: number | null;
  /** The customer got in touch and nobody has answered yet. */
  unanswered: boolean;
}

type TodayRule = keyof typeof todayMessages extends infer Key
  ? Key extends `why.today.${infer Rule}`
    ? Rule
    : never
  : never;

/** One reason, as the sentence `why.today.<rule>` with its numbers. */
export interface TodayReason {
  rule: TodayRule;
  values: Record<string, string | number>;
}

/** A promise comes before everything that was only planned. */
const PROMISE_SCORE = 1000;
const WEIGHTS = { value: 0.35, urgency: 0.25, risk: 0.2, unanswered: 0.1 } as const;
const WEIGHT_SUM = WEIGHTS.value + WEIGHTS.urgency + WEIGHTS.risk + WEIGHTS.unanswered;
/** A mark set by hand weighs as much as being overdue by most of a rhythm. */
const PRIORITY_SCORE = { high: 20, normal: 0, low: -20 } as const;
const RISK_STEP: Readonly<Record<string, number>> = { medium: 0.5, high: 1 };

function isValuable(value: ClassKey): boolean {
  return value === 'high' || value === 'medium';
}

/**
 * How urgent a follow-up is, most urgent first, and why (domain.md §4.3, reduced to what an archive knows without consents
 * and response rates). Promises: 1000 and the days overdue. Everything else: 100 · (0.35 value + 0.25 days overdue per rhythm
 * + 0.20 risk + 0.10 unanswered), stretched to 0–100, and 20 up or down for a priority set by hand. Ties: oldest contact first.
 */
export function scoreFollowUp(urgency: Urgency): { score: number; why: TodayReason[] } {
  const why = reasonsOf(urgency, suggestCadenceDays(urgency.value, urgency.lifecycle));
  return { score: urgencyOf(urgency), why };
}

/** The score alone. */
export function urgencyOf(urgency: Omit<Urgency, 'missed' | 'daysSinceContact'>): number {
  const cadenceDays = suggestCadenceDays(urgency.value, urgency.lifecycle);
  const overdue = Math.max(0, urgency.daysOverdue);
  const parts =
    WEIGHTS.value * urgency.valueRank +
    WEIGHTS.urgency * Math.min(1, overdue / cadenceDays) +
    WEIGHTS.risk * (RISK_STEP[urgency.risk] ?? 0) * (isValuable(urgency.value) ? 1 : 0.5) +
    WEIGHTS.unanswered * (urgency.unanswered ? 1 : 0);
  const score = (100 * parts) / WEIGHT_SUM + PRIORITY_SCORE[urgency.priority ?? 'normal'];
  return urgency.kind === 'promise' ? PROMISE_SCORE + overdue + score / 1000 : score;
}

function reasonsOf(urgency: Urgency, cadenceDays: number): TodayReason[] {
  const { kind, daysOverdue, daysSinceContact, value, missed } = urgency;
  const days = Math.abs(daysOverdue);
  const when = daysOverdue > 0 ? 'overdue' : daysOverdue === 0 ? 'today' : 'ahead';
  const why: TodayReason[] = [{ rule: kind === 'promise' ? `promise-${when}` : `due-${when}`, values: { days } }];
  if (missed > 0) why.push({ rule: 'missed', values: { times: missed + 1 } });
  if (urgency.priority === 'high') why.push({ rule: 'priority', values: {} });
  if (urgency.unanswered) why.push({ rule: 'unanswered', values: {} });
  if (isValuable(value)) {
    why.push({ rule: 'value', values: { value, rankPercent: Math.floor(urgency.valueRank * 100) } });
  }
  if (urgency.risk === 'high' || urgency.risk === 'medium') why.push({ rule: 'risk', values: { risk: urgency.risk } });
  if (kind === 'cadence' && daysSinceContact !== null) {
    why.push({ rule: 'cadence', values: { days: daysSinceContact, cadenceDays } });
  }
  if (daysSinceContact === null) why.push({ rule: 'first-contact', values: {} });
  return why;
}
