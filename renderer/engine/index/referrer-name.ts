import type { Columns } from './columns.ts';

/** The name of who introduced a customer, in the archive or not; empty for nobody. */
export function referrerNameOf(columns: Columns, index: number): string {
  const end = columns.numbers.referrer[index] ?? 0;
  if (end === 0) return columns.details.textOf('referrer', index);
  return columns.texts.name.at(columns.indexOf(columns.ends.valueOf(end)));
}
