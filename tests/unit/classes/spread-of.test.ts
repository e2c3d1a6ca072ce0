import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../renderer/features/classes/spread-of.ts';

describe('the bar of a scheme', () => {
  it('has as many pieces as can be seen, however many classes there are, and covers everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { maxLength: 3_000 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const classes = counts.map((count, at) => ({ class: `own:${String(at)}`, count }));
        const pieces = spreadOf(classes, total);
        expect(pieces.length).toBeLessThanOrEqual(101);
        let end = 0;
        for (const { from, percent } of pieces) {
          expect(from).toBeCloseTo(end, 6);
          end = from + percent;
        }
        if (total > 0) expect(end).toBeCloseTo(100, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('shows each class where all of them can be seen', () => {
    const classes = ['high', 'medium', 'low'].map((key, at) => ({ class: key, count: at + 1 }));
    expect(spreadOf(classes, 6).map(({ first }) => first)).toEqual(['high', 'medium', 'low']);
  });
});
