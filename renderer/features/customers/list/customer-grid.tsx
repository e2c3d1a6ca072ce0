import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useT } from '../../../platform/language.tsx';
import { useRowHeightPx } from '../../../state/preferences.ts';
import { useGridKeys } from '../../../ui/grid/use-grid-keys.ts';
import { Grid, GridBody, GridCell, GridColumnHeader, GridHeader, GridRow } from '../../../ui/grid/grid.tsx';
import { columnMeta, columns, features, hiddenAtFirst } from './columns.tsx';
import { GroupHeading } from './group-heading.tsx';
import { HeaderButton, sortDirection } from './header-button.tsx';
import { useListState } from './list-state.ts';
import { planSlots } from './slots.ts';
import { useRowWindow } from './use-row-window.ts';

interface CustomerGridProps {
  engine: Engine;
  result: QueryResult;
  /** Position of the active row in the result; -1 when none is. */
  active: number;
  onActivate: (index: number, row: CustomerRow | undefined) => void;
  onOpen: (id: CustomerId) => void;
}

const rowIdPrefix = 'customer-row';

/** The virtualised list: TanStack keeps the columns, the engine keeps the rows, only what is seen is drawn. */
export function CustomerGrid({ engine, result, active, onActivate, onOpen }: CustomerGridProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeightPx();
  const { sort, groupBy, hiddenColumns, setHiddenColumns, columnWidths, setColumnWidths } = useListState();
  const slots = useMemo(() => planSlots(result.total, result.groups), [result]);

  const virtualizer = useVirtualizer({
    count: slots.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 36,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(slots.slotOf(active), { align: 'auto' });
  }, [virtualizer, slots, active]);

  const items = virtualizer.getVirtualItems();
  const contents = items.map((item) => ({ item, content: slots.at(item.index) }));
  const indexes = contents.flatMap(({ content }) => ('row' in content ? [content.row] : []));
  const { rowAt, rows } = useRowWindow(engine, result.token, result.total, indexes[0] ?? 0, indexes.at(-1) ?? 0);

  const columnVisibility = useMemo(() => ({ ...hiddenAtFirst, ...hiddenColumns }), [hiddenColumns]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    columnResizeMode: 'onChange',
    state: { columnVisibility, columnSizing: columnWidths },
    onColumnVisibilityChange: (next) => {
      setHiddenColumns(typeof next === 'function' ? next(columnVisibility) : next);
    },
    onColumnSizingChange: (next) => {
      setColumnWidths(typeof next === 'function' ? next(columnWidths) : next);
    },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const rowsById = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  // The first column takes what is left, so that the rows always fill the window.
  const template = headers
    .map((header, at) => (at === 0 ? `minmax(${String(header.getSize())}px, 1fr)` : `${String(header.getSize())}px`))
    .join(' ');

  const handleKeys = useGridKeys({
    rowCount: result.total,
    active,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1),
    onMove: (to) => {
      onActivate(to, rowAt(to));
    },
    onOpen: (at) => {
      const row = rowAt(at);
      if (row) onOpen(row.id);
    },
  });

  return (
    <Grid
      label={t('customers.title')}
      rowCount={slots.count + 1}
      columnCount={headers.length}
      columns={template}
      activeRowId={active >= 0 ? `${rowIdPrefix}-${String(active)}` : undefined}
      scrollRef={scroller}
      onKeyDown={handleKeys}
    >
      <GridHeader>
        {headers.map((header) => (
          <GridColumnHeader
            key={header.id}
            sort={sortDirection(sort, header.column.id)}
            isNumeric={columnMeta(header.column.id).isNumeric === true}
          >
            <HeaderButton columnId={header.column.id} onResize={header.getResizeHandler()} />
          </GridColumnHeader>
        ))}
      </GridHeader>
      <GridBody heightPx={virtualizer.getTotalSize()}>
        {contents.map(({ item, content }) => {
          if ('group' in content) {
            const group = result.groups[content.group];
            return (
              group &&
              groupBy && (
                <GroupHeading
                  key={item.key}
                  slot={item.index}
                  topPx={item.start}
                  heightPx={item.size}
                  group={group}
                  dimension={groupBy}
                />
              )
            );
          }
          const row = rowAt(content.row);
          const cells = row && rowsById.get(row.id)?.getVisibleCells();
          return (
            <GridRow
              key={item.key}
              id={`${rowIdPrefix}-${String(content.row)}`}
              index={item.index}
              topPx={item.start}
              heightPx={item.size}
              isActive={content.row === active}
              isSelected={content.row === active}
              onClick={() => {
                onActivate(content.row, row);
                if (row) onOpen(row.id);
              }}
            >
              {cells?.map((cell) => (
                <GridCell key={cell.id} isNumeric={columnMeta(cell.column.id).isNumeric === true}>
                  <table.FlexRender cell={cell} />
                </GridCell>
              ))}
            </GridRow>
          );
        })}
      </GridBody>
    </Grid>
  );
}
