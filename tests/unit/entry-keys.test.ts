import { expect, it } from 'vitest';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { assignKeys } from '../../renderer/features/customers/timeline/entry-keys.ts';

const entries = (...ids: string[]) => ids.map((id) => ({ id }) as TimelineEntry);

it('fills the rows that are there with another list, and makes only those that are missing', () => {
  const first = assignKeys(null, 'a all', entries('a1', 'a2'));
  expect(first.keys).toEqual([0, 1]);
  const longer = assignKeys(first, 'b all', entries('b1', 'b2', 'b3'));
  expect(longer.keys).toEqual([0, 1, 2]);
  expect(assignKeys(longer, 'a all', entries('a1')).keys).toEqual([0]);
});

it('leaves each entry in its row while the list is the same, wherever that comes to stand', () => {
  const first = assignKeys(null, 'a all', entries('a1', 'a2', 'a3'));
  const logged = assignKeys(first, 'a all', entries('a0', 'a1', 'a2', 'a3'));
  expect(logged.keys).toEqual([3, 0, 1, 2]);
  const deleted = assignKeys(logged, 'a all', entries('a0', 'a2', 'a3'));
  expect(deleted.keys).toEqual([3, 1, 2]);
  // The row of what was deleted is not given to another entry.
  expect(assignKeys(deleted, 'a all', entries('a0', 'a2', 'a3', 'a4')).keys).toEqual([3, 1, 2, 4]);
  expect(assignKeys(deleted, 'b all', entries('b1', 'b2', 'b3')).keys).toEqual([3, 1, 2]);
});
