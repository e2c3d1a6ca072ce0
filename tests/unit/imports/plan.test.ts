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

describe('planning customers', () => {
  it('creates customers with tags, origin and follow-up', async () => {
    const archive = new FakeArchive();
    const plan = await importRows(archive, header, [
      row({ 姓名: '张三', 手机: '13800138000', 标签: '老客；要开票', 下次跟进: '2026-12-01' }),
      row({ 姓名: '李四', 标签: '老客' }),
    ]);
    expect(plan.counts).toEqual({ created: 2, updated: 0, skipped: 0, failed: 0 });
    expect(archive.all('tag').map((tag) => tag.name)).toEqual(['老客', '要开票']);
    expect(archive.all('customer')[0]).toMatchObject({
      code: '',
      origin: { kind: 'import', batchId: plan.receipt.id, row: 2 },
    });
    expect(archive.all('followUp')).toMatchObject([{ due: '2026-12-01', title: '跟进', status: 'open' }]);
    expect(archive.all('importBatch')).toMatchObject([{ rowsRead: 2, created: 2, kind: 'customers' }]);
  });

  it('brings rows about one customer together', async () => {
    const archive = new FakeArchive();
    const plan = await importRows(archive, header, [
      row({ 姓名: '张总', 手机: '13800138000', 备注: '靠窗' }),
      row({ 姓名: '張偉', 手机: '+86 138-0013-8000', 标签: '老客' }),
      row({ 姓名: '张伟', 手机: '13800138000' }),
    ]);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['created', 'updated', 'skipped']);
    expect(archive.all('customer')).toMatchObject([
      { name: '張偉', aliases: ['张总'], familyName: '張', note: '靠窗' },
    ]);
    expect(codesOf(plan, 2)).toContain('row/repeats');
  });

  it('keeps a household on one phone apart, in the file and against the archive', async () => {
    const archive = new FakeArchive();
    const first = await importRows(archive, header, [
      row({ 姓名: '王建国', 手机: '13800138000' }),
      row({ 姓名: '李秀英', 手机: '13800138000' }),
    ]);
    expect(codesOf(first, 1)).toEqual(['match/shared-phone']);
    const second = await importRows(archive, header, [row({ 姓名: '王小明', 手机: '13800138000' })]);
    expect(second.counts.created).toBe(1);
    expect(codesOf(second, 0)).toEqual(['match/shared-phone']);
    expect(names(archive)).toEqual(['李秀英', '王小明', '王建国'].sort());
  });

  it('keeps namesakes apart', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 姓名: '张伟', 手机: '13800138000' })]);
    const plan = await importRows(archive, header, [row({ 姓名: '张伟', 手机: '13900139000' })]);
    expect(plan.counts.created).toBe(1);
    expect(codesOf(plan, 0)).toEqual(['match/namesake']);
  });

  it('makes two customers of two numbers, however alike they are otherwise', async () => {
    const archive = new FakeArchive();
    const twins = [
      row({ 客户编号: 'KH-1', 姓名: '张伟', 手机: '13800138000' }),
      row({ 客户编号: 'KH-2', 姓名: '张伟', 手机: '13800138000' }),
      row({ 客户编号: 'kh-2', 姓名: '张伟', 手机: '13800138000', 备注: '老客' }),
    ];
    const plan = await importRows(archive, header, twins);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'updated']);
    expect(codesOf(plan, 1)).toEqual(['match/numbered-apart']);
    expect(archive.all('customer').map(({ code, note }) => [code, note])).toEqual([
      ['KH-1', undefined],
      ['KH-2', '老客'],
    ]);
    const again = await importRows(archive, header, twins);
    expect(again.counts).toMatchObject({ created: 0, updated: 0 });
    const third = await importRows(archive, header, [row({ 客户编号: 'KH-3', 姓名: '张伟', 手机: '13800138000' })]);
    expect(third.counts.created).toBe(1);
    expect(codesOf(third, 0)).toEqual(['match/numbered-apart']);
  });

  it('takes a number for that of a customer whom Kebu numbered, once', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 客户编号: 'C-2026-00001', 姓名: '张伟', 手机: '13800138000' })]);
    const plan = await importRows(archive, header, [
      row({ 客户编号: 'KH-1', 姓名: '张伟', 手机: '13800138000', 备注: '老客' }),
      row({ 客户编号: 'KH-2', 姓名: '张伟', 手机: '13800138000' }),
    ]);
    expect(plan.counts).toMatchObject({ created: 1, updated: 1 });
    expect(archive.all('customer').map(({ code }) => code)).toEqual(['C-2026-00001', 'KH-2']);
  });

  it('does not believe a customer number that belongs to somebody else', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 客户编号: '1', 姓名: '张伟', 手机: '13800138000' })]);
    const plan = await importRows(archive, header, [row({ 客户编号: '1', 姓名: '王芳', 手机: '13900139000' })]);
    expect(plan.counts.created).toBe(1);
  });

  it('adds a second person of a company to the company', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [
      row({ 姓名: '徐土坤', 单位: '杭州恒祺有限公司', 类型: '企业', 手机: '17704283732' }),
    ]);
    const plan = await importRows(archive, header, [
      row({ 姓名: '李四', 单位: '恒祺有限公司（杭州）', 类型: '企业', 手机: '13900139000' }),
      row({ 姓名: '李四', 单位: '杭州恒祺有限公司', 类型: '企业', 手机: '13900139000' }),
    ]);
    expect(plan.counts).toMatchObject({ created: 0 });
    expect(archive.all('contact').map((contact) => [contact.name, contact.primary])).toEqual([
      ['徐土坤', true],
      ['李四', undefined],
    ]);
  });

  it('says of what it changes which row said so', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 姓名: '张伟', 手机: '13800138000' })]);
    const plan = await importRows(archive, header, [
      row({ 姓名: '王芳', 手机: '13900139000' }),
      row({ 姓名: '张伟', 手机: '13800138000', 备注: '靠窗' }),
    ]);
    const from = plan.edits.flatMap((edit) => (edit.table === 'customer' ? [[edit.after.name, edit.from]] : []));
    expect(from).toEqual([
      ['王芳', undefined],
      ['张伟', { batchId: plan.receipt.id, row: 3 }],
    ]);
  });

  it('fills only what is empty by default', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [row({ 姓名: '张三', 手机: '13800138000', 备注: '旧' })]);
    const plan = await importRows(archive, header, [
      row({ 姓名: '张三', 手机: '13800138000', 备注: '新', 地址: '杭州西湖文三路1号', 标签: '老客' }),
    ]);
    expect(plan.counts).toEqual({ created: 0, updated: 1, skipped: 0, failed: 0 });
    expect(archive.all('customer')).toMatchObject([{ note: '旧', version: 2, addresses: [{ regionCode: '330106' }] }]);
  });

  it('overwrites, skips or creates as chosen', async () => {
    const rows = [row({ 姓名: '张三', 手机: '13800138000', 备注: '新' })];
    const start = async () => {
      const archive = new FakeArchive();
      await importRows(archive, header, [row({ 姓名: '张三', 手机: '13800138000', 备注: '旧', 标签: '老客' })]);
      return archive;
    };
    const overwritten = await start();
    expect((await importRows(overwritten, header, rows, { policy: 'overwrite' })).counts.updated).toBe(1);
    expect(overwritten.all('customer')).toMatchObject([{ note: '新', tagIds: [expect.any(String)] }]);
    const skipped = await start();
    expect((await importRows(skipped, header, rows, { policy: 'skip' })).rows).toMatchObject([
      { outcome: 'skipped', reason: 'no-change' },
    ]);
    const more = [row({ 姓名: '张三', 手机: '13800138000', 地址: '杭州' })];
    expect((await importRows(skipped, header, more, { policy: 'skip' })).rows).toMatchObject([
      { outcome: 'skipped', reason: 'policy' },
    ]);
    expect((await importRows(skipped, header, rows, { policy: 'create-new' })).counts.created).toBe(1);
  });

  it('finds introducers by name and keeps unknown ones as text', async () => {
    const archive = new FakeArchive();
    const plan = await importRows(archive, header, [
      row({ 姓名: '甲某', 介绍人: '乙某' }),
      row({ 姓名: '乙某', 介绍人: '甲某' }),
      row({ 姓名: '丙某', 介绍人: '不认识' }),
    ]);
    const [a, b, c] = archive.all('customer');
    expect(a?.referrerId).toBe(b?.id);
    expect(b?.referrerId).toBeUndefined();
    expect(c?.note).toBe('介绍人: 不认识');
    expect(codesOf(plan, 2)).toEqual(['referrer/unknown']);
  });

  it('closes no circle of introductions over who is in the archive already', async () => {
    const archive = new FakeArchive();
    const phones = { 甲某: '13800138001', 乙某: '13800138002', 丙某: '13800138003' };
    const known = (name: keyof typeof phones, 介绍人: string) => row({ 姓名: name, 手机: phones[name], 介绍人 });
    await importRows(archive, header, [known('甲某', ''), known('乙某', '甲某'), known('丙某', '乙某')]);
    const plan = await importRows(archive, header, [known('甲某', '丙某')], { policy: 'overwrite' });
    const [a] = archive.all('customer');
    expect(a?.referrerId).toBeUndefined();
    expect(codesOf(plan, 0)).toEqual(['referrer/unknown']);
  });

  it('fails one bad row and imports the others', async () => {
    const archive = new FakeArchive();
    const plan = await importRows(archive, header, [row({ 姓名: '张三' }), row({ 备注: 'x' }), row({ 姓名: '合计' })]);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['created', 'failed', 'skipped']);
  });

  it('leaves no trace when nothing changes', async () => {
    const archive = new FakeArchive();
    const rows = [
      row({ 姓名: '张三', 备注: '没有电话' }),
      row({ 姓名: '李四', 手机: '1.38E+10' }),
      row({ 姓名: '王五', 手机: '13800138000', 介绍人: '不认识', 下次跟进: '2026-12-01' }),
    ];
    await importRows(archive, header, rows);
    const again = await importRows(archive, header, rows);
    expect(again.counts).toEqual({ created: 0, updated: 0, skipped: 3, failed: 0 });
    expect(again.edits).toEqual([]);
  });

  it('stops at once when the progress throws', async () => {
    const stop = importRows(new FakeArchive(), header, [row({ 姓名: '张三' })], {
      onProgress: async () => {
        throw new Error('stopped');
      },
    });
    await expect(stop).rejects.toThrow('stopped');
  });
});

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
