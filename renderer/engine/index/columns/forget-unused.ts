import type { interners, ListColumn, NumberColumn } from './column-layout.ts';
import type { Columns } from './columns.ts';

interface Places {
  numbers: readonly NumberColumn[];
  /** Columns of lists, and which of the lists that stand side by side. */
  lists: readonly (readonly [ListColumn, number])[];
}

/** Where the numbers stand of words that people choose themselves or that name somebody. */
const placesOfWords = {
  labels: { numbers: [], lists: [['occasions', 1]] },
  ends: {
    numbers: ['referrer', 'mergedInto'],
    lists: [
      ['relations', 0],
      ['relations', 1],
    ],
  },
  roles: { numbers: [], lists: [['relations', 2]] },
  goods: { numbers: [], lists: [['goods', 0]] },
} as const satisfies Partial<Record<(typeof interners)[number], Places>>;

/** Forgets words that none of these customers has, who are all there are: nobody says them any more, or whoever did was erased. */
export function forgetUnused(columns: Columns, indexes: Uint32Array): void {
  for (const name of ['labels', 'ends', 'roles', 'goods'] as const) {
    columns[name].forgetUnused(usedAt(columns, indexes, placesOfWords[name], columns[name].values.length));
  }
  columns.details.forgetUnused(indexes);
}

function usedAt(columns: Columns, indexes: Uint32Array, { numbers, lists }: Places, count: number): Uint8Array {
  const isUsed = new Uint8Array(count);
  for (const name of numbers) {
    const column = columns.numbers[name];
    for (const index of indexes) isUsed[column[index] ?? 0] = 1;
  }
  for (const [name, k] of lists) {
    const list = columns.lists[name];
    const places = list.array(k);
    for (const index of indexes) {
      const start = list.start(index);
      for (let at = start; at < start + list.count(index); at += 1) isUsed[places[at] ?? 0] = 1;
    }
  }
  return isUsed;
}
