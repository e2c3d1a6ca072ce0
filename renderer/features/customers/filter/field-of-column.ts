import { customIdOf, fixedKindOf, type FilterField } from '#shared/filter/fields.ts';

/** The field that the filter asks of where a column shows it; `null` where it asks of none. */
export function fieldOfColumn(column: string): FilterField | null {
  if (column === 'nextFollowUp') return 'followUp';
  return customIdOf(column) !== null || fixedKindOf(column) !== null ? (column as FilterField) : null;
}
