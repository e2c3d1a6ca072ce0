import { describe, expect, it } from 'vitest';
import { decideFolderState, isSafeToRemove } from '../../../renderer/features/safety/backups/decide-folder-state.ts';
import { aBackup, aFolder } from '../../helpers/backup-status.ts';

const now = '2026-11-21T08:00:00.000Z';
const idle = { current: null };
const stick = aFolder({ kind: 'drive' });
const backup = aBackup({ seq: 9 });

describe('decideFolderState', () => {
  it.each([
    ['current', stick, [backup], 9],
    ['behind', stick, [backup], 12],
    ['stale', stick, [aBackup({ verifiedAt: '2026-11-14T07:00:00.000Z' })], 12],
    ['empty', stick, [aBackup({ verifiedAt: null })], 12],
    ['away', { ...stick, reachable: false }, [backup], 9],
    ['away-behind', { ...stick, reachable: false }, [backup], 12],
    ['away-behind', { ...stick, reachable: false }, [], 0],
    ['failed', { ...stick, failure: { code: 'backup/disk-full', at: now } }, [backup], 12],
  ] as const)('says %s', (kind, folder, backups, headSeq) => {
    expect(decideFolderState(folder, backups, idle, headSeq, now).kind).toBe(kind);
  });

  it('goes by the journal’s order, never by the clock', () => {
    const fromTheFuture = aBackup({ seq: 3, verifiedAt: '2031-01-01T00:00:00.000Z' });
    expect(decideFolderState(stick, [fromTheFuture], idle, 9, now).kind).toBe('behind');
  });

  it('claims nothing of newer changes before the archive has answered', () => {
    expect(decideFolderState(stick, [backup], idle, null, now).kind).toBe('current');
  });
});

describe('isSafeToRemove', () => {
  const during = (step: 'packing' | 'writing' | 'verifying', id = 'stick') => {
    const current = { step, folder: { id, label: '' }, at: 1, of: 1, isStopping: false };
    return isSafeToRemove(stick, decideFolderState(stick, [backup], { current }, 9, now));
  };

  it('is said only after the file was read back', () => {
    expect(during('writing')).toBe(false);
    expect(during('verifying')).toBe(false);
    expect(isSafeToRemove(stick, decideFolderState(stick, [backup], idle, 9, now))).toBe(true);
  });

  it('is said while another folder is written to', () => {
    expect(during('writing', 'cloud')).toBe(true);
  });

  it('is not said of a folder, of what is not there, or after a failure', () => {
    const says = (change: Parameters<typeof aFolder>[0]) => {
      const folder = aFolder({ kind: 'drive', ...change });
      return isSafeToRemove(folder, decideFolderState(folder, [backup], idle, 9, now));
    };
    expect(says({ kind: 'folder' })).toBe(false);
    expect(says({ reachable: false })).toBe(false);
    expect(says({ failure: { code: 'backup/verify-failed', at: now } })).toBe(false);
  });
});
