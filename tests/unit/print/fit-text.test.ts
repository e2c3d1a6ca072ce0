import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingPt, heightMmOf, type MailLine } from '#shared/print/fit-text.ts';

const setting = { lineHeight: 1.25, nameScale: 1, mostPt: 10, leastPt: 5 };
const label = { widthMm: 60, heightMm: 22 };
/** Of ten points. */
const lineMm = ((10 * 25.4) / 72) * setting.lineHeight;
const linesOf = (...texts: string[]): MailLine[] => texts.map((text, at) => ({ text, isName: at === 0 }));

describe('fittingPt', () => {
  it('takes the largest font for a short address', () => {
    expect(fittingPt(linesOf('张三 收', '浙江省义乌市稠州北路 100 号'), label, setting)).toBe(10);
    expect(fittingPt([], label, setting)).toBe(10);
  });

  it('takes a smaller one where lines or one word would stand over the edge', () => {
    const long = '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县布伦口乡苏巴什村三组17号（314国道旁加油站后面）';
    expect(
      fittingPt(linesOf('张三 收', long, '中国石油化工股份有限公司浙江宁波石油分公司'), label, setting),
    ).toBeLessThan(10);
    expect(fittingPt(linesOf('A', 'B', 'C', 'D', 'Llanfairpwllgwyngyll'.repeat(3)), label, setting)).toBeLessThan(10);
  });

  it('counts a line for every time that a text is parted', () => {
    const one = heightMmOf(linesOf('', '杭'), 10, 60, setting);
    expect(heightMmOf(linesOf('', '杭'.repeat(17)), 10, 60, setting)).toBeCloseTo(one, 5);
    expect(heightMmOf(linesOf('', '杭'.repeat(18)), 10, 60, setting)).toBeGreaterThan(one);
  });

  it('counts a word that is longer than a line as the lines it takes, after what stands before it', () => {
    const count = (text: string) => Math.round(heightMmOf(linesOf('', text), 10, 60, setting) / lineMm) - 1;
    // 17 sizes of the font have room.
    expect([26, 27, 53, 54].map((length) => count('e'.repeat(length)))).toEqual([1, 2, 2, 3]);
    expect([23, 24].map((length) => count('A'.repeat(length)))).toEqual([1, 2]);
    expect(count(`ab ${'e'.repeat(60)}`)).toBe(4);
  });

  it('gives a name that is bold and larger the room it takes', () => {
    const lines = (isName: boolean, nameScale: number) =>
      heightMmOf([{ text: '杭'.repeat(16), isName }], 10, 60, { ...setting, nameScale }) / lineMm;
    expect(lines(false, 1)).toBeCloseTo(1, 5);
    expect(lines(true, 1)).toBeCloseTo(2, 5);
    expect(lines(true, 1.2)).toBeCloseTo(2 * 1.2, 5);
  });

  it('takes no smaller font than it has to', () => {
    const lines = linesOf('张三 收', ...Array.from({ length: 5 }, () => '浙江省义乌市稠州北路 100 号'));
    const pt = fittingPt(lines, label, setting);
    expect(pt).toBeLessThan(setting.mostPt);
    expect(heightMmOf(lines, pt, label.widthMm, setting)).toBeLessThanOrEqual(label.heightMm);
    expect(heightMmOf(lines, pt + 0.5, label.widthMm, setting)).toBeGreaterThan(label.heightMm);
  });

  it('never leaves the box while a smaller font is left', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 8 }), (texts) => {
        const lines = linesOf(...texts);
        const pt = fittingPt(lines, label, setting);
        expect(pt === setting.leastPt || heightMmOf(lines, pt, label.widthMm, setting) <= label.heightMm).toBe(true);
      }),
    );
  });
});
