import type { StateField } from '#shared/filter/fields.ts';
import type { Test } from '#shared/filter/filter.ts';
import { statesOf, wayOfStates } from '#shared/reach/states.ts';
import type { Columns } from '../columns/columns.ts';
import { stateBit } from '../columns/reach-states.ts';

/** Whether one of a list is in one of these states; of `all`, whether there is one in each of them. */
export function stateTesterOf(
  field: StateField,
): (asked: { test: Test; columns: Columns }) => (index: number) => boolean {
  return ({ test, columns }) => {
    const { reachStates } = columns.numbers;
    const bitsOf = (states: readonly string[]) => states.reduce((mask, state) => mask | stateBit(field, state), 0);
    if (test.is === 'filled' || test.is === 'any') {
      const wanted = bitsOf(test.is === 'any' ? test.of : statesOf(wayOfStates[field]));
      return (index) => ((reachStates[index] ?? 0) & wanted) !== 0;
    }
    if (test.is !== 'all') return () => false;
    const wanted = test.of.map((state) => stateBit(field, state));
    return (index) => wanted.every((bit) => ((reachStates[index] ?? 0) & bit) !== 0);
  };
}
