import type { LinkRecord } from './link-record.ts';

/**
 * Under which two records meet to be compared (domain.md §1.8): a union of keys, each of which survives another kind of mistake.
 * Keys that many share say nothing and are passed over by the scan.
 */
export function blockKeys(record: LinkRecord): string[] {
  const { name, surname, sound, core, code, uscc, mobiles, landlines, emails, ims, addresses, birthday, city } = record;
  const keys: string[] = [];
  for (const phone of mobiles) {
    keys.push(`p${phone}`, `h${phone.slice(0, 7)}`, `t${phone.slice(-7)}`);
    // Two neighbours swapped, or one digit wrong in the middle.
    keys.push(`s${phone.slice(0, 3)}${phone.slice(-4)}`);
  }
  for (const phone of landlines) keys.push(`p${phone}`);
  for (const email of emails) keys.push(`e${email}`);
  for (const im of ims) keys.push(`w${im}`);
  if (uscc !== '') keys.push(`u${uscc}`);
  if (code !== '') keys.push(`c${code}`);
  if (core !== '') keys.push(`n${core}`);
  else if (name !== '') keys.push(`n${name}`, `n${name}|${city}`);
  if (sound !== '' && core === '') keys.push(`y${sound}|${city}`);
  for (const alias of record.aliases) if (alias !== '') keys.push(`n${alias}`);
  if (birthday !== '') keys.push(`b${birthday}|${surname}`, `b${birthday}|${city}`);
  for (const { street, numbers } of addresses) {
    if (numbers.length > 0) keys.push(`a${street.slice(-4)}|${numbers.slice(0, 3).join('-')}`);
  }
  return keys;
}
