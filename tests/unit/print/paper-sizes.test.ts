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
