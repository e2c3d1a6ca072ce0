import { dimensions, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { SchemeOverview } from '../api.ts';
import { classColumn } from '../index/columns/column-layout.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { classOrder } from '../index/filter/query.ts';

/** Days back over which customers count as having moved into or out of a class. */
const movedWithinDays = 30;

/** Every dimension with its classes: how many customers each holds, and that each customer is in exactly one. */
export function schemeOverviews(index: CustomerIndex): SchemeOverview[] {
  const moves = countMoves(index);
  return dimensions.map((dimension) => overviewOf(index, dimension, moves));
}

interface Moves {
  in: Map<string, number>;
  out: Map<string, number>;
}

function overviewOf({ columns }: CustomerIndex, dimension: Dimension, moves: Moves): SchemeOverview {
  const { alive, count: customers } = columns;
  const { deleted, revenueFen, [classColumn(dimension)]: column } = columns.numbers;
  const counts = new Uint32Array(columns.classes.values.length);
  const revenue = new Float64Array(counts.length);
  let total = 0;
  for (let at = 0; at < customers; at += 1) {
    if (alive[at] === 0 || deleted[at] === 1) continue;
    const number = column[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
    revenue[number] = (revenue[number] ?? 0) + (revenueFen[at] ?? 0);
    total += 1;
  }
  const classes = classOrder(dimension, columns).flatMap((key) => {
    const number = columns.classes.find(key);
    const count = counts[number] ?? 0;
    // Of the regions of the country only those where somebody lives.
    if (dimension === 'region' && count === 0) return [];
    const moved = (direction: Map<string, number>) => direction.get(moveKey(dimension, key)) ?? 0;
    return {
      class: key,
      count,
      revenueFen: revenue[number] ?? 0,
      movedIn: moved(moves.in),
      movedOut: moved(moves.out),
    };
  });
  const covered = classes.reduce((sum, each) => sum + each.count, 0);
  const unknown = classes.find((each) => each.class === 'unknown')?.count ?? 0;
  // A column holds one class, so no customer is ever in two.
  return { dimension, classes, covered, total, overlapping: 0, unknown };
}

function moveKey(dimension: Dimension, key: ClassKey): string {
  return `${dimension}/${key}`;
}

function countMoves({ columns, today }: CustomerIndex): Moves {
  const moves: Moves = { in: new Map(), out: new Map() };
  const { alive, count } = columns;
  const { deleted } = columns.numbers;
  const list = columns.lists.moves;
  const days = list.array(3);
  for (let at = 0; at < count; at += 1) {
    if (alive[at] === 0 || deleted[at] === 1) continue;
    for (let entry = list.start(at); entry < list.start(at) + list.count(at); entry += 1) {
      if ((days[entry] ?? 0) <= today - movedWithinDays) continue;
      const dimension = dimensions[list.array(0)[entry] ?? 0];
      if (!dimension) continue;
      add(moves.out, moveKey(dimension, columns.classes.valueOf(list.array(1)[entry] ?? 0)));
      add(moves.in, moveKey(dimension, columns.classes.valueOf(list.array(2)[entry] ?? 0)));
    }
  }
  return moves;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
