import type { Phone } from '../domain/customer/customer.ts';
import { normalizePhones } from '../match/phone.ts';

/** A phone as an import reads it back: as it was written where that is enough, else with its country. */
export function phoneText({ raw, e164, extension }: Phone, saysCountry: boolean): string {
  if (e164 === undefined) return raw;
  if (!saysCountry || raw.startsWith('+')) {
    const [first, ...more] = normalizePhones(raw);
    const isSame = first?.phone.e164 === e164 && first.phone.extension === extension;
    if (isSame && more.length === 0) return raw;
  }
  return extension === undefined ? e164 : `${e164} 转 ${extension}`;
}

const fax = /传真|fax/i;

/** What stands in the column before a phone. A fax is one by its label only. */
export function phoneLabel({ label = '', kind }: Phone, faxWord: string): string {
  return kind === 'fax' && !fax.test(label) ? `${label} ${faxWord}`.trim() : label;
}
