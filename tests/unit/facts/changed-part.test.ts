import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPart } from '../../../shared/facts/changed-part.ts';

const long = '客户说要再考虑一下。'.repeat(500);

describe('changedPart', () => {
  it('leaves short texts alone', () => {
    expect(changedPart('五金', '灯具')).toEqual(['五金', '灯具']);
    expect(changedPart('—', '要开票')).toEqual(['—', '要开票']);
  });

  it('shows where long ones differ, with a little around it', () => {
    expect(changedPart(`${long}甲${long}`, `${long}乙方${long}`)).toEqual([
      '…下。客户说要再考虑一下。甲客户说要再考虑一下。客户…',
      '…下。客户说要再考虑一下。乙方客户说要再考虑一下。客户…',
    ]);
    expect(changedPart(long, `开头${long}`)).toEqual(['客户说要再考虑一下。客户…', '开头客户说要再考虑一下。客户…']);
    expect(changedPart(long, `${long}完`)).toEqual(['…下。客户说要再考虑一下。', '…下。客户说要再考虑一下。完']);
  });

  it('shows no more of what differs than is read at a glance', () => {
    const [before, after] = changedPart('—', long);
    expect(before).toBe('—');
    expect(after).toBe(`${long.slice(0, 100)}…`);
  });

  it('tells two texts apart, is well formed and short', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, text, (head, one, other, tail) => {
        const [before, after] = changedPart(head + one + tail, head + other + tail);
        expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
        expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(102);
        if (one.length < 60 && other.length < 60) expect(before === after).toBe(one === other);
      }),
    );
  });
});
