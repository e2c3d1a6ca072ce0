import { describe, expect, it } from 'vitest';
import { takeBackPart } from '#shared/changes/take-back-part.ts';

describe('of a field with many values that was changed again', () => {
  it('takes what was added, brings back what was taken away, and leaves what came later', () => {
    const tags = (before: string[], after: string[], now: string[]) =>
      takeBackPart('customer', 'tagIds', { before, after, now })?.value;
    expect(tags(['a'], ['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'c']);
    expect(tags(['a', 'b'], ['a'], ['a', 'c'])).toEqual(['a', 'c', 'b']);
    // Somebody took it away already.
    expect(tags([], ['b'], ['c'])).toEqual(['c']);
    // Somebody brought it back already.
    expect(tags(['a', 'b'], ['b'], ['b', 'a'])).toEqual(['b', 'a']);
  });

  it('cannot tell where one value became another twice', () => {
    expect(takeBackPart('customer', 'aliases', { before: ['甲'], after: ['乙'], now: ['丙'] })).toBeNull();
  });

  it('leaves a note what was written after it was continued', () => {
    const note = (before: string | undefined, after: string, now: string) =>
      takeBackPart('customer', 'note', { before, after, now });
    expect(note('甲', '甲\n\n乙', '甲\n\n乙\n丙')).toEqual({ value: '甲\n丙' });
    expect(note(undefined, '乙', '乙\n丙')).toEqual({ value: '丙' });
    expect(note('甲', '甲\n\n乙', '乙')).toEqual({ value: undefined });
    expect(note('甲', '甲\n\n乙', '改写')).toBeNull();
    expect(note('甲', '乙', '丙')).toBeNull();
    // Nobody can tell which of the two was the one that was added.
    expect(note('甲', '甲\n乙', '甲\n乙\n丙\n乙')).toBeNull();
  });

  it('looks at nothing whose parts belong together', () => {
    expect(takeBackPart('order', 'lines', { before: [1], after: [1, 2], now: [1, 2, 3] })).toBeNull();
    expect(takeBackPart('customer', 'name', { before: '甲', after: '乙', now: '丙' })).toBeNull();
  });
});
