import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { memo, useRef, useState, type DragEvent, type MouseEvent, type TouchEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { FilterField } from '#shared/filter/fields.ts';
import type { CustomerQuery } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { useTextScale } from '../../../state/preferences.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { isColumnShown, movedColumn, pinnedColumn, placedColumn, resizedColumn, sizedColumn } from './column-layout.ts';
import { columnSpec } from './columns.tsx';
import { fittingWidthPx } from './fitting-width.ts';
import { fieldOfColumn } from '../filter/field-of-column.ts';
import { useListState } from '../list-state.ts';
import styles from '../list/list.module.css';

type Sort = CustomerQuery['sort'];

export function sortDirection(sort: Sort, columnId: string): 'ascending' | 'descending' | 'none' | undefined {
  const { sort: column } = columnSpec(columnId);
  if (column === undefined) return undefined;
  const entry = sort.find((candidate) => candidate.column === column);
  return entry ? (entry.descending ? 'descending' : 'ascending') : 'none';
}

/** First press: the useful direction (largest sums, earliest dates); second: the other; third: back to no order. */
export function nextSort(sort: Sort, columnId: string, isAdded: boolean): Sort {
  const { sort: column, isNumeric } = columnSpec(columnId);
  if (column === undefined) return sort;
  const useful = isNumeric === true;
  const current = sort.find((entry) => entry.column === column);
  const others = isAdded ? sort.filter((entry) => entry.column !== column) : [];
  if (!current) return [...others, { column, descending: useful }];
  return current.descending === useful ? [...others, { column, descending: !useful }] : others;
}

/** What is dragged, so that other drags are not taken for columns. */
const dragType = 'application/x-kebu-column';
const stepPx = 24;

interface HeaderButtonProps {
  columnId: string;
  label: string;
  /** Every column, hidden ones among them. */
  columnIds: readonly string[];
  isMenuOpen: boolean;
  onMenu: (columnId: string | null) => void;
  onResize: (columnId: string, event: MouseEvent | TouchEvent) => void;
  onStatistics: (columnId: string) => void;
  onFilterBy: (field: FilterField) => void;
}

/**
 * Sorts by its column (Shift adds it to the order), can be dragged, pulled wider at its edge, and has a menu for the rest.
 * Left alone while the list below it is drawn again with every key.
 */
export const HeaderButton = memo(function HeaderButton({
  columnId,
  label,
  columnIds,
  isMenuOpen,
  onMenu,
  onResize,
  onStatistics,
  onFilterBy,
}: HeaderButtonProps) {
  const t = useT();
  const { sort, setSort, layout, changeLayout, grouped, setGroupBy } = useListState(
    useShallow((state) => ({
      sort: state.sort,
      setSort: state.setSort,
      layout: state.layout,
      changeLayout: state.changeLayout,
      grouped: state.groupBy,
      setGroupBy: state.setGroupBy,
    })),
  );
  const [dropSide, setDropSide] = useState<'before' | 'after' | null>(null);
  const header = useRef<HTMLDivElement>(null);
  const scale = useTextScale();
  const fit = () => {
    if (header.current)
      changeLayout(sizedColumn(layout, columnId, Math.round(fittingWidthPx(header.current, columnId) / scale)));
  };
  const direction = sortDirection(sort, columnId);
  const { sort: column, groupBy } = columnSpec(columnId);
  const asked = fieldOfColumn(columnId);
  const order = sort.findIndex((entry) => entry.column === column);
  const isGrouped = groupBy !== undefined && grouped === groupBy;
  const isPinned = layout.pinned.includes(columnId);
  const sideOf = (event: DragEvent<HTMLElement>): 'before' | 'after' => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return event.clientX < left + width / 2 ? 'before' : 'after';
  };
  const sortEntry = (descending: boolean) => ({
    id: descending ? 'down' : 'up',
    label: t(descending ? 'grid.column.sortDown' : 'grid.column.sortUp'),
    isDisabled: column === undefined,
    isChecked: direction === (descending ? 'descending' : 'ascending'),
    onAction: () => {
      if (column !== undefined) setSort([{ column, descending }]);
    },
  });
  /** Below the order there is: customers equal in that are ordered by this column. */
  const addedEntry = {
    id: 'then',
    label: t('grid.column.sortThen'),
    isDisabled: column === undefined || sort.length === 0 || order === 0,
    isChecked: order > 0,
    onAction: () => {
      setSort(nextSort(sort, columnId, true));
    },
  };
  const layoutEntry = (id: string, text: string, patch: Parameters<typeof changeLayout>[0], isDisabled = false) => ({
    id,
    label: text,
    isDisabled,
    onAction: () => {
      changeLayout(patch);
    },
  });
  return (
    <div
      ref={header}
      className={styles.headerCell}
      data-drop={dropSide ?? undefined}
      data-numeric={columnSpec(columnId).isNumeric === true || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setDropSide(sideOf(event));
      }}
      onDragLeave={() => {
        setDropSide(null);
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData(dragType);
        setDropSide(null);
        if (moved !== '') changeLayout(placedColumn(layout, columnIds, moved, columnId, sideOf(event)));
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        draggable
        className={styles.sort}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, columnId);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onClick={(event) => {
          setSort(nextSort(sort, columnId, event.shiftKey));
        }}
      >
        <span className={styles.sortLabel}>{label}</span>
        {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
        {direction === 'descending' && <ArrowDown aria-hidden="true" />}
        {order >= 0 && sort.length > 1 && <span className={styles.sortOrder}>{order + 1}</span>}
      </button>
      <span className={styles.columnMenu} data-open={isMenuOpen || undefined}>
        <Menu
          label={t('grid.column.menu', { column: label })}
          placement="bottom start"
          isOpen={isMenuOpen}
          onOpenChange={(isOpen) => {
            onMenu(isOpen ? columnId : null);
          }}
          trigger={
            <IconButton
              size="small"
              excludeFromTabOrder
              isTooltipHidden
              label={t('grid.column.menu', { column: label })}
              icon={<ChevronDown />}
            />
          }
          groups={[
            { id: 'sort', entries: [sortEntry(false), sortEntry(true), addedEntry] },
            {
              id: 'place',
              entries: [
                layoutEntry(
                  'pin',
                  t(isPinned ? 'grid.column.unpin' : 'grid.column.pinThis'),
                  pinnedColumn(layout, columnId, !isPinned),
                ),
                layoutEntry('left', t('grid.column.moveLeft'), movedColumn(layout, columnIds, columnId, -1)),
                layoutEntry('right', t('grid.column.moveRight'), movedColumn(layout, columnIds, columnId, 1)),
                layoutEntry('wider', t('grid.column.wider'), resizedColumn(layout, columnId, stepPx)),
                layoutEntry('narrower', t('grid.column.narrower'), resizedColumn(layout, columnId, -stepPx)),
                { id: 'fit', label: t('grid.column.fit'), onAction: fit },
                layoutEntry(
                  'hide',
                  t('grid.column.hide'),
                  { shown: { ...layout.shown, [columnId]: !isColumnShown(layout, columnId) } },
                  columnId === 'name',
                ),
              ],
            },
            {
              id: 'stats',
              entries: [
                {
                  id: 'filter',
                  label: t('grid.column.filter'),
                  isDisabled: asked === null,
                  onAction: () => {
                    if (asked !== null) onFilterBy(asked);
                  },
                },
                {
                  id: 'group',
                  label: t(isGrouped ? 'grid.column.ungroup' : 'grid.column.group'),
                  isDisabled: groupBy === undefined,
                  onAction: () => {
                    setGroupBy(isGrouped ? undefined : groupBy);
                  },
                },
                {
                  id: 'stats',
                  label: t('grid.column.stats'),
                  onAction: () => {
                    onStatistics(columnId);
                  },
                },
              ],
            },
          ]}
        />
      </span>
      <span
        className={styles.resize}
        aria-hidden="true"
        onDoubleClick={fit}
        onMouseDown={(event) => {
          onResize(columnId, event);
        }}
        onTouchStart={(event) => {
          onResize(columnId, event);
        }}
      />
    </div>
  );
});
