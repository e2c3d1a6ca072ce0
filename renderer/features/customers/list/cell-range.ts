/** The columns from where Shift began to the active cell, from left to right; none while whole rows are active. */
export function columnsInRange(
  columns: readonly string[],
  cellColumn: string | null,
  anchor: string | null,
): readonly string[] {
  if (cellColumn === null) return [];
  const ends = [columns.indexOf(cellColumn), columns.indexOf(anchor ?? cellColumn)].filter((at) => at >= 0);
  return ends.length === 0 ? [] : columns.slice(Math.min(...ends), Math.max(...ends) + 1);
}
