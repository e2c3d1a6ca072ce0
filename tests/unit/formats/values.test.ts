import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearlyDateSchema, type YearlyDate } from '../../../shared/domain/customer/customer.ts';
import { detectDateOrder, makeDay, readDate } from '../../../shared/formats/values/dates.ts';
import { readDiscountRate, readInteger, readQuantity } from '../../../shared/formats/values/numbers.ts';
import { readMoney } from '../../../shared/money/read-money.ts';
import { readYearlyDate, writeYearlyDate } from '../../../shared/formats/values/yearly-dates.ts';

const today = '2026-11-21';

describe('readDate', () => {
  it.each([
    ['2024/1/5', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['24.1.5', '2024-01-05'],
    ['98年3月2日', '1998-03-02'],
    ['45296', '2024-01-05'],
    ['45296.5', '2024-01-05T12:00'],
    ['２０２４／１／５', '2024-01-05'],
    ['2024-01-05 10:20', '2024-01-05T10:20'],
    ['2024-1-5 0:00:00', '2024-01-05'],
    ['2024-01-05T10:20:30+08:00', '2024-01-05T10:20'],
    ['2024年1月5日 下午3:05', '2024-01-05T15:05'],
    ['2024年1月5日 星期五', '2024-01-05'],
    ['Fri, Jan 5, 2024 3:05 PM', '2024-01-05T15:05'],
    ['5-Jan-24', '2024-01-05'],
    ['1/5/24', '2024-01-05'],
    ['25/12/2024', '2024-12-25'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, { today })).toBe(date);
  });

  it.each(['2024-02-30', '13800138000', '0:00', 'abc', '', '2024', '1234', '99999', '2024-01-05 25:00', '2024/13/1'])(
    'refuses %s',
    (text) => {
      expect(readDate(text, { today })).toBeUndefined();
    },
  );

  it('finds the order of short dates in a column', () => {
    expect(detectDateOrder(['1/5/2024', '25/12/2024'], today)).toBe('day-first');
    expect(detectDateOrder(['1/5/2024', '12/25/2024'], today)).toBe('month-first');
    expect(detectDateOrder(['1/5/2024', '2/5/2024'], today)).toBe('month-first');
    expect(detectDateOrder(['1/5/2024', '2/5/2024'], today, true)).toBe('day-first');
    expect(detectDateOrder(['1/5/2024', '12/25/2024'], today, true)).toBe('month-first');
    expect(readDate('1/5/2024', { today, isDayFirst: true })).toBe('2024-05-01');
    expect(readDate('12/25/2024', { today, isDayFirst: true })).toBe('2024-12-25');
    expect(detectDateOrder(['24.1.5', '23.12.31'], today)).toBe('year-first');
    // With points between them the day comes first everywhere.
    expect(detectDateOrder(['05.01.2024', '06.02.2024'], today)).toBe('day-first');
    expect(readDate('05.01.2024', { today })).toBe('2024-01-05');
    expect(detectDateOrder(['2024-01-05', ''], today)).toBeUndefined();
    expect(readDate('3/4/2024', { today, order: 'day-first' })).toBe('2024-04-03');
  });
});

describe('readYearlyDate', () => {
  it.each([
    ['1990-10-03', { calendar: 'solar', year: 1990, month: 10, day: 3 }],
    ['19780805', { calendar: 'solar', year: 1978, month: 8, day: 5 }],
    ['1017', { calendar: 'solar', month: 10, day: 17 }],
    ['--04-12', { calendar: 'solar', month: 4, day: 12 }],
    ['1604-02-29', { calendar: 'solar', month: 2, day: 29 }],
    ['10月3日', { calendar: 'solar', month: 10, day: 3 }],
    ['十月三日', { calendar: 'solar', month: 10, day: 3 }],
    ['1990/10/3 0:00', { calendar: 'solar', year: 1990, month: 10, day: 3 }],
    ['农历八月十五', { calendar: 'lunar', month: 8, day: 15 }],
    ['八月十五', { calendar: 'lunar', month: 8, day: 15 }],
    ['腊月廿三', { calendar: 'lunar', month: 12, day: 23 }],
    ['除夕', { calendar: 'lunar', month: 12, day: 30, lastDay: true }],
    ['闰四月初三', { calendar: 'lunar', month: 4, day: 3, leap: true }],
    ['農曆1968年閏七月十六', { calendar: 'lunar', year: 1968, month: 7, day: 16, leap: true }],
    ['一九九〇年冬月初八', { calendar: 'lunar', year: 1990, month: 11, day: 8 }],
    ['阴历8.15', { calendar: 'lunar', month: 8, day: 15 }],
    ['农历1990-02-30', { calendar: 'lunar', year: 1990, month: 2, day: 30 }],
    ['大年初一', { calendar: 'lunar', month: 1, day: 1 }],
  ] as [string, YearlyDate][])('%s', (text, date) => {
    expect(readYearlyDate(text, { today })).toEqual(date);
  });

  it('believes a column that says 农历', () => {
    expect(readYearlyDate('1990-02-30', { today }, 'lunar')).toEqual({
      calendar: 'lunar',
      year: 1990,
      month: 2,
      day: 30,
    });
    expect(readYearlyDate('公历1990-02-03', { today }, 'lunar')).toMatchObject({ calendar: 'solar' });
  });

  it.each(['33', '属马', '2-30', '农历十三月初一', '农历2月31', '1990-02-30', ''])('refuses %s', (text) => {
    expect(readYearlyDate(text, { today })).toBeUndefined();
  });

  it('reads back what it writes', () => {
    const solar = fc
      .record({
        year: fc.option(fc.integer({ min: 1800, max: 2020 }), { nil: undefined }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(({ year, month, day }) => year !== 1604 && makeDay(year ?? 2000, month, day) !== undefined)
      .map(
        ({ year, month, day }): YearlyDate => ({ calendar: 'solar', ...(year !== undefined && { year }), month, day }),
      );
    const lunar = fc
      .record({
        year: fc.option(fc.integer({ min: 1800, max: 2020 }), { nil: undefined }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 30 }),
        leap: fc.boolean(),
      })
      .map(
        ({ year, month, day, leap }): YearlyDate =>
          month === 12 && day === 30
            ? { calendar: 'lunar', ...(year !== undefined && { year }), month, day, lastDay: true }
            : { calendar: 'lunar', ...(year !== undefined && { year }), month, day, ...(leap && { leap }) },
      );
    fc.assert(
      fc.property(fc.oneof(solar, lunar), (date) => {
        yearlyDateSchema.parse(date);
        expect(readYearlyDate(writeYearlyDate(date), { today })).toEqual(date);
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers', () => {
  it.each([
    ['¥1,234.50', 123450],
    ['1234.5元', 123450],
    ['￥ 12', 1200],
    ['1.2万', 1200000],
    ['(100)', -10000],
    ['-0.005', -1],
    ['１２．５', 1250],
    ['12,5', 1250],
    ['1,234', 123400],
    ['.5', 50],
  ])('%s is %i fen', (text, fen) => {
    expect(readMoney(text, 'CNY')).toEqual({ fen, isForeign: false });
  });

  it('notes another currency and refuses what is no amount', () => {
    expect(readMoney('$3.50', 'CNY')).toEqual({ fen: 350, isForeign: true });
    for (const text of ['abc', '', '12.5.3', '3件', '1-2', '(5']) expect(readMoney(text, 'CNY')).toBeUndefined();
  });

  it('reads quantities in thousandths with their unit', () => {
    expect(readQuantity('1.5kg')).toBe(1500);
    expect(readQuantity('3件')).toBe(3000);
    expect(readQuantity('三件')).toBeUndefined();
    expect(readInteger('30天')).toBe(30);
  });

  it('reads reductions', () => {
    expect(readDiscountRate('9折')).toBe(100);
    expect(readDiscountRate('85折')).toBe(150);
    expect(readDiscountRate('15%')).toBe(150);
    expect(readDiscountRate('20元')).toBeUndefined();
  });
});
