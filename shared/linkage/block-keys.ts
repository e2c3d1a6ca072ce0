import type { LinkRecord } from './link-record.ts';

/**
 * Under which two records meet to be compared (domain.md §1.8): a union of keys, each of which survives another kind of mistake.
 * Keys that many share say nothing and are passed over by the search.
 */
export function blockKeys(record: LinkRecord): string[] {
  const { name, uscc, mobiles, landlines, emails, ims, codes, birthday, city } = record;
  const keys: string[] = [];
  for (const phone of mobiles) {
    keys.push(`p${phone}`, `h${phone.slice(0, 7)}`, `t${phone.slice(-7)}`);
    // Two neighbours swapped, or one digit wrong in the middle.
    keys.push(`s${phone.slice(0, 3)}${phone.slice(-4)}`);
  }
  for (const phone of landlines) keys.push(`p${phone}`);
  for (const email of emails) keys.push(`e${email}`);
  for (const im of ims) keys.push(`w${im}`);
  for (const code of codes) keys.push(`c${code}`);
  if (uscc !== '') addIdentifier(uscc, keys);
  if (name.isOrganisation) keys.push(`n${name.company.core || name.text}`);
  else if (name.text !== '') keys.push(`n${name.text}`, `n${name.text}|${city}`, `y${name.sound}|${city}`);
  for (const alias of record.aliases) keys.push(`n${alias}`);
  if (birthday !== '') {
    keys.push(`b${birthday}|${name.surname}`, `b${birthday}|${city}`);
    // With the year it says enough by itself.
    if (!birthday.includes(' 0000-')) keys.push(`b${birthday}`);
  }
  for (const { street, numbers } of record.addresses) {
    if (street !== '' && numbers.length > 0) keys.push(`a${street.slice(-4)}|${numbers.slice(0, 3).join('-')}`);
  }
  if (!name.isHan && !name.isOrganisation) addWords(record, keys);
  return keys;
}

/** The whole, and either half of what tells one holder from the next: a slip is in one of them. */
function addIdentifier(identifier: string, keys: string[]): void {
  // The first eight of a credit code are the same for everybody registered in one place.
  const own = identifier.length === 18 ? identifier.slice(8) : identifier;
  const half = Math.ceil(own.length / 2);
  keys.push(`u${identifier}`, `f${own.slice(0, half)}`, `g${own.slice(-half)}`);
}

/** Names and places in other letters, in which any word may have a slip. */
function addWords({ name, birthday, addresses }: LinkRecord, keys: string[]): void {
  const words = name.given === '' ? [name.surname] : [name.surname, name.given];
  if (words.length > 1) keys.push(`n${words.toSorted().join('|')}`);
  const year = birthday.split(' ')[1]?.slice(0, 4) ?? '';
  for (const word of words) {
    if (year !== '' && year !== '0000') keys.push(`k${skeletonOf(word)}|${year}`);
    for (const { town, postcode } of addresses) {
      if (postcode !== '') keys.push(`z${skeletonOf(word)}|${postcode}`);
      if (town !== '') keys.push(`z${skeletonOf(word)}|${town.slice(0, 5)}`);
    }
  }
  for (const { words: street, numbers, postcode } of addresses) {
    const [number = ''] = numbers;
    for (const word of street) {
      if (number !== '') keys.push(`a${word.slice(0, 5)}|${number}`);
      if (postcode !== '') keys.push(`a${word.slice(0, 5)}|${postcode}`);
    }
  }
}

/** The first letter and the next two consonants: what most slips leave as it is. */
function skeletonOf(word: string): string {
  return (
    word.slice(0, 1) +
    word
      .slice(1)
      .replace(/[aeiouyhw]|(.)(?=\1)/g, '')
      .slice(0, 2)
  );
}
