import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderLine } from '#shared/domain/order/order.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putOrder } from '../../helpers/builders.ts';

const line = (text: string, unitPriceFen?: number): OrderLine => ({
  text,
  qtyMilli: 1000,
  amountFen: unitPriceFen ?? 0,
  ...(unitPriceFen !== undefined && { unitPriceFen }),
});

describe('goods that are offered while an order is typed', () => {
  let machine: Machine;
  let engine: EngineMethods;
  const offered = async (who: string, text: string) =>
    (await engine.offeredGoods(anId(who), text)).map(({ name }) => name);

  beforeEach(async () => {
    machine = new Machine();
    ({ engine } = await machine.openEngine('2026-03-01'));
    let number = 0;
    const sold = (customerId: string, date: string, ...lines: OrderLine[]) => {
      number += 1;
      return putOrder({ id: `o${number}`, customerId, date, lines, totalFen: 1 });
    };
    await engine.commit('import/orders', [
      ...['zhang', 'li', 'wang'].map((id) => putCustomer({ id, name: id })),
      sold('zhang', '2025-12-01', line('不锈钢水龙头', 5_800)),
      sold('zhang', '2026-01-10', line('龙井 250g', 12_800)),
      sold('li', '2026-02-20', line('龙井 250g', 13_800), line('PVC 水管', 900)),
      sold('wang', '2026-02-25', line('PVC 水管', 950), line('水表')),
      sold('wang', '2016-02-25', line('水桶', 100), line('水瓢', 100)),
      sold('li', '2026-01-01', line('水瓢', 120)),
    ]);
  });

  it('are those the customer bought, the last first, then those sold often and lately', async () => {
    expect(await offered('zhang', '')).toEqual(['龙井 250g', '不锈钢水龙头', 'PVC 水管', '水表', '水瓢', '水桶']);
    expect(await offered('wang', '水')).toEqual(['PVC 水管', '水表', '水桶', '水瓢', '不锈钢水龙头']);
    expect(await offered('nobody', '龙')).toEqual(['龙井 250g', '不锈钢水龙头']);
  });

  it('come with what this customer paid last, else with what anybody did', async () => {
    const [own, , others] = await engine.offeredGoods(anId('zhang'), '');
    expect(own).toEqual({ name: '龙井 250g', priceFen: 12_800, boughtOn: '2026-01-10' });
    expect(others).toEqual({ name: 'PVC 水管', priceFen: 950, boughtOn: null });
    expect((await engine.offeredGoods(anId('wang'), '水表'))[0]).toMatchObject({ priceFen: null });
  });

  it.each([
    ['lj', ['龙井 250g']],
    ['slt', ['不锈钢水龙头']],
    ['jing', ['龙井 250g']],
    ['shuilong', ['不锈钢水龙头']],
    ['pvc', ['PVC 水管']],
    ['管 pvc', ['PVC 水管']],
    ['龙井　２５０', ['龙井 250g']],
    ['螺丝', []],
    ['ong', []],
  ])('are found by parts of their name and of its pinyin: %s', async (text, names) => {
    expect(await offered('zhang', text)).toEqual(names);
  });

  it('begin with what is called just that', async () => {
    expect((await offered('wang', '水瓢'))[0]).toBe('水瓢');
    await engine.commit('order/edit', [
      putOrder({ id: 'x', customerId: 'li', date: '2026-02-28', lines: [line('水')], totalFen: 1 }),
    ]);
    expect((await offered('li', '水'))[0]).toBe('水');
  });

  it('follow what is sold meanwhile, and forget what nobody bought any more', async () => {
    await engine.commit('order/edit', [
      putOrder({ id: 'x', customerId: 'zhang', date: '2026-02-28', lines: [line('水表', 6_600)], totalFen: 1 }),
    ]);
    expect((await engine.offeredGoods(anId('li'), '水表'))[0]).toMatchObject({ priceFen: 6_600, boughtOn: null });
    await engine.commit('customer/delete', [{ table: 'customer', id: 'wang', after: null }]);
    expect(await offered('li', '水桶')).toEqual([]);
  });

  it('are known with their prices from the image of the last time', async () => {
    await engine.close();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect((await engine.offeredGoods(anId('zhang'), 'lj'))[0]).toMatchObject({ priceFen: 12_800 });
  });
});
