import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../renderer/engine/api.ts';
import { daysAtFirst } from '../../renderer/features/calendar/days-at-first.ts';

const day = (count: number) => ({ items: Array<CalendarItem>(count) });

describe('the agenda', () => {
  it('draws as many days at once as a window shows, and all of them where there is little', () => {
    expect(daysAtFirst(Array.from({ length: 60 }, () => day(100)))).toBe(1);
    expect(daysAtFirst(Array.from({ length: 60 }, () => day(15)))).toBe(3);
    expect(daysAtFirst(Array.from({ length: 30 }, () => day(1)))).toBe(30);
    expect(daysAtFirst([])).toBe(0);
  });
});
