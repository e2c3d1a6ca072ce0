import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, DetailOrder } from '../../../renderer/engine/index/orders/detail-order.ts';

const text = fc.constantFrom('9', '10', '1a', 'a', 'b', '-2', '2026-01-01', '张三', '李四', '1e2');

describe('the order of the texts of a field', () => {
  it('is that of the texts, whatever came when', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 6 }), (steps) => {
        const values = [''];
        const order = new DetailOrder();
        let column: number[] = [];
        for (const step of steps) {
          for (const each of step) if (!values.includes(each)) values.push(each);
          column = [...column, ...step.map((each) => values.indexOf(each)), 0];
          const ranks = order.current(Uint32Array.from(column), values);
          const had = [...new Set(column)].filter((place) => place > 0);
          const byRank = had.toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).map((place) => values[place]);
          expect(byRank).toEqual(had.map((place) => values[place] ?? '').sort(compareTexts));
          expect(ranks[0]).toBe(0);
        }
      }),
    );
  });

  it('stays that of the others when a text is forgotten', () => {
    const order = new DetailOrder();
    order.current(Uint32Array.of(1, 2, 3), ['', '-8', '-3', '7']);
    const ranks = order.current(Uint32Array.of(2, 3, 4), ['', '', '-3', '7', '-5']);
    expect([4, 2, 3].toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))).toEqual([4, 2, 3]);
    const more = order.current(Uint32Array.of(2, 3, 5), ['', '', '-3', '7', '', '-2']);
    expect([5, 3, 2].toSorted((a, b) => (more[a] ?? 0) - (more[b] ?? 0))).toEqual([2, 5, 3]);
  });

  it('puts numbers by size before texts by their letters', () => {
    expect(['b', '10', '1a', '9', '-2', 'a'].sort(compareTexts)).toEqual(['-2', '9', '10', '1a', 'a', 'b']);
  });
});
