import { useTable } from '@tanstack/react-table';
import { useCallback, useMemo, type MouseEvent, type TouchEvent } from 'react';
import type { ListLayout } from '#shared/domain/list-view/list-view.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { columnSpec, features, tableColumns } from './columns.tsx';

/** The table has no rows of its own: TanStack follows the pointer, the engine keeps the rows. */
const noRows: CustomerRow[] = [];

type Widths = ListLayout['widths'];

/** Widths are kept as they are for text of the usual size. */
export function shownWidth(widths: Widths, id: string, scale: number): number {
  return Math.round((widths[id] ?? columnSpec(id).widthPx) * scale);
}

/** Begins to follow the pointer that pulls a column wider; which columns there are, and where, the layout says. */
export function useColumnResizing(
  columnIds: readonly string[],
  widths: ListLayout['widths'],
  scale: number,
  changeLayout: (patch: Partial<ListLayout>) => void,
): (columnId: string, event: MouseEvent | TouchEvent) => void {
  const options = useMemo(() => {
    const shown: Widths = Object.fromEntries(columnIds.map((id) => [id, shownWidth(widths, id, scale)]));
    return {
      features,
      columns: tableColumns(columnIds),
      data: noRows,
      columnResizeMode: 'onChange' as const,
      state: { columnSizing: shown },
      onColumnSizingChange: (next: Widths | ((old: Widths) => Widths)) => {
        const sized = Object.entries(typeof next === 'function' ? next(shown) : next);
        const changed = sized.filter(([id, width]) => width !== shown[id]);
        changeLayout({
          widths: { ...widths, ...Object.fromEntries(changed.map(([id, width]) => [id, Math.round(width / scale)])) },
        });
      },
    };
  }, [columnIds, widths, scale, changeLayout]);
  const table = useTable(options);
  return useCallback(
    (columnId, event) => {
      const header = table.getFlatHeaders().find(({ column }) => column.id === columnId);
      header?.getResizeHandler()(event);
    },
    [table],
  );
}
