import type { GoodsApi } from '../api.ts';
import { Pace } from '../archive/work-queue.ts';
import type { Asynchronous } from '../client-types.ts';
import type { Desk } from './desk.ts';

const mostOffered = 8;

export function goods(desk: Desk): Asynchronous<GoodsApi> {
  return {
    async offeredGoods(customerId, text) {
      const pace = new Pace();
      for (const _ of desk.index.goodsBook.prepare(desk.index.today)) await pace.step();
      const { columns, goodsBook, today } = desk.index;
      return goodsBook.offer(customerId === null ? -1 : columns.indexOf(customerId), text, today, mostOffered);
    },
  };
}
