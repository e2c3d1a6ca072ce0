import { createColumnHelper, tableFeatures, columnResizingFeature, columnSizingFeature } from '@tanstack/react-table';
import { plainFieldTexts, sayFieldTexts } from '#shared/custom-fields/values.ts';
import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { isRequirable } from '#shared/domain/customer/completeness.ts';
import { isReference, isTypable } from '#shared/facts/typed.ts';
import { customIdOf, customKey } from '#shared/filter/fields.ts';
import { writeWords } from '#shared/formats/values/word-list.ts';
import { writeMoney } from '#shared/money/say-money.ts';
import type { CustomerRow, SortColumn } from '../../../engine/api.ts';
import { Amount } from '../../../ui/text/amount.tsx';
import { DateText } from '../../../ui/text/date-text.tsx';
import { DueText } from '../../../display/due-text.tsx';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { NameCell, PhoneCell, TagsCell } from './found-cells.tsx';
import { classColumn, detailColumn, type ColumnSpec } from './column-spec.tsx';
import styles from '../list/list.module.css';
import { termColumns } from './term-columns.tsx';

export const features = tableFeatures({ columnSizingFeature, columnResizingFeature });

const specs: readonly ColumnSpec[] = [
  {
    id: 'name',
    label: 'field.name',
    sort: 'name',
    fact: 'name',
    widthPx: 188,
    cell: (row) => <NameCell row={row} />,
    text: (row) => row.name,
  },
  {
    id: 'phone',
    label: 'field.phones',
    sort: 'phone',
    fact: 'phones',
    widthPx: 140,
    cell: (row) => <PhoneCell row={row} />,
    // Without blanks, so that it is a number again wherever it is pasted.
    text: (row) => (/^1[\d ]{12}$/.test(row.phone) ? row.phone.replaceAll(' ', '') : row.phone),
  },
  classColumn('value', 124),
  classColumn('lifecycle', 80),
  classColumn('region', 76),
  {
    id: 'lastContact',
    label: 'field.lastContact',
    sort: 'lastContact',
    widthPx: 104,
    cell: (row) => <DateText value={row.lastContact} as="ago" />,
    day: (row) => row.lastContact,
    text: (row) => row.lastContact ?? '',
  },
  {
    id: 'revenue',
    label: 'field.revenue',
    sort: 'revenue',
    widthPx: 120,
    isNumeric: true,
    isMoney: true,
    cell: (row) => <Amount fen={row.purchases === 0 ? null : row.revenueFen} isWhole />,
    text: (row, { currency }) => (row.purchases === 0 ? '' : writeMoney(row.revenueFen, currency)),
  },
  {
    id: 'nextFollowUp',
    label: 'field.nextFollowUp',
    sort: 'nextFollowUp',
    widthPx: 120,
    cell: (row) => <DueText due={row.nextFollowUp?.due ?? null} />,
    day: (row) => row.nextFollowUp?.due ?? null,
    text: (row) => row.nextFollowUp?.due.slice(0, 10) ?? '',
  },
  {
    id: 'organization',
    label: 'field.organization',
    sort: 'organization',
    fact: 'organization',
    widthPx: 160,
    isHiddenAtFirst: true,
    cell: (row) => row.organization,
    text: (row) => row.organization,
  },
  {
    id: 'tagIds',
    label: 'field.tagIds',
    fact: 'tagIds',
    widthPx: 140,
    isHiddenAtFirst: true,
    cell: (row) => <TagsCell tagIds={row.tagIds} />,
    text: (row, words) => writeWords(row.tagIds.map(words.tagName)),
  },
  classColumn('behaviour', 84, true),
  classColumn('frequency', 84, true),
  classColumn('risk', 84, true),
  classColumn('type', 84, true, 'kind'),
  classColumn('source', 100, true, 'source'),
  {
    id: 'purchases',
    label: 'field.purchases',
    sort: 'purchases',
    widthPx: 84,
    isNumeric: true,
    isHiddenAtFirst: true,
    cell: (row) => String(row.purchases),
    text: (row) => String(row.purchases),
  },
  {
    id: 'lastPurchase',
    label: 'field.lastPurchase',
    sort: 'lastPurchase',
    widthPx: 104,
    isHiddenAtFirst: true,
    cell: (row) => <DateText value={row.lastPurchase} as="ago" />,
    day: (row) => row.lastPurchase,
    text: (row) => row.lastPurchase ?? '',
  },
  {
    id: 'completeness',
    label: 'field.completeness',
    sort: 'completeness',
    widthPx: 84,
    isNumeric: true,
    isHiddenAtFirst: true,
    cell: (row) => `${String(row.completenessPercent)}%`,
    text: (row) => `${String(row.completenessPercent)}%`,
  },
  {
    id: 'title',
    label: 'field.title',
    fact: 'title',
    widthPx: 120,
    isHiddenAtFirst: true,
    cell: (row) => row.title,
    text: (row) => row.title,
  },
  detailColumn('email', 'field.emails', { fact: 'emails', widthPx: 180 }),
  detailColumn('im', 'field.ims', { fact: 'ims' }),
  detailColumn('address', 'field.addresses', { fact: 'addresses', widthPx: 240 }),
  detailColumn('code', 'field.code', { fact: 'code' }),
  ...(
    [
      'industry',
      'department',
      'size',
      'owner',
      'salutation',
      'aliases',
      'sourceDetail',
      'preferredTime',
      'website',
      'uscc',
      'legalRepresentative',
    ] as const
  ).map((id) => detailColumn(id, `field.${id}`, { fact: id, sort: id })),
  detailColumn('referrer', 'field.referrerId', { sort: 'referrer' }),
  detailColumn('acquiredOn', 'field.acquiredOn', { fact: 'acquiredOn', sort: 'acquiredOn', widthPx: 104 }),
  detailColumn('verifiedOn', 'field.verifiedOn', { sort: 'verifiedOn', widthPx: 104 }),
  ...termColumns,
];

const helper = createColumnHelper<typeof features, CustomerRow>();

const specById = new Map(specs.map((spec) => [spec.id, spec]));
const fixedIds: readonly string[] = specs.map((spec) => spec.id);

const ownWidthsPx: Partial<Record<CustomField['type'], number>> = { text: 160, boolean: 84, choices: 160 };

function ownColumn(field: CustomField): ColumnSpec {
  const id = customKey(field.id);
  const textsOf = (row: CustomerRow) => row.details[id]?.split('\n') ?? [];
  return {
    id,
    label: 'filters.field.unknown',
    sort: id,
    ...(field.type === 'choice' && { groupBy: id }),
    ...((isTypable(field) || isReference(field)) && { fact: id }),
    widthPx: ownWidthsPx[field.type] ?? 120,
    isNumeric: field.type === 'number' || field.type === 'money',
    isMoney: field.type === 'money',
    isHiddenAtFirst: true,
    cell: (row) => {
      const texts = textsOf(row);
      return texts.length === 0 && isRequirable(field) && isFieldOf(field, row) ? (
        <MissedCell />
      ) : (
        <OwnCell field={field} texts={texts} />
      );
    },
    text: (row, words) => plainFieldTexts(field, textsOf(row), words),
  };
}

/** A value that should be there: a warning, which keeps nobody from anything. */
function MissedCell() {
  return <span className={styles.missed}>{useT()('fields.warning.required')}</span>;
}

function OwnCell({ field, texts }: { field: CustomField; texts: readonly string[] }) {
  const words = { t: useT(), language: useLanguage(), currency: useCurrency() };
  return sayFieldTexts(field, texts, words);
}

/** The columns of every archive, then those of its own fields, which `columnSpec` knows from then on. */
export function columnIdsOf(customFields: readonly CustomField[]): string[] {
  for (const field of customFields) specById.set(customKey(field.id), ownColumn(field));
  return [...fixedIds, ...customFields.map(({ id }) => customKey(id))];
}

export function columnSpec(id: string): ColumnSpec {
  const known = specById.get(id);
  if (known) return known;
  const spec = detailColumn(id, 'filters.field.unknown', { sort: id as SortColumn });
  specById.set(id, spec);
  return spec;
}

/** As TanStack needs them. */
export function tableColumns(ids: readonly string[]) {
  return helper.columns(
    ids.map((id) => helper.display({ id, size: columnSpec(id).widthPx, minSize: 56, maxSize: 640 })),
  );
}

/** The name of a column, by `t` or by the definition of the custom field. */
export function useColumnLabel(): (id: string) => string {
  const t = useT();
  const customFields = useAllCustomFields();
  return (id) => {
    const customId = customIdOf(id);
    if (customId === null) return t(columnSpec(id).label);
    return customFields.find((field) => field.id === customId)?.label ?? t('filters.field.unknown');
  };
}

/** Whether a column is shown when nobody said so. */
export function isShownAtFirst(id: string): boolean {
  return columnSpec(id).isHiddenAtFirst !== true;
}
