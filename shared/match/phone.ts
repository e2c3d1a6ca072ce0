import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Phone } from '../domain/customer/customer.ts';
import { cleanText, narrowText, normalizeText } from './text.ts';

/** Why a text gave no complete number. The text itself is kept in `raw` whatever happens. */
export type PhoneNote = 'masked' | 'scientific' | 'wrong-length' | 'no-area-code' | 'unassigned' | 'unreadable';

export interface PhoneReading {
  phone: Phone;
  note?: PhoneNote;
}

/** Mobile numbers in use (libphonenumber 2025); everything else goes to the full metadata. */
const mobile = /^1(?:[38]\d|4[57]|5[0-35-9]|6[25-7]|7[0-35-8]|9[0-35-9])\d{8}$/;
const placeholder = /^(?:无|暂无|没有|未知|未填|不详|保密|none|null|nil|n\/?a|[-—–_./\\\s]*)$/i;
const separators = /[/、;,|\n\t]|或者?|(?<=\d)\s*[&和]\s*(?=[\d+(])/g;
const longestRaw = 80;
/** Words that say what the cell says anyway. */
const genericWords =
  /电话号码|联系电话|联系方式|手机号码|手机号|手机|电话|移动|座机|固话|传真|号码|tel(?:ephone)?|mobile|phone|cell|fax/gi;
const extensionMark = /(?:转|转接|分机号?|内线|ext(?:ension)?\.?|(?<=\d)\s*x|#)\s*[::.]?\s*(\d{1,6})\b/i;

/**
 * Every phone number in the text of a cell: full-width digits, several numbers in one cell, extensions, country codes,
 * service numbers, and the marks spreadsheets leave (`="138…"`, `1.38E+10`, `13800138000.0`).
 * An unreadable text comes back as one reading with a note; only an empty text or a dash gives none.
 */
export function normalizePhones(text: string): PhoneReading[] {
  const written = cleanText(unwrapSpreadsheetText(text).replace(/;phone-context=[^;,]*/i, ''));
  const cell = narrowText(written);
  if (placeholder.test(cell)) return [];
  const scientific = readScientific(cell);
  if (scientific) return [{ ...scientific, phone: { ...scientific.phone, raw: written } }];
  const readings: PhoneReading[] = [];
  let area = '';
  for (const [from, to] of splitNumbers(cell)) {
    const { phone, note } = readNumber(normalizeText(cell.slice(from, to)), area);
    area = areaCodeOf(phone) || area;
    const kept = { ...phone, raw: written.slice(from, to).slice(0, longestRaw) };
    readings.push(note ? { phone: kept, note } : { phone: kept });
  }
  return readings;
}

/** The first number of a text, if it holds one. */
export function normalizePhone(text: string): Phone | undefined {
  return normalizePhones(text)[0]?.phone;
}

/** `="0571…"` and a leading apostrophe are how spreadsheets keep digits from becoming numbers. */
function unwrapSpreadsheetText(text: string): string {
  const quoted = /^\s*="(.*)"\s*$/.exec(text);
  return (quoted?.[1] ?? text).replace(/^\s*'/, '');
}

/** A number that a spreadsheet turned into `1.38E+10`: right only when all eleven digits survived. */
function readScientific(cell: string): PhoneReading | undefined {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(cell);
  if (!match) return undefined;
  const digits = `${match[1]}${match[2] ?? ''}`;
  if (digits.length === 11 && match[3] === '10') return readNumber(digits, '');
  return { phone: { raw: cell, kind: 'unknown' }, note: 'scientific' };
}

type Span = readonly [from: number, to: number];

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

function trimSpan(cell: string, from: number, to: number): Span {
  const text = cell.slice(from, to);
  return [from + text.length - text.trimStart().length, to - (text.length - text.trimEnd().length)];
}

/** Spans that hold one number each. A piece with too few digits to be one stays with its neighbour (`88880000/1`). */
function splitNumbers(cell: string): Span[] {
  const spans: Span[] = [];
  const add = (from: number, to: number) => {
    const span = trimSpan(cell, from, to);
    if (span[0] >= span[1]) return;
    const previous = spans.at(-1);
    if (previous && (countDigits(cell.slice(...span)) < 5 || countDigits(cell.slice(...previous)) < 5)) {
      spans[spans.length - 1] = [previous[0], span[1]];
    } else spans.push(span);
  };
  let from = 0;
  for (const separator of cell.matchAll(separators)) {
    add(from, separator.index);
    from = separator.index + separator[0].length;
  }
  add(from, cell.length);
  return spans.flatMap((span) => splitRun(cell, span));
}

const wholeMobile = /^(?:\+?86)?1\d{10}$/;
const wholeLandline = /^0\d{9,11}$/;

/** `13800138000 李四 13900139000`: cut before each whole number, when every group of digits is one. */
function splitRun(cell: string, [from, to]: Span): Span[] {
  const piece = cell.slice(from, to);
  const extensions = [...piece.matchAll(new RegExp(extensionMark, 'gi'))];
  const isExtension = (at: number) => extensions.some(({ 0: found, index }) => at > index && at < index + found.length);
  const groups = [...piece.matchAll(/\+?\(?\d[\d()-]*\d/g)].filter(({ index }) => !isExtension(index));
  const numbers = groups.map((group) => group[0].replace(/(?<=^0[\d-]{10,12})-\d{1,6}$/, '').replace(/[()-]/g, ''));
  if (numbers.length < 2 || !numbers.every((number) => wholeMobile.test(number) || wholeLandline.test(number))) {
    return [[from, to]];
  }
  const cuts = groups.slice(1).map((group) => from + cutBefore(piece, group.index));
  return [from, ...cuts].map((start, index) => trimSpan(cell, start, cuts[index] ?? to));
}

/** A name written before a number belongs to it; a bracket after a number belongs to the number before. */
function cutBefore(piece: string, index: number): number {
  const label = /[\p{L}:]+\s*$/u.exec(piece.slice(0, index));
  return label ? label.index : index;
}

function areaCodeOf(phone: Phone): string {
  if (phone.kind !== 'landline' || !phone.e164?.startsWith('+86')) return '';
  const national = phone.e164.slice(3);
  return `0${/^(?:10|2\d)/.test(national) ? national.slice(0, 2) : national.slice(0, 3)}`;
}

function readNumber(piece: string, area: string): PhoneReading {
  const extension = extensionMark.exec(piece);
  const beforeExtension = extension ? piece.slice(0, extension.index) : piece;
  const label = countDigits(piece) > 4 ? labelOf(beforeExtension) : '';
  const isFax = /传真|fax/i.test(piece);
  const base = { raw: piece, ...(label && { label }) };
  if (/\d\*{2,}|\*{2,}\d/.test(piece)) return { phone: { ...base, kind: 'unknown' }, note: 'masked' };

  const complete = readComplete(beforeExtension, area);
  if (complete) {
    const inner = extension?.[1] ?? complete.extension;
    return {
      phone: {
        ...base,
        e164: complete.e164,
        ...(inner && { extension: inner }),
        kind: isFax ? 'fax' : complete.kind,
      },
    };
  }
  const digits = beforeExtension.replace(/\D/g, '').replace(/^(?:00)?86(?=\d{10})/, '');
  const extra = extension?.[1] ? { extension: extension[1] } : {};
  if (/^(?:95\d{3,6}|96\d{3,5}|1\d{2}|1[0-2]\d{3,4}|106\d{5,})$/.test(digits))
    return { phone: { ...base, ...extra, kind: 'service' } };
  if (/^0?1[3-9]\d{6,}$/.test(digits)) {
    const note = /^0?1\d{10}$/.test(digits) ? 'unassigned' : 'wrong-length';
    return { phone: { ...base, ...extra, kind: 'mobile' }, note };
  }
  if (/^[2-8]\d{6,7}$/.test(digits))
    return { phone: { ...base, ...extra, kind: isFax ? 'fax' : 'landline' }, note: 'no-area-code' };
  if (/^0[1-9]\d{5,12}$/.test(digits))
    return { phone: { ...base, ...extra, kind: isFax ? 'fax' : 'landline' }, note: 'wrong-length' };
  if (digits.length >= 11) return { phone: { ...base, ...extra, kind: 'unknown' }, note: 'unassigned' };
  return { phone: { ...base, ...extra, kind: 'unknown' }, note: digits.length >= 5 ? 'wrong-length' : 'unreadable' };
}

interface Complete {
  e164: string;
  kind: Phone['kind'];
  extension?: string;
}

function readComplete(text: string, area: string): Complete | undefined {
  const core = text
    .replace(/(?:[/、]\s*\d{1,4})+$/, '')
    .replace(/\.0+$/, '')
    .replace(/[^\d+()\s.-]/g, ' ')
    .trim();
  const digits = core.replace(/[^\d+]/g, '');
  const bare = digits.replace(/^(?:\+86|0086|86)(?=0?1\d{10}$)/, '').replace(/^0(?=1\d{10}$)/, '');
  if (mobile.test(bare)) return { e164: `+86${bare}`, kind: 'mobile' };
  const inner = /^(.*\d)\s*-\s*(\d{1,5})$/.exec(core);
  const number = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
  const withArea = area && /^[2-8]\d{6,7}$/.test(digits) ? area + digits : undefined;
  const whole =
    parseValid(number) ??
    (/^86\d{9,11}$/.test(number) ? parseValid(`+${number}`) : undefined) ??
    (withArea && parseValid(withArea));
  if (whole) return whole;
  if (!inner?.[1] || !inner[2]) return undefined;
  const outer = parseValid(inner[1].replace(/[^\d+]/g, ''));
  return outer && { ...outer, extension: inner[2] };
}

function parseValid(number: string): Complete | undefined {
  if (number.length < 7) return undefined;
  const parsed = parsePhoneNumberFromString(number.replace(/^\+86\(?0(?=\d)/, '+86'), 'CN');
  if (!parsed?.isValid()) return undefined;
  const type = parsed.getType();
  const kind =
    type === 'MOBILE'
      ? 'mobile'
      : type === 'FIXED_LINE'
        ? 'landline'
        : type === 'SHARED_COST' || type === 'TOLL_FREE' || type === 'UAN' || type === 'PREMIUM_RATE'
          ? 'service'
          : 'unknown';
  return { e164: parsed.number, kind };
}

/** What is written beside a number: a person, a place, 微信同号. */
function labelOf(text: string): string {
  return text
    .replace(/^tel:/i, '')
    .replace(genericWords, ' ')
    .replace(/[\d+()[\]{}<>【】"'.:*#·/、-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);
}
