import { longCells, ofLength } from '../../helpers/long-cells.ts';
import type { Figure } from '../figure.ts';
import { timeOnce } from '../measure.ts';
import { tolerance } from './growth.ts';

const signs = 40_000;
const times = 8;
const runs = 4;

/** How many times as long a sign takes in a cell that is much longer; 8 where each is looked at with all others. */
export async function measureCells(): Promise<Figure[]> {
  const growths: { readAs: string; growth: number }[] = [];
  for (const cell of longCells) {
    const [short, long] = [ofLength(signs, cell), ofLength(times * signs, cell)];
    const growth = (await leastMs(() => cell.read(long))) / (await leastMs(() => cell.read(short))) / times;
    growths.push({ readAs: cell.readAs, growth });
  }
  const [worst] = growths.toSorted((a, b) => b.growth - a.growth);
  return [
    {
      name: 'growth/cells',
      what: `of ${signs} signs that are no ${worst?.readAs ?? ''}, per sign`,
      unit: '×',
      value: worst?.growth ?? 0,
      budget: 2 * tolerance,
    },
  ];
}

/** The least of several runs: whatever else the machine does only adds to it. */
async function leastMs(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at += 1) least = Math.min(least, (await timeOnce(run)).ms);
  return Math.max(1, least);
}
