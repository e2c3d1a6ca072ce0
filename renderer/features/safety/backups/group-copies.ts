import type { Backup } from '../../../state/backup-status.ts';
import { newestFirst } from './newest-first.ts';

/** One state of the archive, and every place where it lies: copies bear the name of their snapshot. */
export interface CopyGroup {
  name: string;
  /** The one on this computer first. Never empty. */
  copies: readonly [Backup, ...Backup[]];
  /** The copy whose verification says most: outside this computer, verified. */
  proof: Backup;
}

/** Newest state first. */
export function groupCopies(backups: readonly Backup[]): CopyGroup[] {
  const groups = new Map<string, [Backup, ...Backup[]]>();
  for (const backup of newestFirst(backups)) {
    const group = groups.get(backup.name);
    if (!group) groups.set(backup.name, [backup]);
    else if (backup.folderId === 'local') group.unshift(backup);
    else group.push(backup);
  }
  return Array.from(groups, ([name, copies]) => ({ name, copies, proof: bestProof(copies) }));
}

/**
 * The copy to restore from: one outside this computer, which carries the files of its customers, before the snapshot here,
 * which needs them to lie here still. `null` when none is there.
 */
export function selectAtHand(copies: CopyGroup['copies'], isAway: (folderId: string) => boolean): Backup | null {
  const there = copies.filter(({ folderId }) => !isAway(folderId));
  const isWhole = ({ folderId, verifiedAt }: Backup) => folderId !== 'local' && verifiedAt !== null;
  return there.find(isWhole) ?? there[0] ?? null;
}

function bestProof(copies: readonly [Backup, ...Backup[]]): Backup {
  const verified = copies.filter(({ verifiedAt }) => verifiedAt !== null);
  return verified.find(({ folderId }) => folderId !== 'local') ?? verified[0] ?? copies[0];
}
