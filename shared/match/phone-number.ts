import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { Phone } from '../domain/customer/customer.ts';

/** Why a text gave no complete number. The text itself is kept in `raw` whatever happens. */
export type PhoneNote =
  | 'masked'
  | 'scientific'
  | 'wrong-length'
  | 'no-area-code'
  | 'no-country-code'
  | 'unassigned'
  | 'unreadable'
  | 'no-number';

export interface PhoneReading {
  phone: Phone;
  note?: PhoneNote;
}

/** Mobile numbers in use (libphonenumber 2025); everything else goes to the full metadata. */
const mobile = /^1(?:[38]\d|4[57]|5[0-35-9]|6[25-7]|7[0-35-8]|9[0-35-9])\d{8}$/;
/** Most numbers are this and nothing else: what the long way makes of them, at once. */
export function readBareMobile(text: string): Phone | undefined {
  const national = text.startsWith('+86') ? text.slice(3) : text;
  return mobile.test(national) ? { raw: text, e164: `+86${national}`, kind: 'mobile' } : undefined;
}

/** Words that say what the cell says anyway. */
const genericWords =
  /电话号码|联系电话|联系方式|手机号码|手机号|手机|电话|移动|座机|固话|传真|号码|tel(?:ephone)?|mobile|phone|cell|fax/gi;
export const extensionMark = /(?:转|转接|分机号?|内线|ext(?:ension)?\.?|(?<=\d)\s*x|#)\s*[::.]?\s*(\d{1,6})\b/i;

/** ASCII digits only. */
export function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** `139abc`, `A12`: letters and a few digits in one word, which nobody can dial. */
function isWordWithDigits(text: string): boolean {
  return countDigits(text) < 5 && /\d[a-z]|[a-z]\d/i.test(text.replace(genericWords, ' '));
}

/** Reads a text that holds one number. `area` is the area code of the number before it in the cell, `''` if there was none. */
export function readNumber(piece: string, area: string, country: CountryCode): PhoneReading {
  const extension = extensionMark.exec(piece);
  const beforeExtension = extension ? piece.slice(0, extension.index) : piece;
  const label = countDigits(piece) > 4 ? labelOf(beforeExtension) : '';
  const isFax = /传真|fax/i.test(piece);
  const base = { raw: piece, ...(label && { label }) };
  if (/\d\*\*|\*\*\d/.test(piece)) return { phone: { ...base, kind: 'unknown' }, note: 'masked' };

  const core = coreOf(beforeExtension);
  if (country === 'CN' && (maybeGerman.test(core) || maybeBritish.test(core)))
    return { phone: { ...base, kind: 'mobile' }, note: 'no-country-code' };
  const complete = readComplete(core, area, country);
  if (complete) {
    const inner = extension?.[1] ?? complete.extension;
    const { e164, kind, isInUse } = complete;
    const phone: Phone = { ...base, e164, ...(inner && { extension: inner }), kind: isFax ? 'fax' : kind };
    return isInUse ? { phone } : { phone, note: 'unassigned' };
  }
  const digits = beforeExtension.replace(/\D/g, '').replace(/^(?:00)?86(?=\d{10})/, '');
  const extra = extension?.[1] ? { extension: extension[1] } : {};
  if (isWordWithDigits(beforeExtension)) return { phone: { ...base, kind: 'unknown' }, note: 'no-number' };
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
  /** False for a number of the right length in a range that nobody has. */
  isInUse: boolean;
  extension?: string;
}

/** `0151 23456789`, as Germans write a mobile; at home the same digits may be one behind a zero, which nobody writes in these groups. */
const maybeGerman = /^\(?01[5-7]\d\)?[\s.()-]+\d{8}$/;
/** `07700 900456`, as the British write a mobile: an area code has four figures at home. */
const maybeBritish = /^\(?07\d{3}\)?[\s.()-]+\d{3}[\s.-]?\d{3}$/;

/** The digits with what parts them. */
function coreOf(text: string): string {
  return withoutInnerNumbers(text)
    .replace(/\.0+$/, '')
    .replace(/[^\d+()\s.-]/g, ' ')
    .trim();
}

function readComplete(core: string, area: string, country: CountryCode): Complete | undefined {
  const digits = core.replace(/[^\d+]/g, '');
  if (country !== 'CN') {
    // A zero before the number is that country's own way of dialling.
    return (
      parseValid(digits, country) ??
      (digits.startsWith('01') ? undefined : readMobile(digits)) ??
      parsePossible(digits, country)
    );
  }
  return (
    readChinese(core, digits, area) ??
    (/^(?:\+|00)(?!86)/.test(digits) ? parsePossible(digits.replace(/^00/, '+'), 'CN') : undefined)
  );
}

/** `88880000/1/2` is the number of which the others are told by their ends. */
function withoutInnerNumbers(text: string): string {
  const parts = text.split(/(?=[/、])/);
  while (/^[/、]\s*\d{1,4}$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('');
}

function readMobile(digits: string): Complete | undefined {
  const bare = digits.replace(/^(?:\+86|0086|86)(?=0?1\d{10}$)/, '').replace(/^0(?=1\d{10}$)/, '');
  return mobile.test(bare) ? { e164: `+86${bare}`, kind: 'mobile', isInUse: true } : undefined;
}

function readChinese(core: string, digits: string, area: string): Complete | undefined {
  const known = readMobile(digits);
  if (known) return known;
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

function parseValid(number: string, country: CountryCode = 'CN'): Complete | undefined {
  const parsed = parse(number, country);
  // A number has a type only when it is valid; where types are not known, the slower question tells.
  const type = parsed?.getType();
  if (!parsed || (type === undefined && !parsed.isValid())) return undefined;
  return { e164: parsed.number, kind: kinds.get(type) ?? 'unknown', isInUse: true };
}

/** Abroad, a number of the right length counts as one: the ranges in use are known less well than those at home. */
function parsePossible(number: string, country: CountryCode): Complete | undefined {
  const parsed = parse(number, country);
  return parsed?.isPossible() ? { e164: parsed.number, kind: 'unknown', isInUse: false } : undefined;
}

function parse(number: string, country: CountryCode) {
  return number.length < 7 ? undefined : parsePhoneNumberFromString(number.replace(/^\+86\(?0(?=\d)/, '+86'), country);
}

const kinds: ReadonlyMap<string | undefined, Phone['kind']> = new Map<string | undefined, Phone['kind']>([
  ['MOBILE', 'mobile'],
  ['FIXED_LINE_OR_MOBILE', 'mobile'],
  ['FIXED_LINE', 'landline'],
  ['SHARED_COST', 'service'],
  ['TOLL_FREE', 'service'],
  ['UAN', 'service'],
  ['PREMIUM_RATE', 'service'],
]);

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
