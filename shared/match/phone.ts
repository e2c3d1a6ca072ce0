import type { CountryCode } from 'libphonenumber-js/max';
import type { Phone } from '../domain/customer/customer.ts';
import { countDigits, extensionMark, readBareMobile, readNumber, type PhoneReading } from './phone-number.ts';
import { cleanText, narrowText, normalizeText } from './text.ts';

const placeholder = /^(?:无|暂无|没有|未知|未填|不详|保密|none|null|nil|n\/?a|[-—–_./\\\s]*)$/i;
const separators = /[/、;,|\n\t]|或者?|(?<=\d)\s*[&和]\s*(?=[\d+(])/g;
const longestRaw = 80;

/**
 * Every phone number in the text of a cell: full-width digits, several numbers in one cell, extensions, country codes,
 * service numbers, and the marks spreadsheets leave (`="138…"`, `1.38E+10`, `13800138000.0`).
 * Numbers without a country code are those of `country`. An unreadable text comes back as one reading with a note; only an empty text or a dash gives none.
 */
export function normalizePhones(text: string, country: CountryCode = 'CN'): PhoneReading[] {
  const bare = country === 'CN' ? readBareMobile(text) : undefined;
  if (bare) return [{ phone: bare }];
  const written = cleanText(unwrapSpreadsheetText(text).replace(/;phone-context=[^;,]*/i, ''));
  const cell = narrowText(written);
  if (placeholder.test(cell)) return [];
  const scientific = readScientific(cell);
  if (scientific) return [{ ...scientific, phone: { ...scientific.phone, raw: written } }];
  const readings: PhoneReading[] = [];
  let area = '';
  for (const [from, to] of splitNumbers(cell)) {
    const { phone, note } = readNumber(normalizeText(cell.slice(from, to)), area, country);
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
  if (digits.length === 11 && match[3] === '10') return readNumber(digits, '', 'CN');
  return { phone: { raw: cell, kind: 'unknown' }, note: 'scientific' };
}

type Span = readonly [from: number, to: number];

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
