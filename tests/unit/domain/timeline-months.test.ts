import { expect, it } from 'vitest';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { timelineMonths } from '#shared/domain/timeline/timeline-months.ts';

const entriesAt = (...times: string[]) => times.map((at, n) => ({ id: `e${String(n)}`, at }) as TimelineEntry);

it('tells each month once, with its newest entry and how many are newer', () => {
  const entries = entriesAt('2026-03-09T10:00', '2026-03-01', '2026-01-31', '2025-03-02T08:00', '2025-03-01');
  expect(timelineMonths(entries)).toEqual([
    { month: '2026-03', entryId: 'e0', at: 0, count: 2 },
    { month: '2026-01', entryId: 'e2', at: 2, count: 1 },
    { month: '2025-03', entryId: 'e3', at: 3, count: 2 },
  ]);
});

it('tells none where nothing happened', () => {
  expect(timelineMonths([])).toEqual([]);
});
