import type { FilterField } from '../filter/fields.ts';
import type { Condition, FilterGroup } from '../filter/filter.ts';

export function all(...parts: Condition[]): FilterGroup {
  return { join: 'and', parts };
}

export function anyOf(field: FilterField, ...of: string[]): Condition {
  return { field, test: { is: 'any', of } };
}

/** A day from today on, within so many. */
export function within(field: FilterField, days: number): Condition {
  return { field, test: { is: 'days', from: { inDays: 0 }, to: { inDays: days } } };
}

/** Not in the last so many days, though once. */
export function notSince(field: FilterField, days: number): Condition[] {
  return [
    { field, test: { is: 'filled' } },
    { field, not: true, test: { is: 'days', from: { inDays: -days } } },
  ];
}

/** `max` counts too. */
export function atMost(field: FilterField, max: number): Condition {
  return { field, test: { is: 'between', max } };
}
