import { describe, expect, it } from 'vitest';
import { chooseTwo } from '../../../renderer/display/choose-two.ts';
import { formatElapsed } from '../../../renderer/display/format-elapsed.ts';
import { decideBackupState, selectVerifiedBackup } from '../../../renderer/state/backup-status.ts';
import { aBackup, aFolder, aStatus } from '../../helpers/backup-status.ts';

const now = '2026-11-21T08:00:00.000Z';

describe('formatElapsed', () => {
  it.each([
    ['2026-11-21T07:59:40.000Z', '刚刚', 'just now'],
    ['2026-11-21T07:57:00.000Z', '3 分钟前', '3 minutes ago'],
    ['2026-11-21T03:00:00.000Z', '5 小时前', '5 hours ago'],
    ['2026-11-20T07:00:00.000Z', '昨天', 'yesterday'],
    ['2026-11-09T07:00:00.000Z', '12 天前', '12 days ago'],
  ])('says %s as people do', (at, zh, en) => {
    expect(formatElapsed('zh-CN', at, now)).toBe(zh);
    expect(formatElapsed('en', at, now)).toBe(en);
  });

  it('does not speak of the future when a clock was set back', () => {
    expect(formatElapsed('zh-CN', '2026-11-21T09:00:00.000Z', now)).toBe('刚刚');
  });
});

const backup = (id: string, seq: number, verifiedAt: string | null, folderId = 'stick') =>
  aBackup({ id, name: id, seq, verifiedAt, folderId, createdAt: now });

describe('selectVerifiedBackup', () => {
  it('takes the highest sequence number, never the newest clock', () => {
    const older = backup('older', 7, '2026-11-21T07:00:00.000Z');
    const newer = backup('newer', 9, '2020-01-01T00:00:00.000Z');
    expect(selectVerifiedBackup([older, newer])).toBe(newer);
  });

  it('refuses a backup that was not verified', () => {
    expect(selectVerifiedBackup([backup('torn', 9, null)])).toBeNull();
  });
});

describe('decideBackupState', () => {
  const folder = (id: string, reachable: boolean) => aFolder({ id, reachable });
  const recent = '2026-11-21T07:57:00.000Z';

  it('says none while nothing was verified in a folder', () => {
    const torn = backup('torn', 9, null);
    expect(decideBackupState(aStatus({ folders: [], backups: [] }), now).kind).toBe('none');
    expect(decideBackupState(aStatus({ folders: [folder('stick', true)], backups: [torn] }), now).kind).toBe('none');
  });

  it('does not count what lies on this computer only', () => {
    expect(
      decideBackupState(aStatus({ folders: [], backups: [backup('snapshot', 9, recent, 'local')] }), now).kind,
    ).toBe('none');
  });

  it('says missing when no chosen folder is there', () => {
    const away = [folder('stick', false), folder('cloud', false)];
    expect(decideBackupState(aStatus({ folders: away, backups: [] }), now).kind).toBe('missing');
  });

  it('is content with one folder that is there', () => {
    const folders = [folder('stick', true), folder('cloud', false)];
    expect(decideBackupState(aStatus({ folders, backups: [backup('one', 9, recent)] }), now)).toMatchObject({
      kind: 'good',
      verifiedAt: recent,
    });
  });

  it('calls a backup old after seven days', () => {
    const folders = [folder('stick', true)];
    const kindOf = (at: string): string =>
      decideBackupState(aStatus({ folders, backups: [backup('one', 9, at)] }), now).kind;
    expect(kindOf('2026-11-14T08:00:00.001Z')).toBe('good');
    expect(kindOf('2026-11-14T08:00:00.000Z')).toBe('old');
  });
});

describe('chooseTwo', () => {
  it('gives two different places in order, whatever the random numbers', () => {
    for (let a = 0; a < 30; a += 1) {
      for (let b = 0; b < 30; b += 1) {
        const [one, other] = chooseTwo(14, new Uint32Array([a, b]));
        expect(one).toBeLessThan(other);
        expect(other).toBeLessThan(14);
      }
    }
  });
});
