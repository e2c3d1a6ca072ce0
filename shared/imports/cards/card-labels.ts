import type { CardProperty } from '../../formats/vcard/read-cards.ts';
import { paramOf, typesOf } from '../../formats/vcard/read-cards.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { translate } from '../../i18n/translate.ts';
import { cleanText } from '../../match/text.ts';

/** What says nothing to people, or is said otherwise: which is preferred, that one can talk over a telephone. */
const silent = new Set(['VOICE', 'PREF', 'INTERNET', 'MSG', 'TEXT', 'VIDEO', 'MAIN', 'X400', 'ISDN', 'BBS', 'MODEM']);
const silentPlaces = new Set(['PARCEL', 'POSTAL', 'INTL', 'DOM', 'POSTAL']);

/** Words that the makers of telephones put in marks, for their own programs to translate: `_$!<Mobile>!$_`. */
export function plainLabel(text: string): string {
  return cleanText(text.replace(/^_\$!<(.*)>!\$_$/, '$1')).slice(0, 40);
}

/** The label that Apple writes as a property of the same group. */
export type GroupLabels = ReadonlyMap<string, string>;

export function ownLabelOf(property: CardProperty, labels: GroupLabels): string {
  const own = paramOf(property, 'X-CUSTOM') ?? paramOf(property, 'LABEL-NAME') ?? labels.get(property.group) ?? '';
  return plainLabel(own);
}

/** What people call a number or an address: its own label, else where it belongs (`单位传真`, `Home`); empty for none. */
export function labelOf(property: CardProperty, labels: GroupLabels, language: Language): string {
  const own = ownLabelOf(property, labels);
  if (own !== '') return own;
  const types = typesOf(property);
  const has = (type: string) => types.includes(type);
  const place = has('HOME') ? 'home' : has('WORK') ? 'work' : undefined;
  const device = has('FAX') ? 'fax' : has('PAGER') ? 'pager' : has('CELL') ? 'mobile' : undefined;
  if (place && device) return translate(language, `cards.${place}.${device}`);
  if (place || device) return translate(language, `cards.${place ?? device ?? 'home'}`);
  const others = types.filter((type) => !silent.has(type) && !silentPlaces.has(type));
  return plainLabel(others.join(' ').replace(/^X-/, '').toLowerCase());
}

/** The one that is preferred first; version 4.0 counts from 1, the others only say it of one. */
export function byPreference(a: CardProperty, b: CardProperty): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(property: CardProperty): number {
  const pref = Number(paramOf(property, 'PREF') ?? Number.NaN);
  if (pref >= 1 && pref <= 100) return pref;
  return typesOf(property).includes('PREF') ? 0 : 101;
}
