import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareChecks, FirstChecks, type DueCheck } from '#shared/check-up/select-first.ts';
import { isDue, stalenessOf, worthOfCheck } from '#shared/check-up/staleness.ts';

const checks = fc
  .array(fc.record({ worth: fc.constantFrom(0, 0.1, 0.5, 4), ageDays: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 40,
  })
  .map((some) => some.map((check, place): DueCheck => ({ ...check, place })));

describe('the order in which customers are checked', () => {
  it('is total: of two one comes first, and who comes before another comes before all after it', () => {
    fc.assert(
      fc.property(checks, (all) => {
        for (const a of all) {
          for (const b of all) {
            expect(Math.sign(compareChecks(a, b))).toBe(-Math.sign(compareChecks(b, a)) || 0);
            if (a !== b) expect(compareChecks(a, b)).not.toBe(0);
            for (const c of all) {
              if (compareChecks(a, b) < 0 && compareChecks(b, c) < 0) expect(compareChecks(a, c)).toBeLessThan(0);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('puts what is worth more first, of equals what waits longer', () => {
    const [worthy, old, young] = [
      { worth: 2, ageDays: 1, place: 2 },
      { worth: 1, ageDays: 9, place: 1 },
      { worth: 1, ageDays: 8, place: 0 },
    ];
    expect([young, old, worthy].toSorted(compareChecks)).toEqual([worthy, old, young]);
  });

  it('gives the first of everybody, nobody twice', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 0, max: 45 }), (all, limit) => {
        const first = new FirstChecks(limit);
        for (const check of all) if (first.hasRoomFor(check.worth)) first.add(check);
        expect(first.list()).toEqual(all.toSorted(compareChecks).slice(0, limit));
        expect(new Set(first.list()).size).toBe(first.list().length);
      }),
    );
  });
});

describe('a check', () => {
  it('is due on the day on which the interval is over, and never where there is none', () => {
    expect([89, 90, 91].map((age) => isDue(stalenessOf(age, 90)))).toEqual([false, true, true]);
    expect(isDue(stalenessOf(100_000, 0))).toBe(false);
    expect(isDue(stalenessOf(-5, 1))).toBe(false);
  });

  it('is worth more the better the customer and the longer it waits, up to four intervals', () => {
    const rank = fc.double({ min: 0, max: 1, noNaN: true });
    const staleness = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(rank, rank, staleness, staleness, (a, b, s, t) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [fresh, stale] = s < t ? [s, t] : [t, s];
        expect(worthOfCheck(high, s)).toBeGreaterThanOrEqual(worthOfCheck(low, s));
        expect(worthOfCheck(a, stale)).toBeGreaterThanOrEqual(worthOfCheck(a, fresh));
      }),
    );
    expect(worthOfCheck(1, 9)).toBe(4);
    expect(worthOfCheck(1, 2)).toBe(2);
    expect(worthOfCheck(0, 1)).toBeCloseTo(0.1);
  });
});
