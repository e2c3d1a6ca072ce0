import { normalizeText } from './text.ts';

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code as it is compared: one width, upper case, no blanks. Not checked. */
export function normalizeUscc(text: string): string {
  return normalizeText(text).toUpperCase().replace(/[\s-]/g, '');
}

/** Whether a normalised code has the right length, letters and check digit (GB 32100-2015). */
export function isValidUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = Array.from(code, (character) => usccAlphabet.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = usccWeights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}

/** An e-mail address as it is compared: one width, lower case; dots stay, they matter to some hosts. */
export function normalizeEmail(text: string): string {
  return normalizeText(text).replace(/\s/g, '').toLowerCase();
}

/** A simple check of the form `name@host.tld`, enough to tell an address from a note. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:".]+(?:\.[^\s@<>()[\],;:".]+)+$/.test(text);
}
