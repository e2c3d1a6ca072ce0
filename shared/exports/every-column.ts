import { asShown } from '../custom-fields/as-shown.ts';
import { fileLabels } from '../custom-fields/label-with-tag.ts';
import { plainFieldTexts, textsOfValue, type ValueWords } from '../custom-fields/values.ts';
import { dimensions } from '../domain/class-scheme/class-scheme.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { isReference, isTypable } from '../facts/typed.ts';
import { customKey } from '../filter/fields.ts';
import { writeAnswers } from '../gaps/answer-text.ts';
import { writeWords } from '../formats/values/word-list.ts';
import type { CustomerField } from '../imports/fields.ts';
import type { Translate } from '../i18n/translate.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import { writeMoney } from '../money/say-money.ts';
import { ofPart, type ExportColumn, type ExportWords } from './export-column.ts';
import type { ExportedCustomer } from './exported-customer.ts';
import { addressColumns, birthdayText, listColumns, reachColumns } from './reach-columns.ts';
import type { Widths } from './widths.ts';

type Column = ExportColumn<ExportedCustomer>;
const customerOf = ({ customer }: ExportedCustomer) => customer;

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
  const { t, currency } = words;
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
    field('aliases', ({ aliases }) => writeWords(aliases)),
    field('gender', ({ gender }) => gender && t(`facts.${gender}`)),
    ...ofPart(reachColumns(widths, t), customerOf),
    ...textFields.map((name) => field(name, (customer) => customer[name])),
    ...ofPart(addressColumns(widths, t), customerOf),
    field('birthday', (customer) => birthdayText(customer, words.language)),
    ...ofPart(anniversaryColumns(widths, words), customerOf),
    field('source', ({ source }) => source && words.codeName('source', source)),
    field('sourceDetail', ({ sourceDetail }) => sourceDetail),
    field('campaign', ({ campaign }) => campaign && words.codeName('campaign', campaign)),
    { header: t('import.field.referrer'), text: ({ row }) => row.details['referrer'] ?? '' },
    field('owner', ({ owner }) => owner),
    field('leadStatus', ({ leadStatus }) => leadStatus && t(`leadStatus.${leadStatus}`)),
    field('preferredChannel', ({ preferredChannel }) => preferredChannel && t(`channel.${preferredChannel}`)),
    field('preferredTime', ({ preferredTime }) => preferredTime),
    field('doNotContact', ({ doNotContact }) =>
      doNotContact.map((channel) => t(`channel.${channel}`)).join(t('exports.semicolon')),
    ),
    field('tags', ({ tagIds }) => writeWords(tagIds.map(words.tagName))),
    {
      header: t('exports.inCurrency', { header: t('import.field.creditLimit'), currency }),
      text: ({ customer: { creditLimitFen } }) =>
        creditLimitFen === undefined ? '' : writeMoney(creditLimitFen, currency),
      isNumber: true,
    },
    field('paymentTerms', ({ paymentTermsDays }) => paymentTermsDays?.toString()),
    field('acquiredOn', ({ acquiredOn }) => acquiredOn),
    field('verifiedOn', ({ verifiedOn }) => verifiedOn),
    field('lostOn', ({ lostOn }) => lostOn),
    field('lostReason', ({ lostReason }) => lostReason && words.codeName('lostReason', lostReason)),
    { header: t('import.field.lastContact'), text: ({ row }) => row.lastContact ?? '' },
    { header: t('import.field.nextFollowUp'), text: ({ row: { nextFollowUp } }) => followUpText(nextFollowUp) },
    field('answers', ({ answers = {} }) => writeAnswers(answers, t, words.customFields)),
    field('note', ({ note }) => note),
    ...ownColumns(words),
    ...toldColumns(words),
  ];
}

function followUpText(next: ExportedCustomer['row']['nextFollowUp']): string {
  return next === null ? '' : `${next.due.replace('T', ' ')} ${next.title}`.trim();
}

function anniversaryColumns({ anniversaries: width }: Widths, { t, language }: ValueWords): ExportColumn<Customer>[] {
  return listColumns(
    t('import.field.anniversary'),
    width,
    t,
    ({ anniversaries }, at) => anniversaries[at] && sayYearlyDate(language, anniversaries[at].date),
    ({ anniversaries }, at) => anniversaries[at]?.label,
  );
}

function ownColumns(words: ExportWords): Column[] {
  const labelOf = fileLabels(words.customFields, words.tagName);
  return words.customFields
    .filter((field) => isTypable(field) || isReference(field))
    .map((field) => ({
      header: ownHeader(field, labelOf(field), words),
      text: ({ customer, row }) =>
        isReference(field)
          ? (row.details[customKey(field.id)] ?? '')
          : plainFieldTexts(field, textsOfValue(customer.customFields[field.id]), words),
      isNumber: field.type === 'number' || field.type === 'money',
    }));
}

function ownHeader({ type }: CustomField, label: string, { t, currency }: ExportWords): string {
  const header = t('import.target.custom', { label });
  return type === 'money' ? t('exports.inCurrency', { header, currency }) : header;
}

/** What an import does not take in: it follows from other records, or is no value. */
function toldColumns(words: ExportWords): Column[] {
  const { t, classWord, currency } = words;
  return [
    {
      header: t('exports.contacts'),
      text: ({ contacts }) =>
        contacts
          .filter(({ leftOn }) => leftOn === undefined)
          .map((person) => contactText(person, t))
          .join(t('exports.semicolon')),
    },
    ...dimensions
      .filter((dimension) => dimension !== 'source' && dimension !== 'type')
      .map(
        (dimension): Column => ({
          header: t('exports.class', { dimension: t(`dimension.${dimension}`) }),
          text: ({ row }) => classWord(dimension, row.classes[dimension]),
        }),
      ),
    {
      header: t('exports.inCurrency', { header: t('exports.figure', { figure: t('field.revenue') }), currency }),
      text: ({ row }) => (row.purchases === 0 ? '' : writeMoney(row.revenueFen, currency)),
      isNumber: true,
    },
    {
      header: t('exports.figure', { figure: t('field.purchases') }),
      text: ({ row }) => String(row.purchases),
      isNumber: true,
    },
    { header: t('exports.figure', { figure: t('field.lastPurchase') }), text: ({ row }) => row.lastPurchase ?? '' },
    ...shownColumns(words),
  ];
}

/** Of the archive's own fields those that nobody types: what formulas come to, and what files are called. */
function shownColumns(words: ExportWords): Column[] {
  const { t, currency } = words;
  const labelOf = fileLabels(words.customFields, words.tagName);
  return asShown(words.customFields)
    .filter((field) => field.formula !== undefined || field.type === 'attachment')
    .map((field) => {
      const label = labelOf(field);
      const isMoney = field.type === 'money';
      const header =
        field.type === 'attachment' ? t('exports.files', { field: label }) : t('exports.figure', { figure: label });
      return {
        header: isMoney ? t('exports.inCurrency', { header, currency }) : header,
        text: ({ row }) => plainFieldTexts(field, linesOf(row.details[customKey(field.id)]), words),
        isNumber: isMoney || field.type === 'number',
      };
    });
}

function linesOf(text = ''): string[] {
  return text === '' ? [] : text.split('\n');
}

function contactText({ name, title, phones }: ExportedCustomer['contacts'][number], t: Translate): string {
  const about = [title, ...phones.map(({ raw }) => raw)].filter((text) => text !== undefined && text !== '');
  return about.length === 0 ? name : t('exports.person', { name, about: about.join(t('exports.comma')) });
}
