import { describe, expect, it } from 'vitest';
import { decideDrillState, isDrillDue } from '#shared/backup/drill.ts';
import type { Drill } from '#shared/ipc/contract.ts';

const now = '2026-11-21T08:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const drill = (days: number, failure: string | null = null): Drill => ({
  at: daysAgo(days),
  name: 'one.kebu',
  folder: '黑色闪迪',
  createdAt: daysAgo(days),
  elapsedMs: 900,
  counts: failure === null ? { customer: 3 } : null,
  failure,
});

describe('decideDrillState', () => {
  it.each([
    ['nothing-to-try', null, null],
    ['due', null, daysAgo(1)],
    ['overdue', null, daysAgo(40)],
    ['passed', drill(0), daysAgo(90)],
    ['passed', drill(29), null],
    ['due', drill(30), daysAgo(90)],
    ['overdue', drill(40), daysAgo(90)],
    ['failed', drill(2, 'restore/damaged'), daysAgo(90)],
    ['overdue', drill(41, 'restore/damaged'), daysAgo(90)],
    ['overdue', drill(-400), daysAgo(90)],
  ] as const)('says %s', (state, last, firstBackupAt) => {
    expect(decideDrillState(last, firstBackupAt, now)).toBe(state);
  });
});

describe('isDrillDue', () => {
  it.each([
    [true, null],
    [false, drill(29)],
    [true, drill(30)],
    [false, drill(0.5, 'restore/damaged')],
    [true, drill(1, 'restore/damaged')],
    [true, drill(-400)],
  ])('says %s', (isDue, last) => {
    expect(isDrillDue(last, now)).toBe(isDue);
  });
});
