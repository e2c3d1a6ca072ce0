import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow, QueryResult } from '../../renderer/engine/api.ts';
import { carryOver, nowhere, type Listing, type Place } from '../../renderer/features/customers/list/carry-over.ts';
import { RowPages } from '../../renderer/features/customers/list/row-pages.ts';

const an = (id: string) => id as CustomerId;

/** A result with these customers; only so many of them came with it. */
function listingOf(ids: readonly string[], { question = 'all', fetched = ids.length, sought = '' } = {}): Listing {
  const rows = ids.slice(0, fetched).map((id) => ({ id }) as CustomerRow);
  const result: QueryResult = {
    token: ids.join(),
    total: ids.length,
    ofTotal: ids.length,
    groups: [],
    totals: { revenueFen: 0, overdue: 0 },
    elapsedMs: 0,
    window: { from: 0, rows },
    ...(sought !== '' && { sought: { id: an(sought), at: ids.indexOf(sought) } }),
  };
  return { question, result, pages: new RowPages(result, null) };
}

const onB: Place = { at: 1, id: an('b'), asked: 'all', token: 'a,b,c,d' };

describe('carryOver', () => {
  it('leaves the keyboard on the same customer when the one before left the list', () => {
    expect(carryOver(onB, 'all', listingOf(['b', 'c', 'd'], { sought: 'b' }), null)).toMatchObject({ at: 0, id: 'b' });
    // Somebody who moved on while the result was on its way is among the rows at hand.
    expect(carryOver(onB, 'all', listingOf(['b', 'c', 'd'], { sought: 'a' }), null)).toMatchObject({ at: 0, id: 'b' });
  });

  it('follows a customer far away, and gives the place of one who left to whoever came into it', () => {
    const far = listingOf(['a', 'c', 'd', 'b'], { fetched: 2, sought: 'b' });
    expect(carryOver(onB, 'all', far, null)).toMatchObject({ at: 3, id: 'b', token: 'a,c,d,b' });
    const gone = listingOf(['a', 'c', 'd'], { sought: 'b' });
    expect(carryOver(onB, 'all', gone, null)).toMatchObject({ at: 1, id: 'c', token: 'a,c,d' });
    expect(carryOver({ ...onB, at: 3 }, 'all', gone, null)).toMatchObject({ at: 2, id: 'd' });
  });

  it('says that a place is not known where nobody asked for it', () => {
    const { at, id, token } = carryOver(onB, 'all', listingOf(['a', 'c', 'd', 'b'], { fetched: 2 }), null);
    expect([at, id, token]).toEqual([1, 'b', 'a,b,c,d']);
  });

  it('begins another question at its top, but for an open card and whoever went to a row since it was asked', () => {
    const found = listingOf(['b', 'c'], { question: 'found' });
    expect(carryOver(onB, 'all', found, null)).toBe(nowhere);
    expect(carryOver({ ...onB, asked: 'found' }, 'all', found, null)).toMatchObject({ at: 0, id: 'b' });
    expect(carryOver(onB, 'all', found, an('c'))).toMatchObject({ at: 1, id: 'c' });
    // A card of somebody who is not in the list has no place in it.
    expect(
      carryOver(onB, 'all', { ...found, result: { ...found.result, sought: { id: an('z'), at: -1 } } }, an('z')),
    ).toMatchObject({ at: -1, id: 'z' });
  });
});
