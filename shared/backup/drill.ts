import type { Drill } from '../ipc/contract.ts';

const dayMs = 24 * 60 * 60 * 1000;
export const drillEveryDays = 30;
/** A drill that should have been made so long ago is told. */
const graceDays = 10;
/** A drill that failed is tried again after so long. */
const againDays = 1;

export type DrillState =
  /** There is no backup outside this computer yet. */
  'nothing-to-try' | 'due' | 'overdue' | 'passed' | 'failed';

/**
 * How things stand with the drills.
 *
 * @param last the newest drill
 * @param firstBackupAt when the oldest backup outside this computer was made; `null` when there is none to try
 * @param now all times are ISO instants. A drill of the future (a clock was wrong) counts as one of long ago.
 */
export function decideDrillState(last: Drill | null, firstBackupAt: string | null, now: string): DrillState {
  const since = last?.at ?? firstBackupAt;
  if (since === null) return 'nothing-to-try';
  const days = daysBetween(since, now);
  if (days >= drillEveryDays + graceDays || days < -1) return 'overdue';
  if (!last) return 'due';
  if (last.failure !== null) return 'failed';
  return days >= drillEveryDays ? 'due' : 'passed';
}

/** Whether a drill should be made now, if a backup outside this computer can be reached. */
export function isDrillDue(last: Drill | null, now: string): boolean {
  if (!last) return true;
  const days = daysBetween(last.at, now);
  return days < -1 || days >= (last.failure === null ? drillEveryDays : againDays);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}
