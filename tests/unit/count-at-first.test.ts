import { describe, expect, it } from 'vitest';
import { countAtFirst } from '../../renderer/features/customers/card/count-at-first.ts';

describe('countAtFirst', () => {
  it('is the first few of a long list, and all of one for which a button would be longer', () => {
    expect(countAtFirst(30, 6)).toBe(6);
    expect(countAtFirst(8, 6)).toBe(6);
    expect(countAtFirst(7, 6)).toBe(7);
    expect(countAtFirst(0, 6)).toBe(0);
  });

  it('reaches to the place that is typed into, but for one more at the end', () => {
    expect(countAtFirst(30, 6, 9)).toBe(10);
    expect(countAtFirst(30, 6, 2)).toBe(6);
    expect(countAtFirst(30, 6, 28)).toBe(30);
    expect(countAtFirst(30, 6, 30)).toBe(6);
  });
});
