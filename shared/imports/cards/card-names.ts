import { splitValue, unescapeText } from '../../formats/vcard/card-text.ts';
import { cleanText, compactText } from '../../match/text.ts';

export interface CardNames {
  name: string;
  familyName: string;
  givenName: string;
  salutation: string;
  isCompany: boolean;
}

const isHan = (text: string): boolean => /^[\p{Script=Han}·•]+$/u.test(text);

/**
 * Who a card is of, by its `N`, `FN` and `ORG`. Phones write Chinese names in whichever order they like (`FN:三 张`), or the whole
 * name into one part; then the order is that of China, and a name in one part is left to be split like any other.
 */
export function readCardNames(
  { n = '', fn = '', org = '' }: { n?: string | undefined; fn?: string | undefined; org?: string | undefined },
  isMarkedCompany: boolean,
): CardNames {
  const [familyName = '', givenName = '', middle = '', salutation = ''] = splitValue(n, ';').map(oneLine);
  const shown = oneLine(unescapeText(fn));
  const company = oneLine(splitValue(org, ';')[0] ?? '');
  const unsplit = { familyName: '', givenName: '', salutation };
  const isNameless = familyName === '' && givenName === '' && middle === '';
  if (isMarkedCompany || (isNameless && shown !== '' && compactText(shown) === compactText(company)))
    return { ...unsplit, name: shown || company || familyName || givenName, isCompany: true };
  if (familyName === '' || givenName === '')
    return { ...unsplit, name: shown || familyName || givenName || middle, isCompany: false };
  const split = { familyName, givenName, salutation, isCompany: false };
  if (!isHan(`${familyName}${givenName}${middle}`))
    return { ...split, name: shown || [givenName, middle, familyName].filter(Boolean).join(' ') };
  const whole = `${familyName}${middle}${givenName}`;
  if (shown !== '' && lettersOf(shown) !== lettersOf(whole)) return { ...unsplit, name: shown, isCompany: false };
  return { ...split, name: shown.includes('·') ? shown : whole };
}

/** The same for both orders of a name. */
function lettersOf(text: string): string {
  return Array.from(compactText(text)).sort().join('');
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
