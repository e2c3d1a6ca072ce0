import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAgain } from '#shared/changes/make-again.ts';

interface Content {
  name?: string;
  tagIds?: string[];
  customFields?: Record<string, string>;
}
const again = (seen: Content, meant: Content, now: Content) => makeAgain(seen, meant, now);

describe('a change made again to what is stored by now', () => {
  it('changes its own fields, those of the archive’s own one by one, and leaves the others', () => {
    expect(again({ name: '甲' }, { name: '乙' }, { name: '甲', tagIds: ['a'] })).toEqual({ name: '乙', tagIds: ['a'] });
    expect(again({ name: '甲', tagIds: ['a'] }, { tagIds: ['a'] }, { name: '甲' })).toEqual({});
    expect(
      again({ customFields: { x: '1' } }, { customFields: { x: '2' } }, { customFields: { x: '1', y: '3' } }),
    ).toEqual({ customFields: { x: '2', y: '3' } });
  });

  it('is refused where the same field became something else', () => {
    expect(again({ name: '甲' }, { name: '乙' }, { name: '丙' })).toBeNull();
    expect(again({}, { name: '乙' }, { name: '丙' })).toBeNull();
    expect(again({ name: '甲' }, { name: '乙' }, { name: '乙' })).toEqual({ name: '乙' });
  });

  it('of many values adds, replaces in its place and takes away, and refuses what it cannot tell', () => {
    const tags = (seen: string[], meant: string[], now: string[]) =>
      again({ tagIds: seen }, { tagIds: meant }, { tagIds: now })?.tagIds ?? null;
    expect(tags(['a'], ['a', 'b'], ['a', 'c'])).toEqual(['a', 'c', 'b']);
    expect(tags(['a'], ['b'], ['a', 'c'])).toEqual(['b', 'c']);
    expect(tags(['a', 'b'], ['b'], ['a', 'b', 'c'])).toEqual(['b', 'c']);
    expect(tags(['a', 'b'], ['b', 'a'], ['a', 'b', 'c'])).toBeNull();
    expect(tags(['a'], ['b'], ['c'])).toBeNull();
    // Somebody else added the same meanwhile.
    expect(tags(['a'], ['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(tags(['a'], ['b'], ['a', 'b'])).toEqual(['b']);
  });

  it('gives what was meant as long as nothing came between', () => {
    const content = fc.record(
      { name: fc.string(), tagIds: fc.uniqueArray(fc.string()), customFields: fc.dictionary(fc.string(), fc.string()) },
      { requiredKeys: ['customFields'] },
    );
    fc.assert(
      fc.property(content, content, (seen, meant) => {
        expect(makeAgain<Content>(seen, meant, seen)).toEqual(meant);
      }),
    );
  });
});
