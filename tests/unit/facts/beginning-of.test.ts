import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../shared/facts/beginning-of.ts';

describe('beginningOf', () => {
  it('leaves a text alone that can be read at a glance', () => {
    expect(beginningOf('')).toBeNull();
    expect(beginningOf('下周再看\n'.repeat(11))).toBeNull();
    expect(beginningOf('茶'.repeat(250))).toBeNull();
    expect(beginningOf('tea, '.repeat(100))).toBeNull();
  });

  it('cuts what is longer, or has more lines', () => {
    expect(beginningOf('茶'.repeat(251))).toBe('茶'.repeat(250));
    expect(beginningOf('t'.repeat(501))).toBe('t'.repeat(500));
    expect(beginningOf('下周再看\n'.repeat(1_000))?.split('\n')).toEqual(Array(12).fill('下周再看'));
  });

  it('cuts no character in two', () => {
    expect(beginningOf(`ab${'🍵'.repeat(250)}`)).toBe(`ab${'🍵'.repeat(124)}`);
    expect(beginningOf(`a${'🍵'.repeat(250)}`)).toBe(`a${'🍵'.repeat(124)}`);
  });

  it('is always the beginning, and well formed', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 90 });
    fc.assert(
      fc.property(texts, (lines) => {
        const text = lines.join('\n');
        const beginning = beginningOf(text);
        if (beginning === null) return;
        expect(text.startsWith(beginning)).toBe(true);
        expect(beginning.length).toBeLessThan(text.length);
        expect(beginning.isWellFormed()).toBe(true);
      }),
    );
  });
});
