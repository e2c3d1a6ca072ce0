import { plainFieldTexts, textsOfValue, writeYuan, type ValueWords } from '../custom-fields/values.ts';
import { dimensions, type ClassKey, type Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { isReference, isTypable } from '../facts/typed.ts';
import { customKey } from '../filter/fields.ts';
import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import type { CustomerField } from '../imports/fields.ts';
import type { ExportedCustomer } from './exported-customer.ts';
import { phoneLabel, phoneText } from './phone-text.ts';
import { needsCountry, type Widths } from './widths.ts';

/** A column of a file: its heading and what it says of a customer. */
export interface ExportColumn<Exported> {
  header: string;
  text: (exported: Exported) => string;
  /** Where a spreadsheet should calculate with it. */
  isNumber?: boolean;
}

/** What the file calls things. */
export interface ExportWords extends ValueWords {
  classWord: (dimension: Dimension, key: ClassKey) => string;
  tagName: (id: string) => string;
  sourceName: (key: string) => string;
  /** Fields of the archive's own, in their order. */
  customFields: readonly CustomField[];
}

type Column = ExportColumn<ExportedCustomer>;

const imKinds = ['wechat', 'qq', 'wecom', 'douyin'] as const;
const textFields = [
  'salutation',
  'organization',
  'department',
  'title',
  'uscc',
  'legalRepresentative',
  'industry',
  'size',
  'website',
] as const satisfies readonly (CustomerField & keyof Customer)[];

/**
 * Everything that an import understands, under headings that it knows, so that the file read back says the same; then what people
 * want to read and an import leaves alone: contact persons, classes, figures.
 */
export function everyColumn(widths: Widths, words: ExportWords): Column[] {
  const { t } = words;
  const field = (name: CustomerField, text: (customer: Customer) => string | undefined): Column => ({
    header: t(`import.field.${name}`),
    text: ({ customer }) => text(customer) ?? '',
  });
  return [
    field('code', ({ code }) => code),
    field('name', ({ name }) => name),
    field('kind', ({ kind }) => t(`kind.${kind}`)),
    field('familyName', ({ familyName }) => familyName),
    field('givenName', ({ givenName }) => givenName),
    field('reading', ({ reading }) => reading),
    field('aliases', ({ aliases }) => aliases.join('；')),
    field('gender', ({ gender }) => gender && t(`facts.${gender}`)),
    ...reachColumns(widths, words),
    ...textFields.map((name) => field(name, (customer) => customer[name])),
    ...addressColumns(widths, words),
    field('birthday', ({ birthday }) => birthday && writeYearlyDate(birthday)),
    ...anniversaryColumns(widths, words),
    field('source', ({ source }) => source && words.sourceName(source)),
    field('sourceDetail', ({ sourceDetail }) => sourceDetail),
    { header: t('import.field.referrer'), text: ({ row }) => row.details['referrer'] ?? '' },
    field('owner', ({ owner }) => owner),
    field('leadStatus', ({ leadStatus }) => leadStatus && t(`leadStatus.${leadStatus}`)),
    field('preferredChannel', ({ preferredChannel }) => preferredChannel && t(`channel.${preferredChannel}`)),
    field('preferredTime', ({ preferredTime }) => preferredTime),
    field('doNotContact', ({ doNotContact }) => doNotContact.map((channel) => t(`channel.${channel}`)).join('；')),
    field('tags', ({ tagIds }) => tagIds.map(words.tagName).join('；')),
    {
      ...field('creditLimit', ({ creditLimitFen }) => (creditLimitFen === undefined ? '' : writeYuan(creditLimitFen))),
      isNumber: true,
    },
    field('paymentTerms', ({ paymentTermsDays }) => paymentTermsDays?.toString()),
    field('acquiredOn', ({ acquiredOn }) => acquiredOn),
    field('verifiedOn', ({ verifiedOn }) => verifiedOn),
    { header: t('import.field.lastContact'), text: ({ row }) => row.lastContact ?? '' },
    { header: t('import.field.nextFollowUp'), text: ({ row: { nextFollowUp } }) => followUpText(nextFollowUp) },
    field('note', ({ note }) => note),
    ...ownColumns(words),
    ...toldColumns(words),
  ];
}

function followUpText(next: ExportedCustomer['row']['nextFollowUp']): string {
  return next === null ? '' : `${next.due.replace('T', ' ')} ${next.title}`.trim();
}

/** `电话 2`; a lone one has no number. */
function numbered(word: string, at: number, width: number): string {
  return width === 1 ? word : `${word} ${String(at + 1)}`;
}

/** Columns for the values of a list, each with its label in the column before where labels are in use. */
function listColumns(
  word: string,
  width: number,
  { t }: ExportWords,
  text: (customer: Customer, at: number) => string | undefined,
  label?: (customer: Customer, at: number) => string | undefined,
): Column[] {
  return Array.from({ length: width }, (_, at): Column[] => {
    const header = numbered(word, at, width);
    const value: Column = { header, text: ({ customer }) => text(customer, at) ?? '' };
    if (!label) return [value];
    return [
      { header: t('exports.label', { field: header }), text: ({ customer }) => label(customer, at) ?? '' },
      value,
    ];
  }).flat();
}

function reachColumns(widths: Widths, words: ExportWords): Column[] {
  const { t } = words;
  const phoneAt = ({ phones }: Customer, at: number) => phones[at];
  return [
    ...listColumns(
      t('import.field.phone'),
      widths.phones,
      words,
      (customer, at) => {
        const phone = phoneAt(customer, at);
        return phone && phoneText(phone, needsCountry(widths, customer));
      },
      widths.hasPhoneLabels
        ? (customer, at) => {
            const phone = phoneAt(customer, at);
            return phone && phoneLabel(phone, t('exports.fax'));
          }
        : undefined,
    ),
    ...listColumns(
      t('import.field.email'),
      widths.emails,
      words,
      ({ emails }, at) => emails[at]?.address,
      widths.hasEmailLabels ? ({ emails }, at) => emails[at]?.label : undefined,
    ),
    ...imKinds.map(
      (kind): Column => ({ header: t(`import.field.${kind}`), text: ({ customer }) => accountsOf(customer, kind) }),
    ),
  ];
}

function accountsOf({ ims }: Customer, wanted: Customer['ims'][number]['kind']): string {
  return ims.flatMap(({ kind, account }) => (kind === wanted ? account : [])).join('；');
}

const addressParts = [
  ['province', 'province'],
  ['city', 'city'],
  ['district', 'district'],
  ['address', 'street'],
  ['postcode', 'postcode'],
  ['country', 'country'],
] as const;

function addressColumns({ addresses: width, hasAddressLabels }: Widths, { t }: ExportWords): Column[] {
  return Array.from({ length: width }, (_, at): Column[] => [
    ...(hasAddressLabels
      ? [
          {
            header: t('exports.label', { field: numbered(t('exports.address'), at, width) }),
            text: ({ customer }: ExportedCustomer) => customer.addresses[at]?.label ?? '',
          },
        ]
      : []),
    ...addressParts.map(
      ([field, part]): Column => ({
        header: numbered(t(`import.field.${field}`), at, width),
        text: ({ customer }) => customer.addresses[at]?.[part] ?? '',
      }),
    ),
  ]).flat();
}

function anniversaryColumns({ anniversaries: width }: Widths, words: ExportWords): Column[] {
  return listColumns(
    words.t('import.field.anniversary'),
    width,
    words,
    ({ anniversaries }, at) => anniversaries[at] && writeYearlyDate(anniversaries[at].date),
    ({ anniversaries }, at) => anniversaries[at]?.label,
  );
}

function ownColumns(words: ExportWords): Column[] {
  return words.customFields
    .filter((field) => isTypable(field) || isReference(field))
    .map((field) => ({
      header: words.t('import.target.custom', { label: field.label }),
      text: ({ customer, row }) =>
        isReference(field)
          ? (row.details[customKey(field.id)] ?? '')
          : plainFieldTexts(field, textsOfValue(customer.customFields[field.id]), words),
      isNumber: field.type === 'number' || field.type === 'money',
    }));
}

/** What an import does not take in: it follows from other records. */
function toldColumns({ t, classWord }: ExportWords): Column[] {
  return [
    {
      header: t('exports.contacts'),
      text: ({ contacts }) => contacts.map(contactText).join('；'),
    },
    { header: t('exports.otherAccounts'), text: ({ customer }) => accountsOf(customer, 'other') },
    ...dimensions
      .filter((dimension) => dimension !== 'source' && dimension !== 'type')
      .map(
        (dimension): Column => ({
          header: t('exports.class', { dimension: t(`dimension.${dimension}`) }),
          text: ({ row }) => classWord(dimension, row.classes[dimension]),
        }),
      ),
    {
      header: t('exports.figure', { figure: t('field.revenue') }),
      text: ({ row }) => (row.purchases === 0 ? '' : writeYuan(row.revenueFen)),
      isNumber: true,
    },
    {
      header: t('exports.figure', { figure: t('field.purchases') }),
      text: ({ row }) => String(row.purchases),
      isNumber: true,
    },
    { header: t('exports.figure', { figure: t('field.lastPurchase') }), text: ({ row }) => row.lastPurchase ?? '' },
  ];
}

function contactText({ name, title, phones }: ExportedCustomer['contacts'][number]): string {
  const about = [title, ...phones.map(({ raw }) => raw)].filter((text) => text !== undefined && text !== '');
  return about.length === 0 ? name : `${name}（${about.join('，')}）`;
}
