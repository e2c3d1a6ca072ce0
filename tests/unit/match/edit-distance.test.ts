import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsLike, editDistance } from '#shared/match/edit-distance.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('the slips between two words', () => {
  it('are the same both ways, none between equals, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = editDistance(a, b);
        expect(editDistance(b, a)).toBe(slips);
        expect(slips === 0).toBe(a === b);
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('are counted no further than asked', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b), most + 1));
      }),
    );
  });

  it('count two neighbours swapped as one', () => {
    expect(editDistance('byrne', 'bryne')).toBe(1);
    expect(editDistance('fuor', 'four')).toBe(1);
  });

  it.each([
    ['byrne', 'bryne', true],
    ['byrne', 'bynre', true],
    ['larkbeck', 'larkbek', true],
    ['larkbeck', 'larkb', true],
    ['larkbeck', 'larbk', true],
    ['larkbeck', 'parkbeck', false],
    ['byrne', 'byr', false],
    ['byrne', 'burner', false],
  ])('%s begins like %s: %s', (known, typed, isLike) => {
    expect(beginsLike(known, typed)).toBe(isLike);
  });
});

describeOracle('published distances', () => {
  const rows = readOracle('strings/damerau_levenshtein.csv')
    .trim()
    .split(/\r?\n/)
    // Quoted fields hold commas.
    .filter((line) => !line.includes('"'))
    .map((line) => line.split(','))
    .filter(([a, b, distance]) => a !== undefined && b !== undefined && distance !== undefined);

  it('are at most ours, and the same where no part is edited twice', () => {
    expect(rows.length).toBeGreaterThan(3);
    for (const [a = '', b = '', distance] of rows) {
      expect(editDistance(a, b)).toBeGreaterThanOrEqual(Number(distance));
    }
    expect(editDistance('abcd', 'acb')).toBe(2);
  });
});
