import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSections, displayOf, inOrder, moved, sectionsOf } from '#shared/domain/settings/card-layout.ts';

const anOrder = fc.shuffledSubarray([...cardSections]);

describe('how a card lies', () => {
  it('loses nothing and doubles nothing, whatever was said of its parts', () => {
    fc.assert(
      fc.property(anOrder, anOrder, (sections, folded) => {
        const laid = sectionsOf({ sections, folded });
        expect([...laid.shown, ...laid.folded].sort()).toEqual([...cardSections].sort());
        expect(laid.shown).toEqual(expect.arrayContaining(['facts', 'composer', 'timeline']));
      }),
    );
  });

  it('keeps what was ordered in its order, and a part that came later behind its neighbour', () => {
    fc.assert(
      fc.property(anOrder, (said) => {
        expect(inOrder(cardSections, said).filter((each) => said.includes(each))).toEqual(said);
      }),
    );
    expect(inOrder(['a', 'b', 'c', 'd'], ['d', 'b', 'gone'])).toEqual(['a', 'd', 'b', 'c']);
    expect(inOrder(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual(['c', 'b', 'a']);
    expect(inOrder(cardSections)).toEqual(cardSections);
  });

  it('moves one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  });

  it('shows a fact as somebody said, else as it is by nature', () => {
    expect(displayOf({}, { key: 'phones', isPrimary: true })).toBe('always');
    expect(displayOf({}, { key: 'code', isAside: true })).toBe('aside');
    expect(displayOf({}, { key: 'title' })).toBe('known');
    expect(displayOf({ display: { phones: 'aside' } }, { key: 'phones', isPrimary: true })).toBe('aside');
  });
});
