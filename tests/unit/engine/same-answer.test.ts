import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameAnswer } from '../../../renderer/engine/client/same-answer.ts';

describe('isSameAnswer', () => {
  it('is true of a copy of any plain values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSameAnswer(value, structuredClone(value))).toBe(true);
      }),
    );
  });

  it('is true of plain values only if they read the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        if (isSameAnswer(a, b)) expect(a).toEqual(b);
      }),
    );
  });

  it('sees a key more, a key less and a value that stands for none', () => {
    expect(isSameAnswer({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSameAnswer({ a: 1, b: undefined }, { a: 1, c: undefined })).toBe(false);
    expect(isSameAnswer([1], { 0: 1, length: 1 })).toBe(false);
    expect(isSameAnswer([1, 2], [1])).toBe(false);
  });

  it('says no of what is more than plain values', () => {
    expect(isSameAnswer(new Map([['a', 1]]), new Map([['a', 1]]))).toBe(false);
    expect(isSameAnswer({ at: new Date(0) }, { at: new Date(0) })).toBe(false);
    expect(isSameAnswer([Uint8Array.of(1)], [Uint8Array.of(1)])).toBe(false);
  });
});
