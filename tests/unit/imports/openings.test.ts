import { describe, expect, it } from 'vitest';
import { guessMapping, hasOpening, withOpenings } from '#shared/imports/mapping.ts';
import type { Policy } from '#shared/imports/plan/plan.ts';
import { anId, putOrder } from '../../helpers/builders.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { codesOf, importRows } from '../../helpers/import-run.ts';

const header = ['姓名', '手机', '累计金额', '最后交易日期', '购买次数'];
const rows = [['张三', '13800138000', '￥12.5万', '2026/5/7', '8']];

async function imported(archive: FakeArchive, list = rows, policy: Policy = 'fill-empty') {
  const plan = await importRows(archive, header, list, { policy });
  return { plan, orders: archive.all('order') };
}

describe('opening sales of a list', () => {
  it('are guessed where the day and the total are both there, and can be left', () => {
    const targets = guessMapping('customers', header, []);
    expect(targets).toEqual(['name', 'phone', 'totalSpent', 'lastPurchase', 'purchaseCount']);
    const off = withOpenings(header, targets, false);
    expect(off.slice(2)).toEqual(['custom:累计金额', 'custom:最后交易日期', 'custom:购买次数']);
    expect(withOpenings(header, off, true)).toEqual(targets);
    expect(guessMapping('customers', ['姓名', '累计金额', '购买次数'], [])).toEqual([
      'name',
      'custom:累计金额',
      'custom:购买次数',
    ]);
    expect(guessMapping('customers', [...header, '最近消费'], []).at(-1)).toBe('custom:最近消费');
    expect(hasOpening(guessMapping('customers', ['Name', 'Total spent', 'Last purchase'], []))).toBe(true);
    expect(withOpenings(['累计金额', '总消费'], ['ignore', 'ignore'], true)).toEqual(['totalSpent', 'ignore']);
  });

  it('are one sale of each customer, of this import', async () => {
    const { plan, orders } = await imported(new FakeArchive());
    expect(orders).toMatchObject([
      {
        date: '2026-05-07',
        type: 'sale',
        totalFen: 12_500_000,
        lines: [{ text: '期初累计', amountFen: 12_500_000 }],
        opening: { purchases: 8 },
        origin: { kind: 'import', batchId: plan.receipt.id, row: 2 },
      },
    ]);
  });

  it('are not made twice, and are put right only by a file that overwrites', async () => {
    const there = new FakeArchive();
    await imported(there);
    const again = await imported(there);
    expect(again.plan.counts).toEqual({ created: 0, updated: 0, skipped: 1, failed: 0 });
    const later = [['张三', '13800138000', '13万', '2026/6/1', '9']];
    expect((await imported(there, later)).plan.counts.skipped).toBe(1);
    const { plan, orders } = await imported(there, later, 'overwrite');
    expect(plan.counts.updated).toBe(1);
    expect(orders).toMatchObject([{ date: '2026-06-01', totalFen: 13_000_000, opening: { purchases: 9 } }]);
  });

  it('are none where the orders that are there tell all of it', async () => {
    const there = new FakeArchive();
    await importRows(there, header.slice(0, 2), [['张三', '13800138000']]);
    const [customer] = there.all('customer');
    const sale = putOrder({ id: 'o1', customerId: anId(customer?.id ?? ''), date: '2026-05-07', totalFen: 12_500_000 });
    if (sale.table === 'order' && sale.after) there.apply([{ table: 'order', id: 'o1', after: sale.after }]);
    expect((await imported(there)).orders).toHaveLength(1);
  });

  it('know the latest purchase where a customer stands in several rows', async () => {
    const twice = [...rows, ['张三', '13800138000', '13万', '2026/6/1', '']];
    expect((await imported(new FakeArchive(), twice)).orders).toMatchObject([
      { date: '2026-06-01', totalFen: 13_000_000 },
    ]);
  });

  it.each([
    [['李四', '', '￥45', '', ''], 'opening/no-day', '累计金额：￥45'],
    [['李四', '', '', '2026-5-7', ''], 'opening/no-total', '最后交易日期：2026-5-7'],
    [['李四', '', '-3', '2026-5-7', ''], 'opening/no-sale', '累计金额：-3\n最后交易日期：2026-5-7'],
    [['李四', '', '3', '2027-5-7', ''], 'opening/no-sale', '累计金额：3\n最后交易日期：2027-5-7'],
  ])('are not made of %j, which is kept', async (row, code, note) => {
    const there = new FakeArchive();
    const { plan, orders } = await imported(there, [row]);
    expect(codesOf(plan, 0)).toEqual([code]);
    expect(orders).toEqual([]);
    expect(there.all('customer')[0]?.note).toBe(note);
  });

  it('say nothing of whoever bought nothing', async () => {
    const { plan, orders } = await imported(new FakeArchive(), [['李四', '', '0', '', '0']]);
    expect([codesOf(plan, 0), orders]).toEqual([[], []]);
  });
});
