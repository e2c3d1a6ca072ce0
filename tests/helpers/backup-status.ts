import type { Backup, BackupStatus } from '../../renderer/state/backup-status.ts';

/** What main says of a verified backup on the stick. */
export function aBackup(change: Partial<Backup> = {}): Backup {
  return {
    id: 'one',
    name: 'one.kebu',
    folderId: 'stick',
    sizeBytes: 1,
    seq: 9,
    createdAt: '2026-11-21T07:56:00.000Z',
    verifiedAt: '2026-11-21T07:57:00.000Z',
    proof: 'decrypted',
    counts: { customer: 3 },
    ...change,
  };
}

export function aFolder(change: Partial<BackupStatus['folders'][number]> = {}): BackupStatus['folders'][number] {
  const state = { reachable: true, freeBytes: 1e9, failure: null, strangers: [] };
  return { id: 'stick', label: '黑色闪迪', kind: 'folder', ...state, ...change };
}

export function aStatus(change: Partial<BackupStatus> = {}): BackupStatus {
  return { folders: [], backups: [], drill: null, ...change };
}
