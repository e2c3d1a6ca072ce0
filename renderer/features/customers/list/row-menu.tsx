import {
  CalendarPlus,
  Copy,
  Download,
  Filter,
  MailQuestionMark,
  Merge,
  PanelRight,
  Pencil,
  Printer,
  SquareCheck,
  SquarePen,
  Tag,
  Trash2,
} from 'lucide-react';
import type { RefObject } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { describeFilter } from '#shared/filter/describe.ts';
import { mostMerged } from '#shared/merge/merge-fields.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { ContextMenu, type MenuGroup, type MenuPlace } from '../../../ui/overlays/menu.tsx';
import { columnSpec } from '../columns/columns.tsx';
import { cellConditions } from '../filter/cell-conditions.ts';
import { useFilterVocabulary } from '../filter/field-options.ts';
import { useListState } from '../list-state.ts';
import type { ListDeeds } from '../list-deeds.ts';

/** Whose menu is open, and where. */
export interface RowMenuOf {
  row: CustomerRow;
  /** The cell; `null` where the whole row is meant. */
  column: string | null;
  at: MenuPlace;
  isByKey: boolean;
}

export interface RowMenuProps extends RowMenuOf {
  list: RefObject<HTMLElement | null>;
  onClose: () => void;
  onOpen: () => void;
  onEdit: () => void;
  /** The cells that are taken in, or whole rows. */
  onCopy: (areRows: boolean) => void;
  onToggle: () => void;
  deeds: ListDeeds;
}

/** What can be done with a row of the list and the cell in it; of somebody selected, with everybody who is. */
export function RowMenu({ row, column, onOpen, onEdit, onCopy, onToggle, deeds, list, ...place }: RowMenuProps) {
  const words = useFilterVocabulary();
  const { t, customFields } = words;
  const selected = useListState((state) => state.selected);
  const select = useListState((state) => state.select);
  const addCondition = useListState((state) => state.addCondition);
  const isSelected = selected.has(row.id);
  const ids: ReadonlySet<CustomerId> = isSelected ? selected : new Set([row.id]);
  /** Deeds are for those who are selected. */
  const forThem = (deed: () => void) => () => {
    if (!isSelected) select(ids);
    deed();
  };
  const bulk = (kind: Parameters<ListDeeds['onBulk']>[0]) =>
    forThem(() => {
      deeds.onBulk(kind);
    });
  const canMerge = ids.size >= 2 && ids.size <= mostMerged;
  const copyRows = {
    id: 'copyRows',
    label: t('grid.menu.copyRows', { count: ids.size }),
    icon: <Copy />,
    onAction: () => {
      onCopy(true);
    },
  };
  const groups: MenuGroup[] = [
    {
      id: 'row',
      entries: [
        { id: 'open', label: t('shortcuts.openCard'), keys: 'Enter', icon: <PanelRight />, onAction: onOpen },
        ...(column === null
          ? []
          : [
              {
                id: 'edit',
                label: t('shortcuts.editCell'),
                keys: 'F2',
                icon: <Pencil />,
                isDisabled: columnSpec(column).fact === undefined,
                onAction: onEdit,
              },
            ]),
        {
          id: 'select',
          label: t(isSelected ? 'grid.menu.deselect' : 'shortcuts.select'),
          keys: 'Space',
          icon: <SquareCheck />,
          onAction: onToggle,
        },
      ],
    },
    {
      id: 'copy',
      entries:
        column === null
          ? [{ ...copyRows, keys: 'Mod+C' }]
          : [
              {
                id: 'copy',
                label: t('bulk.copy'),
                keys: 'Mod+C',
                icon: <Copy />,
                onAction: () => {
                  onCopy(false);
                },
              },
              copyRows,
            ],
    },
    ...(column === null
      ? []
      : [
          {
            id: 'filter',
            title: t('grid.menu.only'),
            entries: cellConditions(row, column, customFields).map((condition, at) => ({
              id: `filter${String(at)}`,
              label: describeFilter(words, condition),
              icon: <Filter />,
              onAction: () => {
                addCondition(condition);
              },
            })),
          },
        ].filter(({ entries }) => entries.length > 0)),
    {
      id: 'deeds',
      title: isSelected ? t('bulk.selected', { count: ids.size }) : row.name,
      entries: [
        { id: 'set', label: t('grid.menu.set'), icon: <SquarePen />, onAction: bulk('set') },
        { id: 'tag', label: t('grid.menu.tag'), icon: <Tag />, onAction: bulk('tag') },
        { id: 'plan', label: t('grid.menu.plan'), icon: <CalendarPlus />, onAction: bulk('follow-up') },
        ...(canMerge
          ? [{ id: 'merge', label: t('merge.open'), icon: <Merge />, onAction: forThem(deeds.onMerge) }]
          : []),
        { id: 'export', label: t('exports.open'), icon: <Download />, onAction: forThem(deeds.onExport) },
        { id: 'ask', label: t('grid.menu.ask'), icon: <MailQuestionMark />, onAction: forThem(deeds.onAsk) },
        { id: 'print', label: t('print.open'), icon: <Printer />, onAction: forThem(deeds.onPrint) },
        { id: 'delete', label: t('bulk.delete'), icon: <Trash2 />, isDanger: true, onAction: bulk('delete') },
      ],
    },
  ];
  return <ContextMenu {...place} label={t('grid.menu', { name: row.name })} groups={groups} within={list} />;
}
