import { describe, expect, it } from 'vitest';
import { appError } from '#shared/errors/app-error.ts';
import type { BackupRun } from '../../../renderer/display/backup-run.ts';
import { decideHeadline } from '../../../renderer/features/safety/backups/decide-headline.ts';
import { aBackup, aFolder, aStatus } from '../../helpers/backup-status.ts';

const now = '2026-11-21T08:00:00.000Z';
const idle: BackupRun = { current: null, ended: null };
const backup = aBackup();
const stick = aFolder();
const good = aStatus({ folders: [stick], backups: [backup] });

describe('decideHeadline', () => {
  it('claims nothing before main has answered', () => {
    expect(decideHeadline(null, idle, undefined, now)).toEqual({ kind: 'unknown' });
  });

  it('tells whether a folder is still to be chosen', () => {
    expect(decideHeadline(aStatus(), idle, undefined, now)).toEqual({
      kind: 'none',
      hasFolder: false,
    });
    expect(decideHeadline(aStatus({ folders: [stick] }), idle, undefined, now)).toEqual({
      kind: 'none',
      hasFolder: true,
    });
  });

  it('says good only of a verified backup', () => {
    expect(decideHeadline(good, idle, undefined, now)).toMatchObject({ kind: 'good', verifiedAt: backup.verifiedAt });
    const torn = { ...good, backups: [{ ...backup, verifiedAt: null }] };
    expect(decideHeadline(torn, idle, undefined, now).kind).toBe('none');
  });

  it('remembers the last backup of a folder that is away', () => {
    const away = { ...good, folders: [{ ...stick, reachable: false }] };
    expect(decideHeadline(away, idle, undefined, now)).toEqual({
      kind: 'missing',
      lastVerifiedAt: backup.verifiedAt,
    });
  });

  it('does not call a stick missing that is where sticks belong', () => {
    const unplugged = { ...good, folders: [aFolder({ kind: 'drive', reachable: false })] };
    expect(decideHeadline(unplugged, idle, undefined, now)).toMatchObject({ kind: 'good', isAway: true });
    const later = '2026-11-29T08:00:00.000Z';
    expect(decideHeadline(unplugged, idle, undefined, later)).toMatchObject({ kind: 'old', isAway: true });
    expect(decideHeadline({ ...unplugged, backups: [] }, idle, undefined, now).kind).toBe('missing');
  });

  it('speaks of reading back once everything is written', () => {
    const packing = { step: 'packing' as const, folder: null, at: 0, of: 2, isStopping: false };
    const task = { id: 'backup', label: '', done: 3, total: 8 };
    const running = (done: number) => decideHeadline(good, { ...idle, current: packing }, { ...task, done }, now);
    expect(running(3)).toMatchObject({ kind: 'running', isVerifying: false, current: packing });
    expect(running(8)).toMatchObject({ kind: 'running', isVerifying: true });
    const copying = { ...packing, step: 'verifying' as const, folder: { id: 'stick', label: '黑色闪迪' }, at: 1 };
    expect(decideHeadline(good, { ...idle, current: copying }, task, now)).toMatchObject({
      isVerifying: true,
      total: 8,
    });
  });

  it('shows work that another screen asked for', () => {
    const task = { id: 'backup', label: '', done: 0, total: 0 };
    expect(decideHeadline(good, idle, task, now)).toMatchObject({ kind: 'running', current: null, isVerifying: false });
  });

  it('puts a failure before an older success, until the next run', () => {
    const failures = [{ folder: '黑色闪迪', error: appError('backup/disk-full') }];
    const failed: BackupRun = { current: null, ended: { made: 0, failures, isStopped: false } };
    expect(decideHeadline(good, failed, undefined, now)).toEqual({ kind: 'failed', failures, made: 0 });
  });

  it('takes a stopped run for no failure', () => {
    const stopped: BackupRun = { current: null, ended: { made: 0, failures: [], isStopped: true } };
    expect(decideHeadline(good, stopped, undefined, now).kind).toBe('good');
  });
});
