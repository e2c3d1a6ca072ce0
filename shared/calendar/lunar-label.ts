import type { Language } from '../i18n/catalogue.ts';
import type { EpochDay } from './day.ts';
import { lunarOf } from './lunar.ts';

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `正月`, `闰六月`, `冬月`, `腊月`. */
export function lunarMonthName(month: number, leap: boolean): string {
  return `${leap ? '闰' : ''}${MONTHS[month - 1]}月`;
}

/** `初一` … `初十`, `十一` … `二十`, `廿一` … `三十`. */
export function lunarDayName(day: number): string {
  const unit = DIGITS[(day - 1) % 10];
  if (day <= 10) return `初${unit}`;
  if (day < 20) return `十${unit}`;
  if (day === 20) return '二十';
  return day === 30 ? '三十' : `廿${unit}`;
}

/** A lunar date in words: `十月十三`, `闰六月初一`; in English by numbers, `10/13`, `leap 6/1`. */
export function lunarText(
  date: { month: number; day: number; leap?: boolean | undefined },
  language: Language,
): string {
  if (language === 'en') return `${date.leap ? 'leap ' : ''}${date.month}/${date.day}`;
  return lunarMonthName(date.month, date.leap ?? false) + lunarDayName(date.day);
}

/** The small text in a calendar cell: `十月十三`, on the first of a month its name alone. Empty outside the table. */
export function lunarLabel(day: EpochDay, language: Language = 'zh-CN'): string {
  const date = lunarOf(day);
  if (!date) return '';
  if (date.day === 1 && language === 'zh-CN') return lunarMonthName(date.month, date.leap);
  return lunarText(date, language);
}
