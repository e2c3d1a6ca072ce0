import { describe, expect, it } from 'vitest';
import { Interner } from '../../../renderer/engine/index/columns/interner.ts';

describe('forgetting strings', () => {
  it('leaves the others their numbers, and gives none away again', () => {
    const interner = new Interner();
    const [a, b, c] = ['甲', '乙', '丙'].map((text) => interner.numberOf(text));
    interner.forgetUnused(Uint8Array.from([0, 1, 0, 1]));
    expect(interner.values).toEqual(['', '甲', '', '丙']);
    expect([interner.find('甲'), interner.find('乙'), interner.find('丙')]).toEqual([a, -1, c]);
    expect(interner.numberOf('乙')).not.toBe(b);
    expect(interner.valueOf(interner.find('乙'))).toBe('乙');
  });

  it('keeps 0 the empty string, also of one that takes over what is left', () => {
    const interner = new Interner(['', '甲', '乙']);
    interner.forgetUnused(new Uint8Array(3));
    for (const each of [interner, new Interner(interner.values)]) {
      expect([each.find(''), each.numberOf(''), each.find('甲')]).toEqual([0, 0, -1]);
    }
  });
});
