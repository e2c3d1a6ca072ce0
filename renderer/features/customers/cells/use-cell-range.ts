import { useMemo } from 'react';
import { columnsInRange } from './cell-range.ts';

/** The same array until one of them changes: lines are drawn again with every new one. */
export function useCellRange(columns: readonly string[], cellColumn: string | null, anchor: string | null) {
  return useMemo(() => columnsInRange(columns, cellColumn, anchor), [columns, cellColumn, anchor]);
}
