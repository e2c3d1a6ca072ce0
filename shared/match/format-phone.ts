import type { Phone } from '../domain/customer/customer.ts';
import { normalizeText } from './text.ts';

/** Digits of a text in any width, nothing else. */
export function digitsOf(text: string): string {
  return normalizeText(text).replace(/\D/g, '');
}

/** By what two phones are the same: the E.164 number, else the digits as written when there are enough of them, else `''`. */
export function phoneMatchKey(phone: Pick<Phone, 'raw' | 'e164'>): string {
  if (phone.e164) return phone.e164;
  if (phone.raw.includes('*')) return '';
  const digits = digitsOf(phone.raw);
  return digits.length >= 7 ? digits : '';
}

/**
 * A phone as people read it: mobiles 3-4-4, landlines with their area code; one from abroad as it was written with its country, else in
 * groups behind it; anything unread as it was written.
 */
export function formatPhone(phone: Pick<Phone, 'raw' | 'e164' | 'extension'>): string {
  const { raw, e164, extension } = phone;
  if (!e164) return raw;
  const tail = extension ? `-${extension}` : '';
  if (!e164.startsWith('+86')) return (raw.trim().startsWith('+') ? normalizeText(raw) : grouped(e164)) + tail;
  const national = e164.slice(3);
  const parts = /^1\d{10}$/.test(national)
    ? [national.slice(0, 3), national.slice(3, 7), national.slice(7)]
    : /^[48]00\d{7}$/.test(national)
      ? [national.slice(0, 3), national.slice(3, 6), national.slice(6)]
      : landlineParts(national);
  return parts.join(' ') + tail;
}

function landlineParts(national: string): string[] {
  const areaLength = /^(10|2\d)/.test(national) ? 2 : 3;
  const local = national.slice(areaLength);
  return [`0${national.slice(0, areaLength)}`, local.slice(0, -4), local.slice(-4)];
}

/** Calling codes of one and of two digits (ITU-T E.164); all others have three. */
const shortCode = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The code of its country that a number begins with: `+44`. */
export function callingCodeOf(e164: string): string {
  return shortCode.exec(e164)?.[0] ?? e164.slice(0, 4);
}

/** `+1 415 555 0134`, `+852 2123 4567`. */
function grouped(e164: string): string {
  const code = callingCodeOf(e164);
  const national = e164.slice(code.length);
  return [code, ...(code === '+44' && national.length === 10 ? britishParts(national) : groupsOf(national))].join(' ');
}

/** Of ten digits, as Ofcom's numbering plan has the area codes: `20 7946 0018`, `117 946 0018`, `7700 900456`. */
function britishParts(national: string): string[] {
  if (national.startsWith('2')) return [national.slice(0, 2), national.slice(2, 6), national.slice(6)];
  const areaLength = /^(?:1\d?1|[389])/.test(national) ? 3 : 4;
  const local = national.slice(areaLength);
  return [national.slice(0, areaLength), ...(areaLength === 3 ? [local.slice(0, 3), local.slice(3)] : [local])];
}

function groupsOf(digits: string): string[] {
  if (digits.length <= 4) return [digits];
  const first = digits.length === 8 ? 4 : 3;
  return [digits.slice(0, first), ...groupsOf(digits.slice(first))];
}
