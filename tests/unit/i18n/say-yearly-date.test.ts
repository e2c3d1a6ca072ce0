import { describe, expect, it } from 'vitest';
import { readYearlyDate } from '#shared/formats/values/yearly-dates.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';

describe('a day of each year', () => {
  it.each([
    [{ calendar: 'lunar', month: 8, day: 15 }, '农历八月十五', 'lunar 8/15'],
    [{ calendar: 'lunar', year: 2020, month: 4, day: 3, leap: true }, '农历2020年闰四月初三', 'lunar 2020 leap 4/3'],
    [{ calendar: 'lunar', month: 12, day: 30, lastDay: true }, '农历除夕', 'Last day of the lunar year'],
    [{ calendar: 'solar', year: 1988, month: 3, day: 2 }, '1988-03-02', '1988-03-02'],
  ] as const)('is said in the words of the language: %o', (date, chinese, english) => {
    expect(sayYearlyDate('zh-CN', date)).toBe(chinese);
    expect(sayYearlyDate('en', date)).toBe(english);
  });

  it.each([
    { calendar: 'lunar', month: 8, day: 15 },
    { calendar: 'lunar', year: 2020, month: 4, day: 3, leap: true },
    { calendar: 'lunar', month: 6, day: 1, leap: true },
    { calendar: 'lunar', month: 12, day: 30, lastDay: true },
    { calendar: 'lunar', year: 1990, month: 12, day: 30, lastDay: true },
  ] as const)('is read back in either language: %o', (date) => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(readYearlyDate(sayYearlyDate(language, date), { today: '2026-03-01' })).toEqual(date);
    }
  });
});
