import { describe, expect, it } from 'vitest';
import { decideDoorWords } from '../../../renderer/app/lock/decide-door-words.ts';
import { aBackup, aFolder, aStatus } from '../../helpers/backup-status.ts';

const since = '2026-11-21T08:00:00.000Z';
const later = '2026-11-21T08:01:00.000Z';
const copy = { folderId: 'stick', step: 'writing', doneBytes: 30, totalBytes: 40 } as const;

describe('what the locked page says of backups', () => {
  it('is where one is being written, how far it is, and that it is read back', () => {
    const status = aStatus({ folders: [aFolder({ kind: 'drive' })] });
    expect(decideDoorWords(copy, status, since)).toEqual({ kind: 'writing', folder: '黑色闪迪', percent: 75 });
    expect(decideDoorWords({ ...copy, step: 'verifying' }, status, since)?.kind).toBe('verifying');
    // A disk that does not tell its size yet, or a folder that is gone from the list.
    expect(decideDoorWords({ ...copy, totalBytes: 0 }, status, since)).toMatchObject({ percent: 0 });
    expect(decideDoorWords({ ...copy, folderId: 'other' }, status, since)).toBeNull();
  });

  it('is that the stick may be pulled out, once it was read back while the page was shown', () => {
    const folders = [aFolder({ kind: 'drive' })];
    const after = aStatus({ folders, backups: [aBackup({ verifiedAt: later })] });
    expect(decideDoorWords(null, after, since)).toEqual({ kind: 'safeToRemove', folder: '黑色闪迪' });
    const inFolder = { ...after, folders: [aFolder({ kind: 'folder' })] };
    expect(decideDoorWords(null, inFolder, since)?.kind).toBe('done');
    const unverified = aStatus({ folders, backups: [aBackup({ verifiedAt: null, proof: null })] });
    expect(decideDoorWords(null, unverified, since)).toBeNull();
    const pulledOut = { ...after, folders: [aFolder({ kind: 'drive', reachable: false })] };
    expect(decideDoorWords(null, pulledOut, since)).toBeNull();
  });

  it('is nothing about what happened before', () => {
    const old = aStatus({
      folders: [aFolder({ failure: { code: 'backup/disk-full', at: '2026-11-21T07:00:00.000Z' } })],
    });
    expect(decideDoorWords(null, { ...old, backups: [aBackup()] }, since)).toBeNull();
    expect(decideDoorWords(null, null, since)).toBeNull();
  });

  it('is that it failed, before anything good', () => {
    const failure = { code: 'backup/disk-full', at: later };
    const status = aStatus({ folders: [aFolder({ failure })], backups: [aBackup({ verifiedAt: later })] });
    expect(decideDoorWords(null, status, since)?.kind).toBe('failed');
  });
});
