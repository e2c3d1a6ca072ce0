import {
  createColumnHelper,
  tableFeatures,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { ClassWord } from '../../../display/class-word.tsx';
import type { CustomerRow, SortColumn } from '../../../engine/api.ts';
import { Amount } from '../../../ui/text/amount.tsx';
import { DateText } from '../../../ui/text/date-text.tsx';
import { DueText } from '../../../display/due-text.tsx';
import { NameCell, PhoneCell } from './cells.tsx';

export const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });

export interface ColumnMeta {
  label: MessageKey;
  sort: SortColumn;
  isNumeric?: boolean;
  isHiddenAtFirst?: boolean;
}

export interface ColumnSpec extends ColumnMeta {
  id: string;
  widthPx: number;
  cell: (row: CustomerRow) => ReactNode;
}

const specs: readonly ColumnSpec[] = [
  { id: 'name', label: 'field.name', sort: 'name', widthPx: 220, cell: (row) => <NameCell row={row} /> },
  { id: 'phone', label: 'field.phones', sort: 'phone', widthPx: 130, cell: (row) => <PhoneCell row={row} /> },
  {
    id: 'value',
    label: 'dimension.value',
    sort: 'value',
    widthPx: 100,
    cell: (row) => <ClassWord dimension="value" value={row.classes.value} />,
  },
  {
    id: 'lifecycle',
    label: 'dimension.lifecycle',
    sort: 'lifecycle',
    widthPx: 84,
    cell: (row) => <ClassWord dimension="lifecycle" value={row.classes.lifecycle} />,
  },
  {
    id: 'region',
    label: 'dimension.region',
    sort: 'region',
    widthPx: 120,
    cell: (row) => <ClassWord dimension="region" value={row.classes.region} />,
  },
  {
    id: 'lastContact',
    label: 'field.lastContact',
    sort: 'lastContact',
    widthPx: 116,
    cell: (row) => <DateText value={row.lastContact} as="ago" />,
  },
  {
    id: 'revenue',
    label: 'field.revenue',
    sort: 'revenue',
    widthPx: 104,
    isNumeric: true,
    cell: (row) => <Amount fen={row.purchases === 0 ? null : row.revenueFen} isWhole />,
  },
  {
    id: 'nextFollowUp',
    label: 'field.nextFollowUp',
    sort: 'nextFollowUp',
    widthPx: 104,
    cell: (row) => <DueText due={row.nextFollowUp?.due ?? null} />,
  },
  {
    id: 'behaviour',
    label: 'dimension.behaviour',
    sort: 'behaviour',
    widthPx: 84,
    isHiddenAtFirst: true,
    cell: (row) => <ClassWord dimension="behaviour" value={row.classes.behaviour} />,
  },
  {
    id: 'frequency',
    label: 'dimension.frequency',
    sort: 'frequency',
    widthPx: 84,
    isHiddenAtFirst: true,
    cell: (row) => <ClassWord dimension="frequency" value={row.classes.frequency} />,
  },
  {
    id: 'risk',
    label: 'dimension.risk',
    sort: 'risk',
    widthPx: 84,
    isHiddenAtFirst: true,
    cell: (row) => <ClassWord dimension="risk" value={row.classes.risk} />,
  },
  {
    id: 'type',
    label: 'dimension.type',
    sort: 'type',
    widthPx: 84,
    isHiddenAtFirst: true,
    cell: (row) => <ClassWord dimension="type" value={row.classes.type} />,
  },
  {
    id: 'source',
    label: 'dimension.source',
    sort: 'source',
    widthPx: 100,
    isHiddenAtFirst: true,
    cell: (row) => <ClassWord dimension="source" value={row.classes.source} />,
  },
  {
    id: 'purchases',
    label: 'field.purchases',
    sort: 'purchases',
    widthPx: 84,
    isNumeric: true,
    isHiddenAtFirst: true,
    cell: (row) => String(row.purchases),
  },
  {
    id: 'lastPurchase',
    label: 'field.lastPurchase',
    sort: 'lastPurchase',
    widthPx: 104,
    isHiddenAtFirst: true,
    cell: (row) => <DateText value={row.lastPurchase} as="ago" />,
  },
  {
    id: 'completeness',
    label: 'field.completeness',
    sort: 'completeness',
    widthPx: 84,
    isNumeric: true,
    isHiddenAtFirst: true,
    cell: (row) => `${String(row.completenessPercent)}%`,
  },
];

const helper = createColumnHelper<typeof features, CustomerRow>();

export const columns = helper.columns(
  specs.map((spec) =>
    helper.display({
      id: spec.id,
      size: spec.widthPx,
      minSize: 56,
      maxSize: 640,
    }),
  ),
);

const specById = new Map(specs.map((spec) => [spec.id, spec]));

export function columnSpec(id: string): ColumnSpec {
  const spec = specById.get(id);
  if (!spec) throw new Error(`Broken invariant: no column ${id}`);
  return spec;
}

export function columnMeta(id: string): ColumnMeta {
  return columnSpec(id);
}

export const hiddenAtFirst: Record<string, boolean> = Object.fromEntries(
  specs.filter((spec) => spec.isHiddenAtFirst === true).map((spec) => [spec.id, false]),
);

export const columnIds: readonly string[] = specs.map((spec) => spec.id);
