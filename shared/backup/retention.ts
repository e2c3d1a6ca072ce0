import { byAge, type BackupAge } from './by-age.ts';

/** What retention needs to know of a backup that this machine has verified. */
export interface KeptBackup extends BackupAge {
  name: string;
}

/** How many of the newest hours, days, weeks and months with a backup keep their newest one. */
export interface RetentionPolicy {
  newest: number;
  hourly: number;
  daily: number;
  weekly: number;
  monthly: number;
}

export const localPolicy: RetentionPolicy = { newest: 2, hourly: 24, daily: 14, weekly: 8, monthly: 12 };
/** A stick or a synced folder: the newest five, and one of each month for as long as there is room. */
export const folderPolicy: RetentionPolicy = {
  newest: 5,
  hourly: 0,
  daily: 0,
  weekly: 0,
  monthly: Number.POSITIVE_INFINITY,
};

/** A jump of the clock by more than this between two backups is not believed. */
const believableGapDays = 60;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The one backup that may go after a new one was verified, or `null`. The present time plays no part: periods are
 * counted over the backups themselves, so that neither a long holiday nor a wrong clock makes old ones expire. Never
 * the newest, never one of `protectedNames`, and none at all when the newest two do not follow each other in time as backups
 * do.
 */
export function selectExpired(
  verified: readonly KeptBackup[],
  policy: RetentionPolicy,
  protectedNames: ReadonlySet<string>,
): string | null {
  const newestFirst = [...verified].sort(byAge).reverse();
  const [newest, previous] = newestFirst;
  if (!newest || !previous || !isBelievableStep(previous, newest)) return null;
  const kept = new Set<string>([newest.name, ...protectedNames]);
  for (const backup of newestFirst.slice(0, policy.newest)) kept.add(backup.name);
  keepPerPeriod(newestFirst, kept, policy.hourly, (at) => at.slice(0, 13));
  keepPerPeriod(newestFirst, kept, policy.daily, (at) => at.slice(0, 10));
  keepPerPeriod(newestFirst, kept, policy.weekly, weekOf);
  keepPerPeriod(newestFirst, kept, policy.monthly, (at) => at.slice(0, 7));
  return newestFirst.findLast((backup) => !kept.has(backup.name))?.name ?? null;
}

function isBelievableStep(from: KeptBackup, to: KeptBackup): boolean {
  const days = (Date.parse(to.createdAt) - Date.parse(from.createdAt)) / dayMs;
  return days >= 0 && days <= believableGapDays;
}

function keepPerPeriod(
  newestFirst: readonly KeptBackup[],
  kept: Set<string>,
  periods: number,
  periodOf: (at: string) => string,
): void {
  const seen = new Set<string>();
  for (const backup of newestFirst) {
    const period = periodOf(backup.createdAt);
    if (seen.has(period)) continue;
    if (seen.size >= periods) return;
    seen.add(period);
    kept.add(backup.name);
  }
}

/** Weeks since 1970, beginning on Mondays. */
function weekOf(at: string): string {
  return String(Math.floor((Date.parse(at) / dayMs + 3) / 7));
}
