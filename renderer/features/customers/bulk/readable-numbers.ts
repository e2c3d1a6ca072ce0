import { formatPhone } from '#shared/match/format-phone.ts';
import { normalizePhones } from '#shared/match/phone.ts';

/** Numbers as people read them, one or several in a text; what is none stays as it is. */
export function readableNumbers(text: string): string {
  return text.replaceAll(/[^\n；;]+/g, readable);
}

function readable(text: string): string {
  const [read, ...others] = normalizePhones(text);
  return read && others.length === 0 ? formatPhone(read.phone) : text;
}
