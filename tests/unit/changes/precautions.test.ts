import { describe, expect, it } from 'vitest';
import { largestDeletion, needsSnapshot } from '#shared/changes/precautions.ts';

const gone = (table: string, count: number) => Array.from({ length: count }, () => ({ table, after: null }));
const binned = (count: number) =>
  Array.from({ length: count }, () => ({ table: 'customer', after: { deletedAt: '2026-11-21T01:00:00.000Z' } }));
const kept = (count: number) => Array.from({ length: count }, () => ({ table: 'customer', after: {} }));

describe('the brake on mass deletions', () => {
  it.each([
    ['49 of 1,000 customers', gone('customer', 49), { customer: 1000 }, false],
    ['50 of 1,000 customers', gone('customer', 50), { customer: 1000 }, true],
    ['5 of 25 customers', gone('customer', 5), { customer: 25 }, true],
    ['5 of 26 customers', gone('customer', 5), { customer: 26 }, false],
    ['4 of 5 customers, of which there are few yet', gone('customer', 4), { customer: 5 }, false],
    ['49 of 60 contacts', gone('interaction', 49), { interaction: 60 }, false],
    ['50 of 60 contacts', gone('interaction', 50), { interaction: 60 }, true],
    ['50 of 1,000 customers into the bin', binned(50), { customer: 1000 }, true],
    ['50 that come into an empty archive deleted', binned(50), {}, false],
    ['nothing among many edits', kept(900), { customer: 900 }, false],
  ])('at %s', (_what, edits, counts, isMass) => {
    expect(largestDeletion(edits, counts).isMass).toBe(isMass);
  });

  it('names the table that weighs most', () => {
    const edits = [...gone('interaction', 40), ...gone('customer', 6)];
    const counts = { interaction: 4000, customer: 20 };
    expect(largestDeletion(edits, counts)).toEqual({ count: 6, total: 20, isMass: true });
  });
});

describe('a snapshot comes first', () => {
  it.each([
    ['import/customers', 500, 0, false],
    ['import/customers', 501, 0, true],
    ['customer/bulk-edit', 5000, 0, false],
    ['customer/delete', 50, 50, false],
    ['customer/delete', 51, 51, true],
  ] as const)('%s with %i edits and %i deletions: %s', (reason, edits, deletions, isNeeded) => {
    expect(needsSnapshot(reason, edits, deletions)).toBe(isNeeded);
  });
});
