import type { YearlyDate } from '../domain/customer/customer.ts';
import { makeDay, type DateOptions } from '../formats/values/dates.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import { findDay, monthName, monthOf, type FoundDay } from './find-day.ts';
import { taken, type Line } from './line.ts';

const numeral = '[一二三四五六七八九十]';
const lunarDay = '(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十|廿[一二三四五六七八九]|三十)';
const calendar = '(?:农历|農曆|阴历|陰曆|旧历|公历|公曆|阳历|新历|lunar)\\s*';
const day = [
  '(?:\\d{4}\\s)?leap\\s\\d{1,2}[-/.]\\d{1,2}',
  `(?:(?:\\d{4}|[〇零一二三四五六七八九]{4})年?\\s*)?(?:闰|閏)?(?:正|冬|腊|臘|\\d{1,2}|${numeral}{1,2})月(?:初?[一二三四五六七八九十廿卅]{1,3}|\\d{1,2})[日号號]?`,
  '\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}日?',
  '(?:19|20)\\d{6}',
  '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})',
  '(?:\\d{4}\\s)?\\d{1,2}[-/.]\\d{1,2}',
  '除夕|大年三十|大年初一|春节|元宵节?|端午节?|七夕|中秋节?|重阳节?|腊八|小年',
  `\\d{1,2}(?:st|nd|rd|th)?\\s${monthName}(?:,?\\s\\d{4}(?!\\d))?`,
  `${monthName}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4}(?!\\d))?`,
].join('|');

const birthdays = [
  `(?:生日|生辰|出生日期|出生年月|出生|birthday|b-?day|born|dob)\\s*(?:是|为|在|is|on)?\\s*:?\\s*(${calendar})?(${day})(?!\\d)`,
  `(?<!\\d)(${calendar})?(${day})\\s*(?:的?生日|出生|生(?!\\p{L})|birthday)`,
  `(${calendar})(${day})(?!\\d)`,
  `(?<![\\p{L}\\d])()((?:闰|閏)?(?:[正冬腊臘]|${numeral}|十[一二])月${lunarDay})(?![日号號\\d])`,
].map((pattern) => new RegExp(pattern, 'giu'));

const anniversary = [
  '(?:(?:结婚|結婚|订婚|恋爱|相识|开业|開業|开店|成立|创业|入职|合作|公司)周?年?)?(?:纪念日|紀念日)',
  '(?:结婚|結婚)(?:日期|日子)',
  '(?:店|司)(?:庆|慶)日?',
  '(?<![a-z])(?:(?:wedding|engagement|work|business|company|shop|store|opening)\\s)?anniversary',
].join('|');

const anniversaries = [
  `(?<label>${anniversary})\\s*(?:是|为|在|is|on)?\\s*:?\\s*(?<mark>${calendar})?(?<text>${day})(?!\\d)`,
  `(?<!\\d)(?<mark>${calendar})?(?<text>${day})\\s*(?:是|的)?\\s*(?<label>${anniversary})`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Each with what it is the anniversary of, as that was written: `结婚纪念日 5月1号`. */
export function readAnniversaries(line: Line, dates: DateOptions): void {
  for (const pattern of anniversaries) {
    line.takeAll(pattern, ({ groups: { label = '', mark = '', text = '' } = {} }) => {
      const date = yearlyDate(mark + text, dates);
      return date && { kind: 'anniversary', label: label.charAt(0).toUpperCase() + label.slice(1), date };
    });
  }
}

const wholeDay =
  /(?<![\d/.-])(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2})(?![\d/-])/g;

/** Nobody writes the date of so long ago beside a customer but for the birthday. */
const youngest = 10;

export function readBirthday(line: Line, dates: DateOptions): void {
  for (const pattern of birthdays) {
    line.takeAll(pattern, ([, mark = '', text = '']) => {
      if (line.pieces.some((piece) => piece.kind === 'birthday')) return undefined;
      const date = yearlyDate(mark + text, dates);
      return date && { kind: 'birthday', date };
    });
  }
  line.takeAll(wholeDay, ([text]) => {
    if (line.pieces.some((piece) => piece.kind === 'birthday')) return undefined;
    const date = yearlyDate(text, dates);
    const isLongAgo = date?.year !== undefined && date.year <= Number(dates.today.slice(0, 4)) - youngest;
    return isLongAgo ? { kind: 'birthday', date } : undefined;
  });
}

function yearlyDate(text: string, dates: DateOptions): YearlyDate | undefined {
  const [, dayFirst, nameBehind = '', nameFirst = '', dayBehind, year] =
    new RegExp(
      `^(?:(\\d{1,2})(?:st|nd|rd|th)?\\s(${monthName})|(${monthName})\\s(\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s(\\d{4}))?$`,
      'i',
    ).exec(text.trim()) ?? [];
  const number = Number(dayFirst ?? dayBehind);
  const month = monthOf(nameBehind || nameFirst);
  if (number > 0 && month > 0) {
    // A leap year stands for an unknown one, so that 29 February is a day.
    if (!makeDay(year ? Number(year) : 2000, month, number)) return undefined;
    return { calendar: 'solar', ...(year && { year: Number(year) }), month, day: number };
  }
  return readYearlyDate(text, dates);
}

const verbsBefore =
  /(?:^|[\s,;])(?:(?:再|去|要|记得|请|提醒我?)?(?:回访|拜访|联系|打电话|电话|跟进|见面|送货|寄样品|发报价|报价|催款|收款|复诊|上门|量尺寸|安装)(?:时间|日期)?\s?:?|\p{Script=Han}{1,4}(?:时间|日期)\s?:)\s?$|(?:^|[^\p{L}])(?:to )?(?:call(?: back)?|ring|phone|visit|e-?mail|meet|see|text|message|write|follow[ -]?up|check in|remind|quote|deliver|collect|chase)(?: (?:him|her|them|me|us|again|back)){0,2}\s?$/iu;
const purposeBehind = /^\s?(?:前|之前|要|再|去)*[^\s,;。\n\0]+/u;
const latinPurpose = /^\s+(?:to\s+)?(?=[a-z])[^,;.。\n\0]+/iu;

/** `tomorrow call Bob`: what to do with whom is named behind it. */
const verbBehind =
  /^\s+(?:to )?(?:call(?: back)?|ring|phone|visit|e-?mail|meet|see|text|message|write to|follow[ -]?up with|check in with|remind|quote|chase)(?=\s+\p{Lu})/u;

/** Keeps the day of the next contact from being read as something else; what for is read when the rest is known. */
export function reserveDay(line: Line, dates: DateOptions): FoundDay | undefined {
  const found = findDay(line.rest, dates);
  if (found) line.hide(found.from, found.to);
  return found;
}

/** What the contact is for stands right before its day (`回访 下周二`, `call next Tuesday`) or behind it (`下周二回访`). */
export function readFollowUp(line: Line, { from, to, due }: FoundDay): void {
  const before = line.rest.slice(0, from);
  const behind = line.rest.slice(to);
  const verb = verbsBefore.exec(before);
  if (verb) {
    const start = from - verb[0].replace(/^[^\p{L}]/u, '').length;
    const title = line
      .typed(start, from)
      .replace(/^to /i, '')
      .replace(/(?:时间|日期)?\s*[:：]?$/, '');
    line.take(start, to, { kind: 'followUp', due, title: title.slice(0, 300) });
    return;
  }
  const isNamed = isSomebodyNamed(line, from);
  const deed = isNamed ? null : verbBehind.exec(behind);
  const purpose = deed ?? latinPurpose.exec(behind) ?? purposeBehind.exec(behind);
  // With nobody named before it, the next word is the name, unless it says what to do.
  const isApart = purpose !== null && /^\s/.test(purpose[0]) && !deed && !verbsBefore.test(purpose[0]);
  const isName = isApart && !isNamed;
  const end = purpose && !isName ? to + purpose[0].length : to;
  const title = line
    .typed(to, end)
    .replace(/^(?:之前|前|要)/, '')
    .replace(/^to\s+/i, '')
    .replace(/^(?:[\p{P}\s]+|早上|上午|中午|下午|傍晚|晚上)$/u, '');
  line.take(from, end, { kind: 'followUp', due, title: title.slice(0, 300) });
}

function isSomebodyNamed(line: Line, before: number): boolean {
  if (line.pieces.some(({ kind, to }) => kind === 'name' && to <= before)) return true;
  return line.rest
    .slice(0, before)
    .split(taken)
    .some((part) => /\p{L}{2,}/u.test(part));
}
