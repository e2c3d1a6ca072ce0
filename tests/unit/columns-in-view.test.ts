import { describe, expect, it } from 'vitest';
import { selectColumnsInView } from '../../renderer/features/customers/columns/columns-in-view.ts';

describe('selectColumnsInView', () => {
  const sizes = Array.from({ length: 50 }, () => 100);

  it('is what is seen and a little on both sides', () => {
    expect(selectColumnsInView(sizes, 0, 1000)).toEqual({ from: 0, to: 15 });
    expect(selectColumnsInView(sizes, 2000, 1000)).toEqual({ from: 15, to: 35 });
    expect(selectColumnsInView(sizes, 4000, 1000)).toEqual({ from: 35, to: 50 });
  });

  it('is all of them where the list is wide enough', () => {
    expect(selectColumnsInView(sizes, 0, 6000)).toEqual({ from: 0, to: 50 });
  });

  it('is nothing beyond the last', () => {
    expect(selectColumnsInView(sizes, 9000, 1000)).toEqual({ from: 50, to: 50 });
    expect(selectColumnsInView([], 0, 1000)).toEqual({ from: 0, to: 0 });
  });
});
