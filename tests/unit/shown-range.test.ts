import { expect, it } from 'vitest';
import { newerRange, olderRange } from '../../renderer/features/customers/timeline/shown-range.ts';

it('shows more of the past step by step, and never so many that the next step is slow', () => {
  let range = { from: 0, to: 14 };
  const most: number[] = [];
  for (let step = 0; step < 1_700; step += 1) {
    range = olderRange(range);
    most.push(range.to - range.from);
  }
  expect(range.to).toBeGreaterThan(100_000);
  expect(Math.max(...most)).toBe(240);
  expect(most[2]).toBe(14 + 3 * 60);
});

it('leads back to the newest ones, and leaves out those at the other end', () => {
  const range = newerRange({ from: 500, to: 740 });
  expect(range).toEqual({ from: 440, to: 680 });
  expect(newerRange({ from: 30, to: 200 })).toEqual({ from: 0, to: 200 });
});
