import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, importRows } from '../../helpers/import-run.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';

const header = ['客户编号', '姓名', '手机', '单位', '类型', '地址', '标签', '介绍人', '下次跟进', '备注'];
const row = (fields: Partial<Record<string, string>>) => header.map((name) => fields[name] ?? '');
const names = (archive: FakeArchive) =>
  archive
    .all('customer')
    .map((customer) => customer.name)
    .sort();

describe('planning orders', () => {
  const orderHeader = [
    '订单号',
    '日期',
    '客户',
    '手机',
    '类型',
    '原订单号',
    '商品编码',
    '商品名称',
    '数量',
    '单价',
    '金额',
    '优惠',
  ];
  const customers = [
    row({ 客户编号: 'K1', 姓名: '张三', 手机: '13800138000' }),
    row({ 姓名: '李四', 手机: '13900139000' }),
    row({ 姓名: '李四', 手机: '13700137000' }),
  ];
  const start = async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, customers);
    return archive;
  };

  it('makes one order of the rows of one number', async () => {
    const archive = await start();
    const plan = await importRows(archive, orderHeader, [
      ['D1', '2025-01-05', '张三', '', '销售', '', 'A', '茶', '2', '10', '20', '3'],
      ['D1', '2025-01-05', '张三', '', '销售', '', 'B', '杯', '1', '5', '5', ''],
      ['D1', '2025-01-09', '', '', '退货', '', 'B', '杯', '1', '5', '5', ''],
    ]);
    expect(plan.counts.created).toBe(3);
    const [sale, refund] = archive.all('order');
    expect(sale).toMatchObject({
      no: 'D1',
      type: 'sale',
      totalFen: 2200,
      discountFen: 300,
      lines: [{ text: '茶', qtyMilli: 2000 }, { text: '杯' }],
    });
    expect(refund).toMatchObject({
      type: 'refund',
      totalFen: -500,
      refOrderId: sale?.id,
      customerId: sale?.customerId,
    });
    expect(archive.all('product').map((product) => product.sku)).toEqual(['A', 'B']);
  });

  it('finds the original of a refund in the archive', async () => {
    const archive = await start();
    await importRows(archive, orderHeader, [['D1', '2025-01-05', '张三', '', '', '', '', '茶', '1', '10', '10', '']]);
    await importRows(archive, orderHeader, [['T1', '2025-02-05', '', '', '退货', 'D1', '', '茶', '1', '10', '10', '']]);
    const [sale, refund] = archive.all('order');
    expect(refund).toMatchObject({ refOrderId: sale?.id, customerId: sale?.customerId });
  });

  it('attaches by phone, then by unique name, and creates buyers who are in no list', async () => {
    const archive = await start();
    const plan = await importRows(archive, orderHeader, [
      ['D1', '2025-01-05', '张总', '13800138000', '', '', '', '茶', '1', '10', '10', ''],
      ['D2', '2025-01-05', '张三', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D3', '2025-01-05', '李四', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D4', '2025-01-05', '赵六', '13600136000', '', '', '', '茶', '1', '10', '10', ''],
      ['D5', '2025-01-06', '赵六', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D6', '2025-01-06', '', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D7', '2025-01-06', '钱七', '13800138000', '', '', '', '茶', '1', '10', '10', ''],
    ]);
    const owner = (no: string) => {
      const order = archive.all('order').find((known) => known.no === no);
      return archive.all('customer').find((customer) => customer.id === order?.customerId)?.name;
    };
    expect(['D1', 'D2', 'D4', 'D5', 'D7'].map(owner)).toEqual(['张三', '张三', '赵六', '赵六', '钱七']);
    expect(codesOf(plan, 2)).toEqual(['match/ambiguous']);
    expect(codesOf(plan, 3)).toEqual(['match/created']);
    expect(codesOf(plan, 5)).toEqual(['match/no-customer']);
    expect(codesOf(plan, 6)).toEqual(['match/shared-phone', 'match/created']);
    expect(plan).toMatchObject({ newCustomers: 2, counts: { created: 5, failed: 2 } });
  });

  it('takes a person with the phone of a company for its buyer, and two phones of a new name for two people', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 姓名: '陶慧君', 单位: '溪岸民宿', 类型: '单位', 手机: '13800138000' })]);
    await importRows(archive, orderHeader, [
      ['D1', '2025-01-05', '陶慧君', '13800138000', '', '', '', '茶', '1', '10', '10', ''],
      ['D2', '2025-01-05', '施秀珍', '13800138000', '', '', '', '茶', '1', '10', '10', ''],
      ['D3', '2025-01-05', '赵六', '13600136000', '', '', '', '茶', '1', '10', '10', ''],
      ['D4', '2025-01-05', '赵六', '13700137000', '', '', '', '茶', '1', '10', '10', ''],
    ]);
    expect(names(archive)).toEqual(['溪岸民宿', '赵六', '赵六'].sort());
  });

  it('leaves an order out as a whole when one of its lines cannot be read', async () => {
    const archive = await start();
    const plan = await importRows(archive, orderHeader, [
      ['D1', '2025-01-05', '张三', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D1', '2025-01-05', '张三', '', '', '', '', '杯', '', '', '', ''],
      ['D2', '2025-01-05', '张三', '', '', '', '', '茶', '1', '10', '10', ''],
      ['D2', '2025-01-05', '李四', '', '', '', '', '茶', '1', '10', '10', ''],
    ]);
    expect(plan.counts).toEqual({ created: 0, updated: 0, skipped: 0, failed: 4 });
    expect(codesOf(plan, 0)).toEqual(['order/other-line-failed']);
    expect(codesOf(plan, 2)).toEqual(['order/mixed-customers']);
    expect(plan.edits).toEqual([]);
  });

  it('imports nothing twice, numbered or not', async () => {
    const archive = await start();
    const rows = [
      ['D1', '2025-01-05', '张三', '', '', '', 'A', '茶', '1', '10', '10', ''],
      ['', '2025-01-05', '张三', '', '', '', '', '茶', '1', '10', '10', ''],
      ['', '2025-01-05', '赵六', '13600136000', '', '', '', '茶', '1', '10', '10', ''],
    ];
    expect((await importRows(archive, orderHeader, rows)).counts.created).toBe(3);
    const again = await importRows(archive, orderHeader, rows);
    expect(again.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['skipped', 'exists'],
      ['skipped', 'exists'],
      ['skipped', 'exists'],
    ]);
    expect(again.edits).toEqual([]);
  });
});

describe('planning contacts', () => {
  const logHeader = ['时间', '客户', '联系电话', '方式', '内容', '下次跟进'];
  const start = async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [
      row({ 姓名: '张三', 手机: '13800138000' }),
      row({ 姓名: '徐土坤', 单位: '杭州恒祺有限公司', 类型: '企业', 手机: '17704283732' }),
    ]);
    return archive;
  };

  it('keeps open only what was planned at the last contact', async () => {
    const archive = await start();
    const plan = await importRows(archive, logHeader, [
      ['2026-11-01', '张三', '', '电话', '甲', '2026-11-10'],
      ['2026-11-12 10:00', '张三', '', '微信', '乙', '2026-12-01'],
      ['2026-11-12', '徐土坤', '17704283732', '面访', '丙', ''],
      ['2026-11-13', '不认识', '', '电话', '丁', ''],
    ]);
    expect(plan.counts).toEqual({ created: 3, updated: 0, skipped: 0, failed: 1 });
    expect(archive.all('followUp')).toMatchObject([{ due: '2026-12-01', channel: 'wechat' }]);
    expect(codesOf(plan, 3)).toEqual(['match/unknown-customer']);
    const company = archive.all('customer').find((customer) => customer.kind === 'company');
    expect(archive.all('interaction')[2]?.customerId).toBe(company?.id);
  });

  it('imports nothing twice', async () => {
    const archive = await start();
    const rows = [
      ['2026-11-01', '张三', '', '电话', '甲', '2026-12-10'],
      ['2026-11-01', '张三', '', '电话', '甲', '2026-12-10'],
    ];
    expect((await importRows(archive, logHeader, rows)).counts).toMatchObject({ created: 1, skipped: 1 });
    const again = await importRows(archive, logHeader, rows);
    expect(again.counts.skipped).toBe(2);
    expect(again.edits).toEqual([]);
    expect(archive.all('followUp')).toHaveLength(1);
  });

  it('creates unknown customers only when told to', async () => {
    const archive = await start();
    const plan = await importRows(archive, logHeader, [['2026-11-13', '不认识', '', '电话', '丁', '']], {
      createUnknown: true,
    });
    expect(plan).toMatchObject({ newCustomers: 1, counts: { created: 1 } });
  });
});

describe('any file', () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('张伟', '张总', '王芳', '李秀英', '杭州恒祺有限公司', '恒祺', '', '') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '13800138000',
        '138 0013 8000',
        '13900139000',
        '1.38E+10',
        '0571-88880000转801',
        '138****8000',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '2024/1/5',
        '农历八月十五',
        '除夕',
        '45296',
        '99999',
        'D1',
        'D2',
        '1',
        '-5',
        '退货',
        '合计',
      ),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const headers = [
    header,
    ['订单号', '日期', '客户', '手机', '类型', '原订单号', '商品编码', '数量', '金额', '优惠'],
    ['时间', '客户', '电话', '方式', '内容', '结果', '下次跟进', '目的', '方向', '时长'],
    ['__proto__', '姓名', 'constructor', '手机', '生日', '邮箱', '公司', '类型', '标签', 'x'],
  ];

  it('is accounted for row by row, gives valid records only, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...headers),
        fc.array(fc.array(cell, { minLength: 0, maxLength: 12 }), { maxLength: 12 }),
        fc.constantFrom('fill-empty', 'skip', 'overwrite'),
        async (columns, rows, policy) => {
          const archive = new FakeArchive();
          const plan = await importRows(archive, columns, rows, { policy });
          const { created, updated, skipped, failed } = plan.counts;
          expect(created + updated + skipped + failed).toBe(rows.length);
          expect(plan.receipt.rowsRead).toBe(rows.length);
          for (const { outcome, recordId } of plan.rows) {
            if (outcome === 'created' || outcome === 'updated') {
              expect(
                plan.edits.some((edit) => edit.id === recordId) ||
                  archive.all('customer').some((known) => known.id === recordId),
              ).toBe(true);
            }
          }
          if (policy === 'overwrite') return;
          const again = await importRows(archive, columns, rows, { policy });
          expect(again.counts.created).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);
});
