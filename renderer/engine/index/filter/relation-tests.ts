import { textsTestOf } from '#shared/filter/test-texts.ts';
import type { EpochDay } from '#shared/calendar/day.ts';
import type { Test } from '#shared/filter/filter.ts';
import type { Columns } from '../columns/columns.ts';
import { referrerNameOf } from '../columns/referrer-name.ts';
import type { Relations } from '../relations/relations.ts';

interface Asked {
  test: Test;
  columns: Columns;
  relations: Relations;
  today: EpochDay;
}

type Predicate = (index: number) => boolean;

/** Whether others have these roles to a customer today; who introduced and who was introduced count as roles too. */
export function rolesTest({ test, columns, relations, today }: Asked): Predicate {
  const graph = relations.graph(today);
  const introductions = relations.introductions();
  const isIntroduced = (index: number) => referrerNameOf(columns, index) !== '';
  const has = (index: number, role: string) => {
    if (role === 'introducer') return isIntroduced(index);
    if (role === 'introduced') return introductions.childrenOf(index).length > 0;
    return graph.hasRole(index, (each) => each === role);
  };
  if (test.is === 'filled') {
    return (index) => graph.hasRole(index, () => true) || has(index, 'introducer') || has(index, 'introduced');
  }
  if (test.is === 'any') return (index) => test.of.some((role) => has(index, role));
  return test.is === 'all' ? (index) => test.of.every((role) => has(index, role)) : () => false;
}

/** By the name of who introduced a customer. */
export function referrerTest({ test, columns, today }: Asked): Predicate {
  const holds = textsTestOf(test, today);
  const known = new Map<string, boolean>();
  return (index) => {
    const name = referrerNameOf(columns, index);
    const decided = known.get(name) ?? holds(name === '' ? [] : [name]);
    known.set(name, decided);
    return decided;
  };
}
