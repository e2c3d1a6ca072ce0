import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useT } from '../../../platform/language.tsx';
import { useRowHeightPx } from '../../../state/preferences.ts';
import { useGridKeys } from '../../../ui/grid/use-grid-keys.ts';
import { Grid, GridBody, GridColumnHeader, GridHeader } from '../../../ui/grid/grid.tsx';
import { columnMeta, columns, features, hiddenAtFirst } from './columns.tsx';
import { CustomerLine, customerLineId } from './customer-line.tsx';
import { GroupHeading } from './group-heading.tsx';
import { HeaderButton, sortDirection } from './header-button.tsx';
import { useListState } from './list-state.ts';
import { planSlots } from './slots.ts';
import { useRowWindow, type RowsInView } from './use-row-window.ts';

/** What the screen may ask of its list. */
export interface ListHandle {
  /** A row of the result, when it is at hand. */
  rowAt: (index: number) => CustomerRow | undefined;
  rowsInView: () => RowsInView;
}

interface CustomerGridProps {
  engine: Engine;
  result: QueryResult;
  /** What was asked: the list goes to its top when it changes. */
  question: string;
  /** Position of the active row in the result; -1 when none is. */
  active: number;
  onActivate: (index: number, row: CustomerRow | undefined) => void;
  onOpen: (id: CustomerId) => void;
  handle: Ref<ListHandle>;
}

/** The table has no rows of its own: TanStack keeps the columns, the engine keeps the rows. */
const noRows: CustomerRow[] = [];

/** The virtualised list. Only what is seen is drawn, and of that only what changed. */
export const CustomerGrid = memo(function CustomerGrid({
  engine,
  result,
  question,
  active,
  onActivate,
  onOpen,
  handle,
}: CustomerGridProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeightPx();
  const { sort, groupBy, layout, changeLayout } = useListState(
    useShallow((state) => ({
      sort: state.sort,
      groupBy: state.groupBy,
      layout: state.layout,
      changeLayout: state.changeLayout,
    })),
  );
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
  const shownQuestion = useRef(question);
  useLayoutEffect(() => {
    // Where the list stands is known; asking the element would lay out the page in between.
    if (question !== shownQuestion.current && (virtualizer.scrollOffset ?? 0) > 0) virtualizer.scrollToOffset(0);
    shownQuestion.current = question;
  }, [virtualizer, question]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(slots.slotOf(active), { align: 'auto' });
  }, [virtualizer, slots, active]);

  const items = virtualizer.getVirtualItems();
  const contents = items.map((item) => ({ item, content: slots.at(item.index) }));
  const indexes = contents.flatMap(({ content }) => ('row' in content ? [content.row] : []));
  const first = indexes[0] ?? 0;
  const last = indexes.at(-1) ?? 0;
  const rowAt = useRowWindow(engine, result, { first, last });
  useImperativeHandle(handle, () => ({ rowAt, rowsInView: () => ({ first, last }) }));

  // Lines that scroll out are used again for those that scroll in: changing a text is cheaper than making an element.
  const [lineCount, setLineCount] = useState(items.length);
  if (items.length > lineCount) setLineCount(items.length);

  const columnVisibility = useMemo(() => ({ ...hiddenAtFirst, ...layout.shown }), [layout.shown]);
  const table = useTable({
    features,
    columns,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnVisibility, columnSizing: layout.widths },
    onColumnVisibilityChange: (next) => {
      changeLayout({ shown: typeof next === 'function' ? next(columnVisibility) : next });
    },
    onColumnSizingChange: (next) => {
      changeLayout({ widths: typeof next === 'function' ? next(layout.widths) : next });
    },
  });
  const headers = table.getHeaderGroups()[0]?.headers;
  const shownColumns = useMemo(() => headers?.map((header) => header.column.id) ?? [], [headers]);
  // The first column takes what is left, so that the rows always fill the window.
  const template = headers
    ?.map((header, at) => (at === 0 ? `minmax(${String(header.getSize())}px, 1fr)` : `${String(header.getSize())}px`))
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

  const press = useCallback(
    (at: number, row: CustomerRow | undefined) => {
      onActivate(at, row);
      if (row) onOpen(row.id);
    },
    [onActivate, onOpen],
  );

  return (
    <Grid
      label={t('customers.title')}
      rowCount={slots.count + 1}
      columnCount={shownColumns.length}
      columns={template ?? ''}
      activeRowId={active >= 0 ? customerLineId(active) : undefined}
      scrollRef={scroller}
      onKeyDown={handleKeys}
    >
      <GridHeader>
        {headers?.map((header) => (
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
          const key = item.index % Math.max(lineCount, items.length);
          if ('group' in content) {
            const group = result.groups[content.group];
            return (
              group &&
              groupBy && (
                <GroupHeading
                  key={key}
                  slot={item.index}
                  topPx={item.start}
                  heightPx={item.size}
                  group={group}
                  dimension={groupBy}
                />
              )
            );
          }
          return (
            <CustomerLine
              key={key}
              row={rowAt(content.row)}
              at={content.row}
              slot={item.index}
              columns={shownColumns}
              topPx={item.start}
              heightPx={item.size}
              isActive={content.row === active}
              onPress={press}
            />
          );
        })}
      </GridBody>
    </Grid>
  );
});
