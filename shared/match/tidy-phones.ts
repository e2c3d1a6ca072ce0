import { formatPhone } from './format-phone.ts';
import { normalizePhones } from './phone.ts';
import { cleanText } from './text.ts';

/** Numbers as people read them, `138 0013 8000 / 0579 8512 3456`; a text that says more than numbers stays as it was written. */
export function tidyPhones(text: string): string {
  const readings = normalizePhones(text);
  const areNumbers = readings.every(({ phone, note }) => phone.e164 !== undefined && !phone.label && !note);
  return areNumbers ? readings.map(({ phone }) => formatPhone(phone)).join(' / ') : cleanText(text);
}
