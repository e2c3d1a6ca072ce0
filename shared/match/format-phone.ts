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

/** A phone as people read it: mobiles 3-4-4, landlines with their area code, anything unread as it was written. */
export function formatPhone(phone: Pick<Phone, 'raw' | 'e164' | 'extension'>): string {
  const { raw, e164, extension } = phone;
  if (!e164) return raw;
  const tail = extension ? `-${extension}` : '';
  if (!e164.startsWith('+86')) return (raw.trim().startsWith('+') ? normalizeText(raw) : e164) + tail;
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
