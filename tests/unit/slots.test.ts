import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectGroupStep } from '../../renderer/features/customers/list/group-keys.ts';
import { offsetToReveal, planSlots } from '../../renderer/features/customers/list/slots.ts';

describe('slots of a grouped list', () => {
  it('are the rows themselves without groups', () => {
    const slots = planSlots(3, []);
    expect([slots.count, slots.slotOf(2), slots.at(2)]).toEqual([3, 2, { row: 2 }]);
  });

  it('hold every row once and each heading before its first row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }), (counts) => {
        let from = 0;
        const groups = counts.map((count) => {
          const group = { from, count };
          from += count;
          return group;
        });
        const slots = planSlots(from, groups);
        const content = Array.from({ length: slots.count }, (_, slot) => slots.at(slot));
        const expected = groups.flatMap((group, index) => [
          { group: index },
          ...Array.from({ length: group.count }, (_, offset) => ({ row: group.from + offset })),
        ]);
        expect(content).toEqual(expected);
        for (let row = 0; row < from; row += 1) expect(slots.at(slots.slotOf(row))).toEqual({ row });
      }),
    );
  });

  it('folds groups away, and finds the nearest row that is shown', () => {
    const groups = [
      { from: 0, count: 3 },
      { from: 3, count: 2 },
      { from: 5, count: 4 },
    ];
    const slots = planSlots(9, groups, (group) => group === 1);
    expect(slots.count).toBe(10);
    expect(Array.from({ length: slots.count }, (_, slot) => slots.at(slot))).toEqual([
      { group: 0 },
      { row: 0 },
      { row: 1 },
      { row: 2 },
      { group: 1 },
      { group: 2 },
      { row: 5 },
      { row: 6 },
      { row: 7 },
      { row: 8 },
    ]);
    expect([slots.slotOf(2), slots.slotOf(4), slots.slotOf(5)]).toEqual([3, 4, 6]);
    expect([slots.shownRow(3, 1), slots.shownRow(4, -1), slots.shownRow(6, 1)]).toEqual([5, 2, 6]);
    expect(planSlots(3, [{ from: 0, count: 3 }], () => true).shownRow(1, 1)).toBeNull();
  });
});

describe('the keys of a grouped list', () => {
  const groups = [
    { from: 0, count: 2 },
    { from: 2, count: 3 },
    { from: 5, count: 1 },
  ];
  const slots = planSlots(6, groups, (group) => group === 1);
  const step = (key: string, place: Parameters<typeof selectGroupStep>[1]) => selectGroupStep(key, place, slots);

  it('go up to the heading, fold its group and open it again', () => {
    expect(step('ArrowLeft', { row: 1 })).toEqual({ group: 0 });
    expect(step('ArrowLeft', { group: 0 })).toEqual({ fold: 0 });
    expect(step('ArrowLeft', { group: 1 })).toEqual({ group: 1 });
    expect(step('ArrowRight', { group: 1 })).toEqual({ fold: 1 });
    expect(step('ArrowRight', { group: 0 })).toEqual({ row: 0 });
    for (const key of ['Enter', ' ']) expect(step(key, { group: 2 })).toEqual({ fold: 2 });
  });

  it('stop at every line with the arrows, and only at customers with J and K', () => {
    const walk = (key: string, from: Parameters<typeof selectGroupStep>[1]) => {
      const way = [from];
      for (let at = step(key, from); at !== null && !('fold' in at); at = step(key, at)) {
        if (JSON.stringify(at) === JSON.stringify(way.at(-1))) break;
        way.push(at);
      }
      return way;
    };
    // Between two rows of a group the list steps by itself.
    expect(walk('ArrowDown', { row: 1 })).toEqual([{ row: 1 }, { group: 1 }, { group: 2 }, { row: 5 }]);
    expect(walk('ArrowUp', { row: 5 })).toEqual([{ row: 5 }, { group: 2 }, { group: 1 }, { row: 1 }]);
    expect(step('ArrowDown', { row: -1 })).toEqual({ group: 0 });
    expect([step('j', { row: 1 }), step('j', { group: 1 }), step('k', { group: 1 })]).toEqual([
      null,
      { row: 5 },
      { row: 1 },
    ]);
    expect(step('k', { group: 0 })).toEqual({ group: 0 });
    expect(step('F2', { group: 0 })).toBeNull();
  });
});

describe('revealing a line', () => {
  const line = fc.record({ topPx: fc.nat(100_000), heightPx: fc.integer({ min: 1, max: 60 }) });
  const view = fc.record({ offsetPx: fc.nat(100_000), viewPx: fc.integer({ min: 60, max: 2000 }) });
  const isInView = ({ topPx, heightPx }: { topPx: number; heightPx: number }, offsetPx: number, viewPx: number) =>
    offsetPx <= topPx && topPx + heightPx <= offsetPx + viewPx;

  it('leaves the list where the line is in view, and brings it in view where it is not', () => {
    fc.assert(
      fc.property(line, view, (each, { offsetPx, viewPx }) => {
        const to = offsetToReveal(each.topPx, each.heightPx, { offsetPx, viewPx });
        expect(isInView(each, to, viewPx)).toBe(true);
        if (isInView(each, offsetPx, viewPx)) expect(to).toBe(offsetPx);
      }),
    );
  });

  it('goes no further than it must', () => {
    expect(offsetToReveal(400, 40, { offsetPx: 0, viewPx: 400 })).toBe(40);
    expect(offsetToReveal(80, 40, { offsetPx: 100, viewPx: 400 })).toBe(80);
    expect(offsetToReveal(0, 40, { offsetPx: 100, viewPx: 400 })).toBe(0);
  });
});
