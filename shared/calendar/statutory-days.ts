import { epochDayOf, type EpochDay } from './day.ts';
import { lunarMonth } from './lunar.ts';
import { solarTermDay } from './solar-terms.ts';

export const holidayNames = [
  'new-year',
  'spring-festival',
  'qingming',
  'labour-day',
  'dragon-boat',
  'mid-autumn',
  'national-day',
  'mid-autumn-national-day',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/**
 * The days off that the law itself gives in a solar year, without the shifts a yearly notice adds
 * (全国年节及纪念日放假办法 as amended in 1999, 2007, 2013 and 2024: 7, 10, 11, 11 and 13 days).
 */
export function statutoryDays(year: number): Map<EpochDay, HolidayName> {
  const days = new Map<EpochDay, HolidayName>();
  const give = (first: EpochDay | undefined, count: number, name: HolidayName) => {
    if (first === undefined) return;
    for (let day = first; day < first + count; day++) {
      days.set(day, name === 'mid-autumn' && days.has(day) ? 'mid-autumn-national-day' : name);
    }
  };
  const lunarDay = (month: number, day: number) => {
    const start = lunarMonth(year, month, false)?.start;
    return start === undefined ? undefined : start + day - 1;
  };
  const springFestival = lunarDay(1, 1);
  const eve = springFestival === undefined ? undefined : springFestival - 1;

  give(epochDayOf(year, 1, 1), 1, 'new-year');
  if (year >= 2025) give(eve, 4, 'spring-festival');
  else if (year >= 2008 && year <= 2013) give(eve, 3, 'spring-festival');
  else give(springFestival, 3, 'spring-festival');
  give(epochDayOf(year, 5, 1), labourDays(year), 'labour-day');
  give(epochDayOf(year, 10, 1), year >= 1999 ? 3 : 2, 'national-day');
  if (year >= 2008) {
    give(solarTermDay(year, 'qingming'), 1, 'qingming');
    give(lunarDay(5, 5), 1, 'dragon-boat');
    give(lunarDay(8, 15), 1, 'mid-autumn');
  }
  return days;
}

function labourDays(year: number): number {
  if (year >= 2025) return 2;
  return year >= 2000 && year <= 2007 ? 3 : 1;
}
