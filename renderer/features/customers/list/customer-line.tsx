import { memo, type MouseEvent } from 'react';
import type { CustomerRow } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { GridCell, GridCheckCell, GridRow } from '../../../ui/grid/grid.tsx';
import { CellEditor } from '../cells/cell-editor.tsx';
import type { LeaveBy } from '../cells/leave-by.ts';
import type { ColumnsInView } from '../columns/columns-in-view.ts';
import { columnSpec } from '../columns/columns.tsx';
import { WholeText } from '../columns/whole-text.tsx';

/** How a line was pressed: plainly, with Ctrl or on its box, with Shift. */
export type PressKind = 'open' | 'toggle' | 'extend';

interface CustomerLineProps {
  /** `undefined` until it is fetched. */
  row: CustomerRow | undefined;
  /** Position in the result. */
  at: number;
  /** Position in the list, which has headings too. */
  slot: number;
  columns: readonly string[];
  /** Those that are drawn, besides the pinned ones and where the keyboard is; `null` where all are. */
  inView: ColumnsInView | null;
  /** Distance of pinned columns from the left. */
  pins: Readonly<Record<string, number>>;
  topPx: number;
  heightPx: number;
  isActive: boolean;
  isSelected: boolean;
  /** The active cell, where the line is active and a cell is. */
  cellColumn: string | null;
  /** The cells that are taken in with the active one. */
  range: readonly string[];
  editedColumn: string | null;
  /** `event` where the line itself was pressed. */
  onPress: (
    kind: PressKind,
    at: number,
    row: CustomerRow | undefined,
    column: string | null,
    event?: MouseEvent,
  ) => void;
  onLeave: (by: LeaveBy) => void;
}

export function customerLineId(at: number): string {
  return `customer-row-${String(at)}`;
}

export function customerCellId(at: number, column: string): string {
  return `${customerLineId(at)}-${column}`;
}

/**
 * One customer in the list. Drawn again only when it looks different: the grid is drawn with every key and every scroll.
 * Only what the keyboard is on has an id, since a line that is scrolled would have to write one anew in each cell.
 */
export const CustomerLine = memo(function CustomerLine({
  row,
  at,
  slot,
  columns,
  inView,
  pins,
  topPx,
  heightPx,
  isActive,
  isSelected,
  cellColumn,
  range,
  editedColumn,
  onPress,
  onLeave,
}: CustomerLineProps) {
  const t = useT();
  const cellUnder = (event: MouseEvent) => (event.target as Element).closest<HTMLElement>('[data-column]');
  const isDrawn = (id: string, place: number) =>
    inView === null ||
    (place >= inView.from && place < inView.to) ||
    pins[id] !== undefined ||
    id === cellColumn ||
    id === editedColumn;
  return (
    <GridRow
      id={isActive ? customerLineId(at) : undefined}
      index={slot}
      topPx={topPx}
      heightPx={heightPx}
      isActive={isActive}
      isSelected={isSelected}
      hasActiveCell={cellColumn !== null}
      isOpen={editedColumn !== null}
      onClick={(event) => {
        const kind = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'open';
        onPress(kind, at, row, cellUnder(event)?.dataset['column'] ?? null, event);
      }}
      onMouseDown={(event) => {
        // Shift would select the text of everything between.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      {row && (
        <>
          <GridCheckCell
            label={t('grid.select', { name: row.name })}
            isChecked={isSelected}
            onToggle={(isRange) => {
              onPress(isRange ? 'extend' : 'toggle', at, row, null);
            }}
          />
          {columns.map((id, place) => {
            if (!isDrawn(id, place)) return null;
            const { isNumeric = false, cell, fact } = columnSpec(id);
            return (
              <GridCell
                key={id}
                id={cellColumn === id ? customerCellId(at, id) : undefined}
                data-column={id}
                aria-colindex={place + 2}
                style={inView ? { gridColumnStart: place + 2 } : undefined}
                aria-readonly={fact === undefined}
                isNumeric={isNumeric}
                isActive={cellColumn === id}
                isInRange={range.includes(id)}
                isOpen={editedColumn === id}
                pinPx={pins[id]}
              >
                {editedColumn === id && fact !== undefined ? (
                  <CellEditor row={row} factKey={fact} onLeave={onLeave}>
                    {cell(row)}
                  </CellEditor>
                ) : (
                  cell(row)
                )}
              </GridCell>
            );
          })}
          {cellColumn !== null && editedColumn === null && <WholeText row={row} column={cellColumn} />}
        </>
      )}
    </GridRow>
  );
});
