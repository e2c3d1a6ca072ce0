import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSlots } from '../../renderer/features/customers/list/slots.ts';

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
});
