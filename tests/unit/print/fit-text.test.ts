import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingPt, heightMmOf, type MailLine } from '#shared/print/fit-text.ts';

const setting = { lineHeight: 1.25, nameScale: 1, mostPt: 10, leastPt: 5 };
const label = { widthMm: 60, heightMm: 22 };
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
