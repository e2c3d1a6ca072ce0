import * as fc from 'fast-check';
import { LunarMonth, LunarYear, SolarTerm as TymeTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { epochDayOf, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { lunarLabel, lunarText } from '#shared/calendar/lunar-label.ts';
import { FIRST_LUNAR_YEAR } from '#shared/calendar/lunar-table.ts';
import {
  FIRST_LUNAR_EPOCH_DAY,
  LAST_LUNAR_EPOCH_DAY,
  LAST_LUNAR_YEAR,
  lastDayOfLunarYear,
  leapMonthOf,
  lunarMonth,
  lunarOf,
} from '#shared/calendar/lunar.ts';
import { solarTermDay, solarTermOf, solarTerms } from '#shared/calendar/solar-terms.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, index) => FIRST_LUNAR_YEAR + index);

function firstDay(year: number, month: number, leap = false): string | undefined {
  const found = lunarMonth(year, month, leap);
  return found && fromEpochDay(found.start);
}

describe('the lunar table', () => {
  it('equals tyme4ts in the start and length of each month, 1900–2100', () => {
    let months = 0;
    for (const year of years) {
      expect(leapMonthOf(year) ?? 0, `leap month of ${year}`).toBe(LunarYear.fromYear(year).getLeapMonth());
      for (const tyme of LunarYear.fromYear(year).getMonths()) {
        const solar = tyme.getFirstJulianDay().getSolarDay();
        const start = epochDayOf(solar.getYear(), solar.getMonth(), solar.getDay());
        const own = lunarMonth(year, tyme.getMonth(), tyme.isLeap());
        expect(own, tyme.toString()).toEqual({ start, days: tyme.getDayCount() });
        months++;
      }
    }
    expect(months).toBe(2486);
  });

  it('names every day once, in order', () => {
    let before = lunarOf(FIRST_LUNAR_EPOCH_DAY);
    for (let day = FIRST_LUNAR_EPOCH_DAY + 1; day <= LAST_LUNAR_EPOCH_DAY; day++) {
      const date = lunarOf(day);
      if (!date || !before) throw new Error(fromEpochDay(day));
      if (date.day !== before.day + 1 && !(date.day === 1 && before.day === before.monthDays)) {
        throw new Error(`${fromEpochDay(day)} follows wrongly`);
      }
      if (lunarMonth(date.year, date.month, date.leap)?.start !== day - date.day + 1)
        throw new Error(fromEpochDay(day));
      before = date;
    }
  });

  it('has the months on which the Hong Kong Observatory and other tables disagree', () => {
    expect(firstDay(2027, 1)).toBe('2027-02-06');
    expect(firstDay(2030, 1)).toBe('2030-02-03');
    expect(firstDay(2018, 10)).toBe('2018-11-08');
    expect(firstDay(1987, 6, true)).toBe('1987-07-26');
    expect(firstDay(1933, 6)).toBe('1933-07-23');
    expect(firstDay(2097, 7)).toBe('2097-08-07');
  });

  it('follows the official almanac before 1929', () => {
    expect(firstDay(1914, 10)).toBe('1914-11-17');
    expect(firstDay(1916, 1)).toBe('1916-02-03');
    expect(firstDay(1920, 10)).toBe('1920-11-10');
  });

  it('takes the disputed new moon of 2057 as computed today', () => {
    expect(firstDay(2057, 9)).toBe('2057-09-29');
  });

  it('knows the leap months of 2020–2044', () => {
    const leaps = years
      .filter((year) => year >= 2020 && year <= 2044)
      .flatMap((year) => (leapMonthOf(year) ? [[year, leapMonthOf(year)]] : []));
    expect(leaps).toEqual([
      [2020, 4],
      [2023, 2],
      [2025, 6],
      [2028, 5],
      [2031, 3],
      [2033, 11],
      [2036, 6],
      [2039, 5],
      [2042, 2],
      [2044, 7],
    ]);
  });

  it('says nothing outside its years', () => {
    expect(lunarOf(FIRST_LUNAR_EPOCH_DAY - 1)).toBeUndefined();
    expect(lunarOf(LAST_LUNAR_EPOCH_DAY + 1)).toBeUndefined();
    expect(lunarMonth(1899, 1, false)).toBeUndefined();
    expect(lunarMonth(2101, 1, false)).toBeUndefined();
    expect(lunarMonth(2024, 13, false)).toBeUndefined();
    expect(lunarMonth(2024, 3, true)).toBeUndefined();
    expect(lastDayOfLunarYear(2101)).toBeUndefined();
    expect(lunarLabel(epochDayOf(1850, 1, 1))).toBe('');
  });
});

describeOracle('festivals', () => {
  type Festivals = Record<string, string> & { year: number };
  const oracle = JSON.parse(readOracle('lunar/festivals_2020_2050.json')) as Festivals[];
  const on = (year: number, month: number, day: number) => {
    const found = lunarMonth(year, month, false);
    return found && fromEpochDay(found.start + day - 1);
  };

  it.each(oracle)('of $year fall on their days', (expected) => {
    const { year } = expected;
    const term = solarTermDay(year, 'qingming');
    const eve = lastDayOfLunarYear(year);
    expect({
      year,
      spring_festival: on(year, 1, 1),
      lantern: on(year, 1, 15),
      qingming: term && fromEpochDay(term),
      dragon_boat: on(year, 5, 5),
      qixi: on(year, 7, 7),
      zhongyuan: on(year, 7, 15),
      mid_autumn: on(year, 8, 15),
      double_ninth: on(year, 9, 9),
      laba: on(year, 12, 8),
      xiaonian_north: on(year, 12, 23),
      xiaonian_south: on(year, 12, 24),
      chuxi_of_next_spring: eve && fromEpochDay(eve),
    }).toEqual(expected);
  });
});

describe('solar terms', () => {
  it('equal tyme4ts, 1901–2100', () => {
    for (let year = 1901; year <= 2100; year++) {
      solarTerms.forEach((term, index) => {
        const solar = TymeTerm.fromIndex(year, index + 1).getSolarDay();
        const day = epochDayOf(solar.getYear(), solar.getMonth(), solar.getDay());
        expect(solarTermDay(year, term), `${term} ${year}`).toBe(day);
        expect(solarTermOf(day), `${term} ${year}`).toBe(term);
      });
    }
  });

  it('are found on 24 days of a year', () => {
    const first = epochDayOf(2026, 1, 1);
    const found = Array.from({ length: 365 }, (_, index) => solarTermOf(first + index)).filter(Boolean);
    expect(found).toEqual(solarTerms);
  });

  it('are unknown outside their years', () => {
    expect(solarTermDay(1900, 'qingming')).toBeUndefined();
    expect(solarTermOf(epochDayOf(2101, 4, 5))).toBeUndefined();
  });
});

describe('lunar words', () => {
  it('label a calendar cell, the first of a month by its name', () => {
    expect(lunarLabel(toEpochDay('2026-11-21'))).toBe('十月十三');
    expect(lunarLabel(toEpochDay('2026-11-09'))).toBe('十月');
    expect(lunarLabel(toEpochDay('2025-07-25'))).toBe('闰六月');
    expect(lunarLabel(toEpochDay('2026-02-16'))).toBe('腊月廿九');
    expect(lunarLabel(toEpochDay('2026-11-21'), 'en')).toBe('10/13');
    expect(lunarLabel(toEpochDay('2025-07-26'), 'en')).toBe('leap 6/2');
  });

  it('name the days as tyme4ts does', () => {
    const month = LunarMonth.fromYm(2024, 3);
    month.getDays().forEach((day, index) => {
      expect(lunarText({ month: 3, day: index + 1 }, 'zh-CN')).toBe(`三月${day.getName()}`);
    });
  });

  it('are found for any day of the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_LUNAR_EPOCH_DAY, max: LAST_LUNAR_EPOCH_DAY }), (day) => {
        expect(lunarLabel(day)).toMatch(/^闰?[正二三四五六七八九十冬腊]月(初.|十.|廿.|二十|三十)?$/);
      }),
    );
  });
});
