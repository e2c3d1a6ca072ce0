import type { YearlyDate } from '../../domain/customer/customer.ts';
import { foldText } from '../../match/text.ts';
import { readChineseNumber, readYear } from './chinese-number.ts';
import { makeDay, readDate, type DateOptions } from './dates.ts';

/** Days of the lunar year that people name instead of counting. */
const festivals: ReadonlyMap<string, YearlyDate> = new Map(
  Object.entries({
    除夕: { calendar: 'lunar', month: 12, day: 30, lastDay: true },
    大年三十: { calendar: 'lunar', month: 12, day: 30, lastDay: true },
    年三十: { calendar: 'lunar', month: 12, day: 30, lastDay: true },
    大年初一: { calendar: 'lunar', month: 1, day: 1 },
    春节: { calendar: 'lunar', month: 1, day: 1 },
    元宵: { calendar: 'lunar', month: 1, day: 15 },
    元宵节: { calendar: 'lunar', month: 1, day: 15 },
    端午: { calendar: 'lunar', month: 5, day: 5 },
    端午节: { calendar: 'lunar', month: 5, day: 5 },
    七夕: { calendar: 'lunar', month: 7, day: 7 },
    中元节: { calendar: 'lunar', month: 7, day: 15 },
    中秋: { calendar: 'lunar', month: 8, day: 15 },
    中秋节: { calendar: 'lunar', month: 8, day: 15 },
    重阳: { calendar: 'lunar', month: 9, day: 9 },
    重阳节: { calendar: 'lunar', month: 9, day: 9 },
    腊八: { calendar: 'lunar', month: 12, day: 8 },
    小年: { calendar: 'lunar', month: 12, day: 23 },
  } as const),
);

const lunarMark = /农历|阴历|旧历|夏历|\(农\)|\(阴\)|\blunar\b|^农(?=[\d正一二三四五六七八九十腊冬闰])/;
const leapMark = /\bleap\s+(?=\d)/;
/** As it is said in English; the word lunar is taken out before. */
const lastDayWords = /^last day of the\s+year(?:\s+(\d{4}))?$/;
const solarMark = /公历|阳历|新历|国历|\(公\)|\(阳\)|\bsolar\b/;
const monthNames: ReadonlyMap<string, number> = new Map([
  ['正', 1],
  ['冬', 11],
  ['腊', 12],
]);

/**
 * A birthday or another day of every year: any date, a day without year (`10-03`, `1003`, `10月3日`, `--10-03`, and the
 * 1604 that phones write for an unknown year), or a lunar day (`农历八月十五`, `腊月廿三`, `除夕`, `1990年闰四月初三`,
 * `lunar 1990 leap 4/3`). `calendar` is what
 * a column beside it says; without it a day is lunar when it is marked or written so.
 */
export function readYearlyDate(
  text: string,
  options: DateOptions,
  calendar?: 'solar' | 'lunar',
): YearlyDate | undefined {
  const folded = foldText(text);
  const isLunar = lunarMark.test(folded) || leapMark.test(folded) || (calendar === 'lunar' && !solarMark.test(folded));
  const plain = folded
    .replace(lunarMark, '')
    .replace(solarMark, '')
    .replace(/[()]|生日?$/g, '')
    .replace(leapMark, '闰')
    .replace(/^[:\s]+/, '')
    .trim();
  const festival = festivals.get(plain.replace(/\s/g, '').replace(/^.{4}年(?=除夕|大年)/, ''));
  if (festival) return withYear(festival, readYear(/^(.{4})年/.exec(plain)?.[1] ?? ''));
  const lastDay = isLunar ? lastDayWords.exec(plain) : null;
  if (lastDay) return withYear({ calendar: 'lunar', month: 12, day: 30, lastDay: true }, readYear(lastDay[1] ?? ''));
  const written = readChineseDay(plain, isLunar);
  if (written) return written;
  return isLunar ? readLunarNumbers(plain) : readSolar(plain, options);
}

function withYear(date: YearlyDate, year: number | undefined): YearlyDate {
  return year === undefined ? { ...date } : { ...date, year };
}

/** `一九九〇年闰四月初三`, `八月十五`, `10月3日`. Without 日 or 号 behind it a day in characters is a lunar one. */
function readChineseDay(text: string, isMarkedLunar: boolean): YearlyDate | undefined {
  const match =
    /^(?:(\d{4}|[〇零○一二三四五六七八九]{4})年?)?(?:[甲乙丙丁戊己庚辛壬癸].年)?\s*(闰)?(正|冬|腊|\d{1,2}|[一二三四五六七八九十元]{1,2})月(初?[〇一二三四五六七八九十廿卅]{1,3}|\d{1,2})([日号])?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, yearText, leap, monthText = '', dayText = '', dayWord] = match;
  const month = monthNames.get(monthText) ?? (/^\d/.test(monthText) ? Number(monthText) : readChineseNumber(monthText));
  const day = /^\d/.test(dayText) ? Number(dayText) : readChineseNumber(dayText);
  const year = yearText ? readYear(yearText) : undefined;
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1) return undefined;
  const isLunar =
    isMarkedLunar ||
    leap !== undefined ||
    monthNames.has(monthText) ||
    /^[初廿卅]/.test(dayText) ||
    (!dayWord && !/^\d/.test(dayText));
  if (!isLunar) return solar(year, month, day);
  return lunar(year, month, day, leap !== undefined, monthText.startsWith('腊') && day === 30);
}

function readLunarNumbers(text: string): YearlyDate | undefined {
  const match =
    /^(?:(\d{4})\s*[-/.年]?\s*)?(闰)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^()()(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, year, leap, month, day] = match;
  return lunar(year ? Number(year) : undefined, Number(month), Number(day), Boolean(leap), false);
}

function readSolar(text: string, options: DateOptions): YearlyDate | undefined {
  const bare =
    /^(?:--|0000-|1604-)?(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text) ?? /^(?:--)?(\d{2})(\d{2})$/.exec(text);
  if (bare) {
    const [first, second] = [Number(bare[1]), Number(bare[2])];
    const isDayFirst = options.order === 'day-first' || (options.order === undefined && options.isDayFirst === true);
    return (isDayFirst && /[/.]/.test(text) && solar(undefined, second, first)) || solar(undefined, first, second);
  }
  const date = readDate(text, options);
  if (!date) return undefined;
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return solar(year === 1604 ? undefined : year, month ?? 0, day ?? 0);
}

function solar(year: number | undefined, month: number, day: number): YearlyDate | undefined {
  // A leap year stands for an unknown one, so that 29 February is a day.
  if (!makeDay(year ?? 2000, month, day)) return undefined;
  return { calendar: 'solar', ...(year !== undefined && { year }), month, day };
}

function lunar(
  year: number | undefined,
  month: number,
  day: number,
  leap: boolean,
  lastDay: boolean,
): YearlyDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 30 || (year !== undefined && (year < 1800 || year > 2200)))
    return undefined;
  return {
    calendar: 'lunar',
    ...(year !== undefined && { year }),
    month,
    day,
    ...(leap && { leap }),
    ...(lastDay && { lastDay }),
  };
}

const dayNames = Array.from({ length: 30 }, (_, index) => {
  const ones = Array.from('一二三四五六七八九十')[index % 10] ?? '';
  if (index < 10) return `初${ones}`;
  if (index < 19) return `十${ones}`;
  if (index === 19) return '二十';
  return index === 29 ? '三十' : `廿${ones}`;
});
const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];

/** A yearly date as `readYearlyDate` reads it back: `1990-10-03`, `10-03`, `农历1990年闰四月初三`, `除夕`. */
export function writeYearlyDate(date: YearlyDate): string {
  const { calendar, year, month, day, leap, lastDay } = date;
  if (calendar === 'solar') {
    const tail = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return year === undefined ? tail : `${String(year).padStart(4, '0')}-${tail}`;
  }
  const yearText = year === undefined ? '' : `${year}年`;
  if (lastDay) return `农历${yearText}除夕`;
  return `农历${yearText}${leap ? '闰' : ''}${lunarMonths[month - 1] ?? month}月${dayNames[day - 1] ?? day}`;
}
