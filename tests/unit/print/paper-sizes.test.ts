import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  envelopeIds,
  envelopes,
  labelSheetIds,
  labelSheets,
  likelyPaper,
  placeOnSheets,
  sheetSizes,
} from '#shared/print/paper-sizes.ts';

describe('label sheets', () => {
  it.each(labelSheetIds)('%s fill their sheet', (id) => {
    const { paper, columns, rows, widthMm, heightMm, gapMm, leftMm, topMm } = labelSheets[id];
    expect(2 * leftMm + columns * widthMm + (columns - 1) * gapMm).toBeCloseTo(sheetSizes[paper].widthMm, 5);
    expect(2 * topMm + rows * heightMm).toBeLessThanOrEqual(sheetSizes[paper].heightMm + 0.05);
  });

  // Avery, templates for 5160 to 5164: top, left, and from one label to the next across and down, in inches.
  it.each([
    ['avery-5160', 0.5, 0.1875, 2.75, 1],
    ['avery-5161', 0.5, 0.15625, 4.1875, 1],
    ['avery-5162', 0.8333, 0.15625, 4.1875, 1.3333],
    ['avery-5163', 0.5, 0.15625, 4.1875, 2],
    ['avery-5164', 0.5, 0.15625, 4.1875, 3.3333],
  ] as const)('%s lie where the templates have them', (id, top, left, across, down) => {
    const { topMm, leftMm, widthMm, gapMm, heightMm } = labelSheets[id];
    const inches = [topMm, leftMm, widthMm + gapMm, heightMm].map((mm) => Number((mm / 25.4).toFixed(4)));
    expect(inches).toEqual([top, left, across, down].map((inch) => Number(inch.toFixed(4))));
  });

  it('begin with what is sold where the computer is', () => {
    expect(likelyPaper('CA')).toEqual({ size: 'letter', labels: 'avery-5160', envelope: 'no10' });
    expect(likelyPaper('GB')).toEqual({ size: 'a4', labels: '63.5x38.1', envelope: 'dl' });
    expect(likelyPaper('CN').labels).toBe('70x37');
    expect(labelSheets['avery-5160'].columns * labelSheets['avery-5160'].rows).toBe(30);
  });

  it('offers every size that there is', () => {
    expect(labelSheetIds).toHaveLength(Object.keys(labelSheets).length);
    expect(envelopeIds).toHaveLength(Object.keys(envelopes).length);
  });
});

describe('the style sheet', () => {
  const css = readFileSync('renderer/features/customers/print/sheets.module.css', 'utf8');
  const sizeOf = (page: string) => new RegExp(`@page ${page} \\{\\s*size: ([^;]+);\\s*\\}`).exec(css)?.[1];

  it.each(envelopeIds)('lays %s on a page of its size, to the edge', (id) => {
    const sides = (sizeOf(`envelope-${id}`) ?? '').split(' ');
    const mm = sides.map((side) => Number.parseFloat(side) * (side.endsWith('in') ? 25.4 : 1));
    expect(mm).toEqual([envelopes[id].widthMm, envelopes[id].heightMm]);
  });

  it('lays labels on their sheet, to the edge', () => {
    expect([sizeOf('labels-a4'), sizeOf('labels-letter')]).toEqual(['A4', 'letter']);
  });
});

describe('placeOnSheets', () => {
  it('leaves out the labels that are gone, on the first sheet only', () => {
    expect(placeOnSheets(['a', 'b', 'c'], 4, 3)).toEqual([[null, null, 'a', 'b'], ['c']]);
    expect(placeOnSheets([], 4, 3)).toEqual([]);
  });

  it('loses nobody, whatever place is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat()),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: -3, max: 99 }),
        (items, per, first) => {
          const sheets = placeOnSheets(items, per, first);
          expect(sheets.flat().filter((item) => item !== null)).toEqual(items);
          expect(sheets.every((sheet) => sheet.length <= per && sheet.some((item) => item !== null))).toBe(true);
        },
      ),
    );
  });
});
