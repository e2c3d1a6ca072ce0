import type { YearlyDate } from '../../domain/customer/customer.ts';
import { writeYearlyDate } from '../../formats/values/yearly-dates.ts';
import { cleanText } from '../../match/text.ts';
import { unescapeText } from '../../formats/vcard/card-text.ts';
import { paramOf, type CardProperty } from '../../formats/vcard/read-cards.ts';

/** The year of 甲子 in which Apple's cycle 78 begins. */
const cycleStart = 1984;

/**
 * A day of every year as an import reads it: `1985-09-23`, `--0815`, the 1604 that Apple writes for no year. Apple writes lunar days
 * as cycle, year in the cycle, month and day: `007800070815` is the 15th of the 8th month of 1990.
 */
export function readCardDay(property: CardProperty): string {
  const text = cleanText(unescapeText(property.value)).replace(/^(\d{4}-?\d{2}-?\d{2})T.*$/, '$1');
  const unknownYear = paramOf(property, 'X-APPLE-OMIT-YEAR');
  if (/^chinese$/i.test(paramOf(property, 'CALSCALE') ?? '')) {
    const [, cycle, year, month, day] = /^(\d{4})(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
    if (cycle === undefined) return text;
    const solarYear = cycleStart + (Number(cycle) - 78) * 60 + Number(year) - 1;
    const date: YearlyDate = { calendar: 'lunar', month: Number(month), day: Number(day) };
    const hasYear = solarYear >= 1800 && solarYear <= 2200 && unknownYear === undefined;
    return writeYearlyDate(hasYear ? { ...date, year: solarYear } : date);
  }
  const isUnknown = unknownYear !== undefined && text.startsWith(unknownYear);
  const rest = isUnknown ? text.slice(unknownYear.length) : text.replace(/^1604(?=-?\d{2}-?\d{2}$)/, '-');
  return rest.replace(/^-+(\d{2})-?(\d{2})$/, '$1-$2').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
