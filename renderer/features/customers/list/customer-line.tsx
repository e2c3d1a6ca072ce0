import { memo } from 'react';
import type { CustomerRow } from '../../../engine/api.ts';
import { GridCell, GridRow } from '../../../ui/grid/grid.tsx';
import { columnSpec } from './columns.tsx';

interface CustomerLineProps {
  /** `undefined` until it is fetched. */
  row: CustomerRow | undefined;
  /** Position in the result. */
  at: number;
  /** Position in the list, which has headings too. */
  slot: number;
  columns: readonly string[];
  topPx: number;
  heightPx: number;
  isActive: boolean;
  onPress: (at: number, row: CustomerRow | undefined) => void;
}

export function customerLineId(at: number): string {
  return `customer-row-${String(at)}`;
}

/** One customer in the list. Drawn again only when it looks different: the grid is drawn with every key and every scroll. */
export const CustomerLine = memo(function CustomerLine({
  row,
  at,
  slot,
  columns,
  topPx,
  heightPx,
  isActive,
  onPress,
}: CustomerLineProps) {
  return (
    <GridRow
      id={customerLineId(at)}
      index={slot}
      topPx={topPx}
      heightPx={heightPx}
      isActive={isActive}
      isSelected={isActive}
      onClick={() => {
        onPress(at, row);
      }}
    >
      {row &&
        columns.map((id) => {
          const { isNumeric = false, cell } = columnSpec(id);
          return (
            <GridCell key={id} isNumeric={isNumeric}>
              {cell(row)}
            </GridCell>
          );
        })}
    </GridRow>
  );
});
