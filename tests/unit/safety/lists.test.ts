import { describe, expect, it } from 'vitest';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { countRecords } from '../../../renderer/features/safety/backups/count-records.ts';
import { groupCopies, selectAtHand } from '../../../renderer/features/safety/backups/group-copies.ts';
import { newestFirst } from '../../../renderer/features/safety/backups/newest-first.ts';
import { listCounts } from '../../../renderer/display/list-counts.ts';
import { compareCounts } from '../../../renderer/features/safety/restore/compare-counts.ts';
import { aBackup } from '../../helpers/backup-status.ts';

describe('newestFirst', () => {
  const made = (id: string, seq: number, createdAt: string) =>
    aBackup({ id, name: id, folderId: 'local', seq, createdAt });

  it('believes the journal before the clock', () => {
    const wrongClock = made('wrong clock', 12, '2019-01-01T00:00:00.000Z');
    const older = made('older', 9, '2026-11-20T00:00:00.000Z');
    const again = made('again', 9, '2026-11-21T00:00:00.000Z');
    expect(newestFirst([older, wrongClock, again])).toEqual([wrongClock, again, older]);
  });
});

describe('groupCopies', () => {
  const copy = (name: string, folderId: string, change = {}) =>
    aBackup({ id: `${folderId}-${name}`, name, folderId, ...change });

  it('tells each state of the archive once, with every place where it lies', () => {
    const groups = groupCopies([
      copy('b', 'stick', { seq: 2 }),
      copy('a', 'cloud', { seq: 1 }),
      copy('b', 'local', { seq: 2 }),
      copy('b', 'cloud', { seq: 2 }),
    ]);
    expect(groups.map(({ name, copies }) => [name, copies.map(({ folderId }) => folderId)])).toEqual([
      ['b', ['local', 'stick', 'cloud']],
      ['a', ['cloud']],
    ]);
  });

  it('shows the proof of a copy outside this computer, never one that was not verified before one that was', () => {
    const torn = { verifiedAt: null, proof: null };
    expect(groupCopies([copy('a', 'local'), copy('a', 'stick')])[0]?.proof.folderId).toBe('stick');
    expect(groupCopies([copy('a', 'local'), copy('a', 'stick', torn)])[0]?.proof.folderId).toBe('local');
    expect(groupCopies([copy('a', 'stick', torn)])[0]?.proof.verifiedAt).toBeNull();
  });

  it('restores from a verified copy outside that is there, then from the snapshot here', () => {
    const [group] = groupCopies([copy('a', 'local'), copy('a', 'stick'), copy('a', 'cloud', { verifiedAt: null })]);
    const from = (...away: string[]) => selectAtHand(group!.copies, (id) => away.includes(id))?.folderId;
    expect(from()).toBe('stick');
    expect(from('stick')).toBe('local');
    expect(selectAtHand([copy('b', 'stick')], () => true)).toBeNull();
  });
});

describe('counts', () => {
  it('are summed over all tables', () => {
    expect(countRecords({ customer: 3, order: 4 })).toBe(7);
    expect(countRecords({})).toBe(0);
  });

  it('are told in the order of the tables, without empty ones', () => {
    expect(listCounts({ tag: 1, order: 0, customer: 2 })).toEqual([
      { table: 'customer', count: 2 },
      { table: 'tag', count: 1 },
    ]);
  });

  it('are compared for every table that holds something on either side', () => {
    expect(compareCounts({ customer: 3, order: 0, tag: 2 }, { customer: 5, followUp: 1 })).toEqual([
      { table: 'customer', now: 3, backup: 5 },
      { table: 'followUp', now: 0, backup: 1 },
      { table: 'tag', now: 2, backup: 0 },
    ]);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [12_400_000, '12 MB'],
    [9_800_000, '9.3 MB'],
    [62_000_000_000, '58 GB'],
    [5e15, '4,547 TB'],
  ])('says %d bytes in at most three figures where a unit allows it', (bytes, text) => {
    expect(formatBytes('zh-CN', bytes)).toBe(text);
    expect(formatBytes('en', bytes)).toBe(text);
  });
});
