import type { Card } from '../../formats/vcard/read-cards.ts';
import type { Table } from '../../formats/table.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { translate } from '../../i18n/translate.ts';
import type { CustomerField } from '../fields.ts';
import { readCard, type CardContent } from './read-card.ts';

/** Fields with one cell a card, in the order of the columns. */
const single: readonly CustomerField[] = [
  'name',
  'kind',
  'familyName',
  'givenName',
  'reading',
  'aliases',
  'gender',
  'salutation',
  'wechat',
  'qq',
  'wecom',
  'douyin',
  'otherAccount',
  'organization',
  'department',
  'title',
  'birthday',
  'tags',
  'note',
];

const addressFields = ['province', 'city', 'address', 'formattedAddress', 'postcode', 'country'] as const;

interface Column {
  header: string;
  text: (card: CardContent) => string;
}

/** Cards as the rows of a table: the row of a card bears its number in the file, the header has none. */
export function tableOfCards(cards: readonly Card[], language: Language): Table {
  const contents = cards.map((card) => readCard(card, language));
  const columns = columnsFor(contents, language);
  const numbers = cards.map((card) => card.number);
  return {
    rows: [columns.map(({ header }) => header), ...contents.map((card) => columns.map(({ text }) => text(card)))],
    lines: [0, ...numbers],
    cards: {
      cut: new Set(cards.flatMap(({ isCut, number }) => (isCut ? [number] : []))),
      groups: new Set(numbers.filter((_, at) => contents[at]?.isGroup)),
      pictures: new Map(
        contents.flatMap(({ pictures }, at) => (pictures.length > 0 ? [[numbers[at] ?? 0, pictures] as const] : [])),
      ),
    },
  };
}

/** The headings are those of Kebu's own exports, so that the table is read like one of them. */
function columnsFor(cards: readonly CardContent[], language: Language): Column[] {
  const t = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);
  const widthOf = (list: 'phones' | 'emails' | 'addresses' | 'websites' | 'anniversaries' | 'related') =>
    cards.reduce((width, card) => Math.max(width, card[list].length), 0);
  const numbered = (word: string, at: number, width: number) => (width === 1 ? word : `${word} ${String(at + 1)}`);
  const labelled = (
    field: CustomerField,
    list: 'phones' | 'emails' | 'websites' | 'anniversaries' | 'related',
  ): Column[] => {
    const width = widthOf(list);
    return Array.from({ length: width }, (_, at): Column[] => {
      const header = numbered(t(`import.field.${field}`), at, width);
      return [
        { header: t('exports.label', { field: header }), text: (card) => card[list][at]?.label ?? '' },
        { header, text: (card) => card[list][at]?.text ?? '' },
      ];
    }).flat();
  };
  const addresses = Array.from({ length: widthOf('addresses') }, (_, at): Column[] => {
    const width = widthOf('addresses');
    const label = t('exports.label', { field: numbered(t('exports.address'), at, width) });
    return [
      { header: label, text: (card) => card.addresses[at]?.label ?? '' },
      ...addressFields.map(
        (field): Column => ({
          header: numbered(t(`import.field.${field}`), at, width),
          text: (card) => card.addresses[at]?.[field] ?? '',
        }),
      ),
    ];
  }).flat();
  const singles = single.map(
    (field): Column => ({ header: t(`import.field.${field}`), text: (card) => card.cells.get(field) ?? '' }),
  );
  const others = [...new Set(cards.flatMap((card) => [...card.others.keys()]))]
    .toSorted()
    .map((name): Column => ({ header: `vCard ${name}`, text: (card) => (card.others.get(name) ?? []).join('\n') }));
  const all = [
    ...singles.slice(0, 8),
    ...labelled('phone', 'phones'),
    ...labelled('email', 'emails'),
    ...singles.slice(8, 16),
    ...labelled('website', 'websites'),
    ...addresses,
    ...singles.slice(16, 17),
    ...labelled('anniversary', 'anniversaries'),
    ...labelled('related', 'related'),
    ...singles.slice(17),
    ...others,
  ];
  return all.filter(({ text }, at) => at === 0 || cards.some((card) => text(card) !== ''));
}
