import { useTable } from '@tanstack/react-table';
import { useCallback, useMemo, type MouseEvent, type TouchEvent } from 'react';
import type { ListLayout } from '#shared/domain/list-view/list-view.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { features, tableColumns } from './columns.tsx';

/** The table has no rows of its own: TanStack follows the pointer, the engine keeps the rows. */
const noRows: CustomerRow[] = [];

/** Begins to follow the pointer that pulls a column wider; which columns there are, and where, the layout says. */
export function useColumnResizing(
  columnIds: readonly string[],
  widths: ListLayout['widths'],
  changeLayout: (patch: Partial<ListLayout>) => void,
): (columnId: string, event: MouseEvent | TouchEvent) => void {
  const options = useMemo(
    () => ({
      features,
      columns: tableColumns(columnIds),
      data: noRows,
      columnResizeMode: 'onChange' as const,
      state: { columnSizing: widths },
      onColumnSizingChange: (next: ListLayout['widths'] | ((old: ListLayout['widths']) => ListLayout['widths'])) => {
        changeLayout({ widths: typeof next === 'function' ? next(widths) : next });
      },
    }),
    [columnIds, widths, changeLayout],
  );
  const table = useTable(options);
  return useCallback(
    (columnId, event) => {
      const header = table.getFlatHeaders().find(({ column }) => column.id === columnId);
      header?.getResizeHandler()(event);
    },
    [table],
  );
}
