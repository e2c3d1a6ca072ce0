import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, findMovedBy } from '#shared/classify/classify.ts';
import { CutPointShift } from '#shared/classify/cut-point-shift.ts';
import {
  computeCutPoints,
  moveCutPoints,
  shareBeforePercent,
  valueRank,
  windowNetFen,
} from '#shared/classify/cut-points.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import { valueClass } from '#shared/classify/value.ts';
import { defaultClassParameters as parameters } from '#shared/domain/class-scheme/class-scheme.ts';
import { anyFacts, asOf, someFacts } from '../../helpers/facts.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

function shiftOf(go: CustomerFacts[], come: CustomerFacts[]): CutPointShift {
  const shift = new CutPointShift();
  for (const facts of go) shift.leave(windowNetFen(facts, asOf, parameters.valueWindowDays), facts.purchaseDays);
  for (const facts of come) shift.enter(windowNetFen(facts, asOf, parameters.valueWindowDays), facts.purchaseDays);
  return shift;
}

/** Customers with one purchase (and refunds) of a net amount, classed by the lines they make together. */
function classesOfNets(nets: number[]): string[] {
  const all = nets.map((net) =>
    net < 0
      ? someFacts([5], { eachFen: 0, correctionDays: [asOf], correctionFen: [net] })
      : someFacts([5], { eachFen: net }),
  );
  const cutPoints = computeCutPoints(all, parameters, asOf);
  return all.map((facts) => valueClass({ facts, cutPoints, parameters, asOf }));
}

describeOracle('ABC classes', () => {
  const oracle = JSON.parse(readOracle('kpi/rfm_abc_degenerate.json')) as {
    abc: { values: number[]; classes: string[] }[];
  };
  const letters: Record<string, string> = { A: 'high', B: 'medium', C: 'low' };

  it.each(oracle.abc)('of $values are $classes', ({ values, classes }) => {
    expect(classesOfNets(values)).toEqual(classes.map((letter) => letters[letter]));
  });
});

describe('the lines of everybody', () => {
  it('give each customer the class that the share of those before gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 40 }), (nets) => {
        const total = nets.reduce((sum, net) => sum + Math.max(0, net), 0);
        const expected = nets.map((net) => {
          const before = nets.reduce((sum, other) => sum + (other > net ? Math.max(0, other) : 0), 0);
          if (net <= 0 || before * 100 >= 95 * total) return 'low';
          return before * 100 < 80 * total ? 'high' : 'medium';
        });
        expect(classesOfNets(nets)).toEqual(expected);
      }),
    );
  });

  it('are out of reach when nobody brought anything', () => {
    const cutPoints = computeCutPoints([someFacts([]), someFacts([5], { eachFen: 0 })], parameters, asOf);
    expect(cutPoints.highLineFen).toBe(Number.POSITIVE_INFINITY);
    expect(shareBeforePercent(cutPoints, 5)).toBe(0);
    expect(valueRank(cutPoints, 5)).toBe(0);
  });

  it('count the window from its first day to today', () => {
    const facts = someFacts([364, 365, 0]);
    expect(windowNetFen(facts, asOf, 365)).toBe(20_000);
  });

  it('rank a customer among the buyers', () => {
    const cutPoints = computeCutPoints(
      [1, 2, 3, 4].map((net) => someFacts([1], { eachFen: net })),
      parameters,
      asOf,
    );
    expect([0, 1, 3, 4, 9].map((net) => valueRank(cutPoints, net))).toEqual([0, 0.25, 0.75, 1, 1]);
    expect(shareBeforePercent(cutPoints, 3)).toBe(40);
    expect(shareBeforePercent(cutPoints, 0)).toBe(100);
  });
});

describe('after customers came, went and changed', () => {
  const crowd = fc.array(anyFacts, { maxLength: 30 });

  it('the moved lines are those that everybody draws', () => {
    fc.assert(
      fc.property(crowd, crowd, crowd, (stay, go, come) => {
        const before = computeCutPoints([...stay, ...go], parameters, asOf);
        const expected = computeCutPoints([...stay, ...come], parameters, asOf);
        expect(moveCutPoints(before, shiftOf(go, come), parameters)).toEqual(expected);
      }),
    );
  });

  it('whoever changes and changes back leaves no trace', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        expect(shiftOf(all, all).isEmpty).toBe(true);
      }),
    );
  });

  it('nobody is in another class whom the moved lines do not name', () => {
    // Gaps of some length, so that the usual one counts.
    const slow = fc
      .tuple(fc.integer({ min: 30, max: 400 }), fc.integer({ min: 30, max: 400 }))
      .map(([first, second]) => someFacts([0, first, first + second]));
    const slowCrowd = fc.array(fc.oneof(slow, anyFacts), { maxLength: 12 });
    fc.assert(
      fc.property(slowCrowd, slowCrowd, fc.array(anyFacts, { minLength: 1, maxLength: 30 }), (one, other, all) => {
        const before = computeCutPoints(one, parameters, asOf);
        const after = computeCutPoints(other, parameters, asOf);
        const isMoved = findMovedBy(before, after, parameters);
        for (const facts of all) {
          const netFen = windowNetFen(facts, asOf, parameters.valueWindowDays);
          if (isMoved?.(netFen, () => facts.purchaseDays)) continue;
          expect(classesOf(facts, after, parameters, asOf)).toEqual(classesOf(facts, before, parameters, asOf));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the usual gap of everybody', () => {
  it('is the median of all gaps', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 20 }), (all) => {
        const gaps = all.flatMap((facts) =>
          Array.from(facts.purchaseDays)
            .slice(1)
            .map((day, index) => day - (facts.purchaseDays[index] ?? 0)),
        );
        gaps.sort((a, b) => a - b);
        const middle = gaps.length >> 1;
        const median = gaps.length % 2 === 1 ? gaps[middle] : ((gaps[middle - 1] ?? 0) + (gaps[middle] ?? 0)) / 2;
        expect(computeCutPoints(all, parameters, asOf).medianGapDays).toBe(gaps.length === 0 ? null : median);
      }),
    );
  });
});
