import {
  imKinds,
  type Address,
  type Email,
  type Im,
  type Phone,
  type YearlyDate,
} from '../domain/customer/customer.ts';
import { writeWords } from '../formats/values/word-list.ts';
import type { Language } from '../i18n/catalogue.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ExportColumn } from './export-column.ts';
import { phoneLabel, phoneText } from './phone-text.ts';
import { needsCountry, type Widths } from './widths.ts';

/** Whoever can be reached: a customer, or somebody who works for one. */
export interface Reachable {
  phones: readonly Phone[];
  emails: readonly Email[];
  ims: readonly Im[];
  addresses?: readonly Address[] | undefined;
}

type Column = ExportColumn<Reachable>;

/** `电话 2`; a lone one has no number. */
function numbered(word: string, at: number, width: number): string {
  return width === 1 ? word : `${word} ${String(at + 1)}`;
}

/** Columns for the values of a list, each with its label in the column before where labels are in use. */
export function listColumns<Exported>(
  word: string,
  width: number,
  t: Translate,
  text: (exported: Exported, at: number) => string | undefined,
  label?: (exported: Exported, at: number) => string | undefined,
): ExportColumn<Exported>[] {
  return Array.from({ length: width }, (_, at) => {
    const header = numbered(word, at, width);
    const value: ExportColumn<Exported> = { header, text: (exported) => text(exported, at) ?? '' };
    if (!label) return [value];
    const before = t('exports.label', { field: header });
    return [{ header: before, text: (exported: Exported) => label(exported, at) ?? '' }, value];
  }).flat();
}

/** Numbers, mails and accounts, under headings that an import knows. */
export function reachColumns(widths: Widths, t: Translate): Column[] {
  return [
    ...listColumns<Reachable>(
      t('import.field.phone'),
      widths.phones,
      t,
      ({ phones, addresses = [] }, at) => phones[at] && phoneText(phones[at], needsCountry(widths, { addresses })),
      widths.hasPhoneLabels ? ({ phones }, at) => phones[at] && phoneLabel(phones[at], t('exports.fax')) : undefined,
    ),
    ...listColumns<Reachable>(
      t('import.field.email'),
      widths.emails,
      t,
      ({ emails }, at) => emails[at]?.address,
      widths.hasEmailLabels ? ({ emails }, at) => emails[at]?.label : undefined,
    ),
    ...imKinds.map(
      (wanted): Column => ({
        header: t(`import.field.${wanted === 'other' ? 'otherAccount' : wanted}`),
        text: ({ ims }) => writeWords(ims.flatMap(({ kind, account }) => (kind === wanted ? account : []))),
      }),
    ),
  ];
}

const addressParts = [
  ['province', 'province'],
  ['city', 'city'],
  ['district', 'district'],
  ['address', 'street'],
  ['postcode', 'postcode'],
  ['country', 'country'],
] as const;

export function addressColumns({ addresses: width, hasAddressLabels }: Widths, t: Translate): Column[] {
  return Array.from({ length: width }, (_, at): Column[] => {
    const label: Column = {
      header: t('exports.label', { field: numbered(t('exports.address'), at, width) }),
      text: ({ addresses }) => addresses?.[at]?.label ?? '',
    };
    const parts = addressParts.map(
      ([field, part]): Column => ({
        header: numbered(t(`import.field.${field}`), at, width),
        text: ({ addresses }) => addresses?.[at]?.[part] ?? '',
      }),
    );
    return hasAddressLabels ? [label, ...parts] : parts;
  }).flat();
}

/** An import reads it in either language. */
export function birthdayText({ birthday }: { birthday?: YearlyDate | undefined }, language: Language): string {
  return birthday ? sayYearlyDate(language, birthday) : '';
}
