import { mediaTypeOf } from '../../formats/media-type.ts';
import { splitValue, unescapeText } from '../../formats/vcard/card-text.ts';
import { typesOf, type Card, type CardProperty } from '../../formats/vcard/read-cards.ts';
import { writeWords } from '../../formats/values/word-list.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { translate } from '../../i18n/translate.ts';
import { normalizePhone } from '../../match/phone.ts';
import { cleanText } from '../../match/text.ts';
import { readGender } from '../choices.ts';
import type { CustomerField } from '../fields.ts';
import { readCardDay } from './card-dates.ts';
import { byPreference, labelOf, ownLabelOf, plainLabel, type GroupLabels } from './card-labels.ts';
import { readCardNames } from './card-names.ts';
import { isAccount, readCardAccount, readCardAddress, type AccountField, type CardAddress } from './card-places.ts';

interface Labelled {
  label: string;
  text: string;
}

/** What a card says, in the cells of a table of customers. */
export interface CardContent {
  cells: ReadonlyMap<CustomerField, string>;
  phones: Labelled[];
  emails: Labelled[];
  addresses: (CardAddress & { label: string })[];
  websites: Labelled[];
  anniversaries: Labelled[];
  related: Labelled[];
  /** What no field is for, by the name of the property. */
  others: ReadonlyMap<string, readonly string[]>;
  pictures: Uint8Array<ArrayBuffer>[];
  /** A list of other cards, as address books have them: nobody. */
  isGroup: boolean;
}

const longestOther = 5000;

/** Takes a card apart. Whatever no field takes is among `others`, so that it can be told and chosen. */
export function readCard({ properties }: Card, language: Language): CardContent {
  return new CardReader(properties, language).read();
}

class CardReader {
  readonly #language: Language;
  readonly #all: readonly CardProperty[];
  readonly #labels: GroupLabels;
  readonly #taken = new Set<CardProperty>();
  readonly #cells = new Map<CustomerField, string>();
  readonly #anniversaries: Labelled[] = [];
  readonly #related: Labelled[] = [];
  readonly #aliases: string[] = [];

  constructor(properties: readonly CardProperty[], language: Language) {
    this.#language = language;
    this.#all = properties;
    const labels = properties.filter(({ name, group }) => name === 'X-ABLABEL' && group !== '');
    this.#labels = new Map(labels.map(({ group, value }) => [group, unescapeText(value)]));
    for (const property of properties) {
      const isOfUs =
        property.name === 'VERSION' || (property.name === 'X-ABLABEL' && this.#isGroupUsed(property.group));
      if (isOfUs || isEmptyValue(property)) this.#taken.add(property);
    }
  }

  read(): CardContent {
    this.#readNames();
    const phones = this.#lists('TEL').map((property) => this.#phone(property));
    const emails = this.#lists('EMAIL').map((property) => ({ label: this.#label(property), text: textOf(property) }));
    const addresses = this.#lists('ADR').flatMap((property) => {
      const address = readCardAddress(property);
      return address ? [{ ...address, label: this.#label(property) }] : [];
    });
    this.#readAccounts();
    this.#readDates();
    this.#readWords();
    const websites = this.#lists('URL').map((property) => ({ label: '', text: textOf(property) }));
    const pictures = this.#readPictures();
    this.#readAndroid();
    this.#put('aliases', writeWords(this.#aliases));
    return {
      cells: this.#cells,
      phones,
      emails,
      addresses,
      websites,
      anniversaries: this.#anniversaries,
      related: this.#related,
      pictures,
      isGroup: this.#isGroup(),
      others: this.#others(),
    };
  }

  #isGroupUsed(group: string): boolean {
    return this.#all.some((property) => property.group === group && property.name !== 'X-ABLABEL');
  }

  /** Those of a name, the preferred one first, at most `most` of them. */
  #lists(name: string, most = Number.POSITIVE_INFINITY): CardProperty[] {
    const found = this.#all.filter((each) => each.name === name && !each.isBinary && !this.#taken.has(each));
    const chosen = found.toSorted(byPreference).slice(0, most);
    for (const property of chosen) this.#taken.add(property);
    return chosen;
  }

  #one(name: string): string | undefined {
    const [property] = this.#lists(name, 1);
    return property && textOf(property);
  }

  #put(field: CustomerField, text: string | undefined): void {
    if (text !== undefined && text !== '' && !this.#cells.has(field)) this.#cells.set(field, text);
  }

  #label(property: CardProperty): string {
    return labelOf(property, this.#labels, this.#language);
  }

  #isGroup(): boolean {
    return this.#all.some(
      ({ name, value }) => (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && /^\s*group\s*$/i.test(value),
    );
  }

  #readNames(): void {
    const [n, fn, org] = ['N', 'FN', 'ORG'].map((name) => this.#lists(name, 1)[0]?.value);
    const marks = this.#lists('KIND').concat(this.#lists('X-ABSHOWAS'));
    const isCompany = marks.some(({ value }) => /^\s*(?:org|company)\s*$/i.test(value));
    const names = readCardNames({ n, fn, org }, isCompany);
    const [organization = '', ...departments] = splitValue(org ?? '', ';').map((part) => cleanText(part));
    this.#put('name', names.name);
    this.#put('kind', names.isCompany ? translate(this.#language, 'kind.company') : '');
    this.#put('familyName', names.familyName);
    this.#put('givenName', names.givenName);
    this.#put('salutation', names.salutation);
    this.#put('organization', organization);
    this.#put('department', departments.filter((part) => part !== '').join(' '));
    this.#put('title', this.#one('TITLE') ?? this.#one('ROLE'));
    const [last, first] = [this.#one('X-PHONETIC-LAST-NAME') ?? '', this.#one('X-PHONETIC-FIRST-NAME') ?? ''];
    this.#put('reading', `${last} ${first}`.trim());
    const gender = this.#lists('GENDER', 1)[0] ?? this.#lists('X-GENDER', 1)[0];
    const word = gender && textOf(gender).replace(/;.*$/, '');
    if (gender && readGender(word ?? '') === undefined) this.#taken.delete(gender);
    else this.#put('gender', word);
  }

  #phone(property: CardProperty): Labelled {
    const text = textOf(property).replace(/^tel:/i, '').replace(/;ext=/i, ' ext ');
    const isPlainMobile = ownLabelOf(property, this.#labels) === '' && normalizePhone(text)?.kind === 'mobile';
    const types = typesOf(property);
    // That a mobile number is one needs no saying.
    const isSaid = isPlainMobile && types.includes('CELL');
    const params = isSaid ? property.params.filter(([, word]) => word.toUpperCase() !== 'CELL') : property.params;
    return { label: this.#label({ ...property, params }), text };
  }

  #readAccounts(): void {
    const found = new Map<AccountField, string[]>();
    for (const property of this.#all) {
      if (!isAccount(property) || this.#taken.has(property)) continue;
      const account = readCardAccount(property, ownLabelOf(property, this.#labels));
      if (!account) continue;
      this.#taken.add(property);
      found.set(account.field, [...(found.get(account.field) ?? []), account.account]);
    }
    for (const [field, accounts] of found) this.#put(field, writeWords([...new Set(accounts)]));
  }

  #readDates(): void {
    const [birthday] = this.#lists('BDAY', 1);
    const [lunar] = this.#lists('X-ALTBDAY', 1);
    const first = birthday ?? lunar;
    this.#put('birthday', first && readCardDay(first));
    const t = (key: 'cards.lunarBirthday' | 'import.field.anniversary') => translate(this.#language, key);
    if (birthday && lunar) this.#anniversaries.push({ label: t('cards.lunarBirthday'), text: readCardDay(lunar) });
    for (const name of ['ANNIVERSARY', 'X-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY', 'X-MS-ANNIVERSARY', 'X-ABDATE']) {
      for (const property of this.#lists(name)) {
        const own = ownLabelOf(property, this.#labels);
        const label = own === '' || own === 'Anniversary' ? t('import.field.anniversary') : own;
        this.#anniversaries.push({ label, text: readCardDay(property) });
      }
    }
  }

  #readWords(): void {
    const words = (name: string) =>
      this.#lists(name)
        .flatMap(({ value }) => splitValue(value, ','))
        .map(cleanText)
        .filter((word) => word !== '');
    this.#aliases.push(...words('NICKNAME'));
    // Some programs escape the commas between the words, too.
    const groups = words('CATEGORIES')
      .flatMap((word) => word.split(/\s*,\s*/))
      .filter((word) => !/^(?:system group: )?my ?contacts$|^starred/i.test(word));
    this.#put('tags', writeWords([...new Set(groups)]));
    this.#put('note', this.#lists('NOTE').map(textOf).join('\n'));
    for (const property of this.#lists('RELATED')) {
      const types = typesOf(property).filter((type) => type !== 'PREF');
      // A card elsewhere is named by its address or number, which is no name.
      if (/^(?:urn|https?|mailto):/i.test(property.value.trim())) this.#taken.delete(property);
      else this.#relate(ownLabelOf(property, this.#labels) || plainLabel(types.join(' ').toLowerCase()), property);
    }
    for (const property of this.#lists('X-ABRELATEDNAMES')) this.#relate(ownLabelOf(property, this.#labels), property);
    for (const who of ['spouse', 'manager', 'assistant'] as const) {
      for (const name of [`X-${who}`, `X-EVOLUTION-${who}`, `X-KADDRESSBOOK-X-${who}sName`, `X-MS-${who}`])
        for (const property of this.#lists(name.toUpperCase())) this.#relate(who, property);
    }
  }

  #relate(label: string, property: CardProperty): void {
    this.#related.push({ label, text: textOf(property).replace(/^text:/, '') });
  }

  #readPictures(): Uint8Array<ArrayBuffer>[] {
    return this.#all.flatMap((property) => {
      const { name, bytes } = property;
      if ((name !== 'PHOTO' && name !== 'LOGO') || !bytes || !mediaTypeOf(bytes, '').startsWith('image/')) return [];
      this.#taken.add(property);
      return [bytes];
    });
  }

  /** `vnd.android.cursor.item/contact_event;2018-05-20;1;;…`: what Android's address book has beyond version 2.1. */
  #readAndroid(): void {
    for (const property of this.#all) {
      if (property.name !== 'X-ANDROID-CUSTOM') continue;
      const [kind = '', first = '', type = '', own = ''] = splitValue(property.value, ';').map(cleanText);
      const item = kind.replace(/^.*\//, '');
      if (first === '' || !['nickname', 'contact_event', 'relation'].includes(item)) continue;
      this.#taken.add(property);
      if (item === 'nickname') this.#aliases.push(first);
      else if (item === 'relation') this.#related.push({ label: androidRelations[Number(type)] ?? own, text: first });
      else {
        const text = readCardDay({ ...property, params: [], value: first });
        const word = type === '0' && own !== '' ? own : translate(this.#language, 'import.field.anniversary');
        if (type === '3' && !this.#cells.has('birthday')) this.#put('birthday', text);
        else this.#anniversaries.push({ label: word, text });
      }
    }
  }

  #others(): Map<string, string[]> {
    const others = new Map<string, string[]>();
    for (const property of this.#all) {
      if (this.#taken.has(property)) continue;
      const name = property.name === '' ? '?' : property.name;
      const size = `(${String(Math.ceil((property.bytes?.length ?? 0) / 1024))} KB)`;
      const text = property.isBinary ? (property.bytes ? size : '(?)') : textOf(property).slice(0, longestOther);
      others.set(name, [...(others.get(name) ?? []), text]);
    }
    return others;
  }
}

/** ContactsContract.CommonDataKinds.Relation. */
const androidRelations: Readonly<Record<number, string>> = {
  1: 'assistant',
  2: 'brother',
  3: 'child',
  4: 'partner',
  5: 'father',
  6: 'friend',
  7: 'manager',
  8: 'mother',
  9: 'parent',
  10: 'partner',
  12: 'relative',
  13: 'sister',
  14: 'spouse',
};

function textOf({ value }: CardProperty): string {
  return cleanText(unescapeText(value));
}

function isEmptyValue({ value, isBinary }: CardProperty): boolean {
  return !isBinary && value.replace(/[;,\s]/g, '') === '';
}
