import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptOrder } from '../../../renderer/engine/index/orders/kept-order.ts';

const orderOf = (values: readonly number[]): KeptOrder => {
  const kept = new KeptOrder((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  kept.replace(Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b));
  return kept;
};

it('an order without some of those in it is the order of the others, equals and all', () => {
  const everybody = fc.array(fc.record({ value: fc.nat(4), stays: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(everybody, (all) => {
      const staying = all.filter(({ stays }) => stays);
      const numbers = Int32Array.from(all, (each) => staying.indexOf(each));
      const { order, ranks } = orderOf(all.map(({ value }) => value)).renumbered(numbers, staying.length);
      const anew = orderOf(staying.map(({ value }) => value));
      expect([[...order], [...ranks]]).toEqual([[...anew.order], [...anew.ranks]]);
    }),
  );
});
