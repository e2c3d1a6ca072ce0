import { civilOf, epochDayOf, type EpochDay } from './day.ts';
import { EARLIEST_DAY, FIRST_SOLAR_TERM_YEAR, LAST_SOLAR_TERM_YEAR, SOLAR_TERM_DAYS } from './solar-terms-table.ts';

/** In the order of the solar year, two to a month from 小寒 in January. */
export const solarTerms = [
  'xiaohan',
  'dahan',
  'lichun',
  'yushui',
  'jingzhe',
  'chunfen',
  'qingming',
  'guyu',
  'lixia',
  'xiaoman',
  'mangzhong',
  'xiazhi',
  'xiaoshu',
  'dashu',
  'liqiu',
  'chushu',
  'bailu',
  'qiufen',
  'hanlu',
  'shuangjiang',
  'lidong',
  'xiaoxue',
  'daxue',
  'dongzhi',
] as const;
export type SolarTerm = (typeof solarTerms)[number];

/** Hexadecimal digits are read from the right: the last digit of a year holds its first two terms. */
function dayOfTerm(year: number, index: number): number {
  const place = (year - FIRST_SOLAR_TERM_YEAR + 1) * 12 - 1 - (index >> 1);
  const pair = Number.parseInt(SOLAR_TERM_DAYS.charAt(place), 16);
  return (EARLIEST_DAY[index] ?? 0) + ((pair >> ((index & 1) * 2)) & 3);
}

function isCovered(year: number): boolean {
  return year >= FIRST_SOLAR_TERM_YEAR && year <= LAST_SOLAR_TERM_YEAR;
}

/** The day of a solar term by Chinese standard time; undefined outside 1901–2100. */
export function solarTermDay(year: number, term: SolarTerm): EpochDay | undefined {
  if (!isCovered(year)) return undefined;
  const index = solarTerms.indexOf(term);
  return epochDayOf(year, (index >> 1) + 1, dayOfTerm(year, index));
}

/** The solar term that begins on a day, if one does. */
export function solarTermOf(day: EpochDay): SolarTerm | undefined {
  const date = civilOf(day);
  if (!isCovered(date.year)) return undefined;
  const first = (date.month - 1) * 2;
  if (dayOfTerm(date.year, first) === date.day) return solarTerms[first];
  return dayOfTerm(date.year, first + 1) === date.day ? solarTerms[first + 1] : undefined;
}
