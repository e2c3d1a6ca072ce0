import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderPolicy, localPolicy, selectExpired, type KeptBackup } from '#shared/backup/retention.ts';

const hourMs = 60 * 60 * 1000;
const start = Date.parse('2026-01-05T08:00:00.000Z');

function backupAt(seq: number, timeMs: number, generation = 1): KeptBackup {
  return { name: `backup-${generation}-${seq}`, generation, seq, createdAt: new Date(timeMs).toISOString() };
}

/** Makes a backup at each time and prunes after each, as the folder would. */
function run(timesMs: readonly number[], policy = localPolicy): { kept: KeptBackup[]; removed: KeptBackup[] } {
  let kept: KeptBackup[] = [];
  const removed: KeptBackup[] = [];
  for (const [index, timeMs] of timesMs.entries()) {
    kept = [...kept, backupAt(index + 1, timeMs)];
    const name = selectExpired(kept, policy, new Set());
    removed.push(...kept.filter((backup) => backup.name === name));
    kept = kept.filter((backup) => backup.name !== name);
  }
  return { kept, removed };
}

const every = (stepMs: number, count: number) => Array.from({ length: count }, (_, index) => start + index * stepMs);

describe('selectExpired', () => {
  it('keeps 24 hours, 14 days, 8 weeks and 12 months of local snapshots', () => {
    const { kept } = run(every(hourMs, 24 * 500));
    const hours = kept.slice(-24);
    expect(hours.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, index) => 24 * 500 - 23 + index));
    const distinct = (length: number) => new Set(kept.map(({ createdAt }) => createdAt.slice(0, length))).size;
    expect(distinct(10)).toBeGreaterThanOrEqual(14);
    expect(distinct(7)).toBe(12);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8 + 12);
  });

  it('keeps the five newest and one of each month in a folder', () => {
    const { kept } = run(every(24 * hourMs, 400), folderPolicy);
    expect(kept.slice(-5).map(({ seq }) => seq)).toEqual([396, 397, 398, 399, 400]);
    expect(new Set(kept.map(({ createdAt }) => createdAt.slice(0, 7))).size).toBe(14);
    expect(kept.length).toBeLessThanOrEqual(5 + 14);
  });

  it('removes nothing because time has passed', () => {
    const backups = every(24 * hourMs, 10).map((timeMs, index) => backupAt(index + 1, timeMs));
    const afterTwoYears = backupAt(11, start + 730 * 24 * hourMs);
    expect(selectExpired([...backups, afterTwoYears], localPolicy, new Set())).toBeNull();
  });

  it.each([
    ['years ahead', 5 * 365 * 24 * hourMs],
    ['years back', -5 * 365 * 24 * hourMs],
    ['an hour back', -hourMs],
  ])('removes nothing when the clock jumped %s', (_, jumpMs) => {
    const backups = every(hourMs / 4, 300).map((timeMs, index) => backupAt(index + 1, timeMs));
    expect(selectExpired(backups, localPolicy, new Set())).not.toBeNull();
    const jumped = backupAt(301, start + 300 * (hourMs / 4) + jumpMs - hourMs);
    expect(selectExpired([...backups, jumped], localPolicy, new Set())).toBeNull();
  });

  it('goes by the journal’s order: a later generation is newer whatever its time', () => {
    const old = every(hourMs / 60, 40).map((timeMs, index) => backupAt(index + 1, timeMs));
    const restored = backupAt(3, start + 41 * (hourMs / 60), 2);
    const policy = { newest: 1, hourly: 0, daily: 0, weekly: 0, monthly: 0 };
    expect(selectExpired([restored, ...old], policy, new Set())).toBe('backup-1-1');
  });

  it('never removes the newest or a protected one, whatever the backups are', () => {
    const backups = fc
      .uniqueArray(fc.record({ seq: fc.nat(50), offset: fc.integer({ min: -1e6, max: 1e6 }) }), {
        selector: ({ seq }) => seq,
        maxLength: 40,
      })
      .map((list) => list.map(({ seq, offset }) => backupAt(seq, start + offset * hourMs)));
    const policies = fc.constantFrom(localPolicy, folderPolicy, {
      newest: 0,
      hourly: 0,
      daily: 0,
      weekly: 0,
      monthly: 0,
    });
    fc.assert(
      fc.property(backups, policies, fc.nat(50), (list, policy, protectedSeq) => {
        const protectedName = `backup-1-${protectedSeq}`;
        const removed = selectExpired(list, policy, new Set([protectedName]));
        const newestSeq = Math.max(...list.map(({ seq }) => seq));
        expect(removed).not.toBe(`backup-1-${newestSeq}`);
        expect(removed).not.toBe(protectedName);
        expect(removed === null || list.some(({ name }) => name === removed)).toBe(true);
      }),
    );
  });
});
