import { describe, expect, it } from 'vitest';
import { chooseTwo } from '../../../renderer/app/first-run/choose-two.ts';
import { formatElapsed } from '../../../renderer/display/format-elapsed.ts';
import { selectVerifiedBackup, type BackupStatus } from '../../../renderer/app/shell/use-backup-status.ts';

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

describe('selectVerifiedBackup', () => {
  const backup = (id: string, seq: number, verifiedAt: string | null): BackupStatus['backups'][number] => ({
    id,
    name: id,
    folderId: 'local',
    sizeBytes: 1,
    seq,
    createdAt: now,
    verifiedAt,
    counts: null,
  });

  it('takes the highest sequence number, never the newest clock', () => {
    const older = backup('older', 7, '2026-11-21T07:00:00.000Z');
    const newer = backup('newer', 9, '2020-01-01T00:00:00.000Z');
    expect(selectVerifiedBackup({ folders: [], backups: [older, newer] })).toBe(newer);
  });

  it('refuses a backup that was not verified', () => {
    expect(selectVerifiedBackup({ folders: [], backups: [backup('torn', 9, null)] })).toBeNull();
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
