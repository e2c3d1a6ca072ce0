import type { CustomerId } from '#shared/domain/customer/customer.ts';

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

/** Whose cells are meant: those of everybody selected where the active row is among them, and its own alone where it is not. */
export function customersInRange(
  selected: ReadonlySet<CustomerId>,
  active: CustomerId | undefined,
): ReadonlySet<CustomerId> {
  if (active === undefined) return new Set();
  return selected.has(active) ? selected : new Set([active]);
}

/** Rows of a result that Shift took in, both ends included. */
export interface RowsTaken {
  token: string;
  first: number;
  last: number;
}

/** Where what is pasted begins: at the first row that Shift took in with this one, or here. */
export function firstRowOf(taken: RowsTaken | null, token: string, at: number): number {
  return taken?.token === token && taken.first <= at && at <= taken.last ? taken.first : at;
}
