import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/calendar/day.ts';
import { findDay } from '../../../shared/quick-add/find-day.ts';

/** A Saturday. */
const today = '2026-11-21';

describe('findDay', () => {
  it.each([
    ['今天', '2026-11-21'],
    ['明天上午十点', '2026-11-22T10:00'],
    ['大后天', '2026-11-24'],
    ['周六', '2026-11-21'],
    ['周五', '2026-11-27'],
    ['下周二', '2026-11-24'],
    ['下下周一', '2026-11-30'],
    ['下礼拜天', '2026-11-29'],
    ['下周', '2026-11-23'],
    ['两周后', '2026-12-05'],
    ['半个月后', '2026-12-06'],
    ['三个月后', '2027-02-21'],
    ['月底', '2026-11-30'],
    ['下个月5号', '2026-12-05'],
    ['下月底', '2026-12-31'],
    ['12月3日下午3点半', '2026-12-03T15:30'],
    ['1月5号', '2027-01-05'],
    ['25号', '2026-11-25'],
    ['5号', '2026-12-05'],
    ['2026-12-01 9:30', '2026-12-01T09:30'],
    ['tomorrow at 3pm', '2026-11-22T15:00'],
    ['next Tuesday', '2026-11-24'],
    ['Friday', '2026-11-27'],
    ['in 10 days', '2026-12-01'],
    ['in a month', '2026-12-21'],
    ['next month', '2026-12-21'],
    ['on 3 May', '2027-05-03'],
    ['Dec 3rd', '2026-12-03'],
    ['end of the month', '2026-11-30'],
  ])('%s is %s', (text, due) => {
    expect(findDay(text, { today })).toEqual({ from: 0, to: text.length, due });
  });

  it.each(['', '这周二', '2026-11-01', '昨天', '5号楼', 'May Chen', '2026年3月5日', '31月5日'])(
    'names no day to come: %s',
    (text) => {
      expect(findDay(text, { today })).toBeUndefined();
    },
  );

  it('never lies before today, whatever the day', () => {
    const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(today, days));
    const sayings = fc.constantFrom(
      '周一',
      '下周日',
      '月底',
      '3号',
      '2月29日',
      '下个月31号',
      '半年后',
      'next Friday',
      '29 Feb',
    );
    fc.assert(
      fc.property(anyDay, sayings, (day, saying) => {
        const found = findDay(saying, { today: day });
        expect(found === undefined || found.due >= day).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
