import type { Change } from '#shared/changes/change-set.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { digitsOf } from '#shared/match/format-phone.ts';
import { compactText } from '#shared/match/text.ts';

/** A shorter text occurs by chance; a name of one character is none. */
const shortest = { text: 2, digits: 7 };

/** Tells whether a text says who is removed for good here, or how they are reached. */
export function tellsOf(changes: readonly Change[]): (text: string) => boolean {
  const texts = new Set<string>();
  const numbers = new Set<string>();
  for (const { table, before, after } of changes) {
    if (after !== null || before === null || (table !== 'customer' && table !== 'contact')) continue;
    const { name, phones, emails, ims } = before as RecordOf<'customer'> | RecordOf<'contact'>;
    const { aliases = [], uscc = '', addresses = [] } = before as Partial<RecordOf<'customer'>>;
    const streets = addresses.map(({ street = '' }) => street);
    const said = [name, ...aliases, uscc, ...streets, ...emails.map((each) => each.address)];
    for (const text of [...said, ...ims.map(({ account }) => account)]) texts.add(compactText(text));
    for (const { raw, e164 = '' } of phones) for (const number of [raw, e164]) numbers.add(digitsOf(number));
  }
  const known = [...texts].filter(({ length }) => length >= shortest.text);
  const reached = [...numbers].filter(({ length }) => length >= shortest.digits);
  return (text) => {
    const [compact, digits] = [compactText(text), digitsOf(text)];
    return known.some((each) => compact.includes(each)) || reached.some((each) => digits.includes(each));
  };
}
