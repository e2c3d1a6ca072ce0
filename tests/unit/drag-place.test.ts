import { describe, expect, it } from 'vitest';
import { cellUnder, rollSpeed, type DragFrame } from '../../renderer/features/customers/cells/drag-place.ts';
import { planSlots } from '../../renderer/features/customers/list/slots.ts';

/** Rows of 40 pixels below a header that ends at 100; the name stays in place, the phone is half rolled under it. */
const frame: DragFrame = {
  left: 236,
  right: 600,
  top: 100,
  bottom: 400,
  scrollTop: 400,
  rowHeight: 40,
  columns: [
    { id: 'name', left: 36, right: 236 },
    { id: 'phone', left: 136, right: 336 },
    { id: 'value', left: 336, right: 536 },
    { id: 'region', left: 536, right: 736 },
  ],
};
const plain = planSlots(1000, []);
const from = { at: 12, column: 'value' };
const under = (clientX: number, clientY: number, part: Partial<DragFrame> = {}, slots = plain) => {
  const { at, column } = cellUnder({ clientX, clientY }, { ...frame, ...part }, slots, from);
  return [at, column];
};

describe('cellUnder', () => {
  it('finds the cell where the list is rolled', () => {
    expect(under(340, 100)).toEqual([10, 'value']);
    expect(under(340, 139)).toEqual([10, 'value']);
    expect(under(535, 140)).toEqual([11, 'value']);
    expect(under(536, 140)).toEqual([11, 'region']);
  });

  it('keeps to what is seen while the pointer is beyond it', () => {
    expect(under(2000, 2000)).toEqual([17, 'region']);
    expect(under(340, -50)).toEqual([10, 'value']);
    // What lies under a column that stays in place is rolled back before that column is meant.
    expect(under(100, 140)).toEqual([11, 'phone']);
    expect(under(100, 140, { left: 0 })).toEqual([11, 'name']);
    expect(under(10, 140, { left: 0 })).toEqual([11, 'name']);
  });

  it('ends at the first row and the last', () => {
    expect(under(340, 380, { scrollTop: 0 }, planSlots(3, []))).toEqual([2, 'value']);
    expect(under(340, -500, { scrollTop: 0 })).toEqual([0, 'value']);
  });

  it('takes the row before a heading, seen from where the drag began, and passes over what is folded', () => {
    const groups = [
      { from: 0, count: 11 },
      { from: 11, count: 4 },
      { from: 15, count: 5 },
      { from: 20, count: 5 },
    ];
    // The second heading is slot 12 (rows 11 to 14), the third 17, folded, the fourth 18.
    const slots = planSlots(25, groups, (group) => group === 2);
    const row = (slot: number) => under(340, 100 + slot * 40, { scrollTop: 0, bottom: 2000 }, slots)[0];
    expect([11, 12, 13, 14].map(row)).toEqual([10, 11, 11, 12]);
    expect([16, 17, 18, 19].map(row)).toEqual([14, 14, 14, 20]);
  });
});

describe('rollSpeed', () => {
  it('is none over the list, and grows beyond it to either side up to a limit', () => {
    expect([rollSpeed(100, 100, 400), rollSpeed(250, 100, 400), rollSpeed(400, 100, 400)]).toEqual([0, 0, 0]);
    expect(rollSpeed(410, 100, 400)).toBeGreaterThan(0);
    expect(rollSpeed(430, 100, 400)).toBeGreaterThan(rollSpeed(410, 100, 400));
    expect(rollSpeed(90, 100, 400)).toBe(-rollSpeed(410, 100, 400));
    expect(rollSpeed(9000, 100, 400)).toBe(rollSpeed(8000, 100, 400));
  });
});
