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

  it.each(['fill-empty', 'overwrite'] as const)(
    'leaves the kind of whoever is there where the file does not say it (%s)',
    async (policy) => {
      const archive = new FakeArchive();
      await importRows(archive, header, [
        row({ 姓名: '恒祺园林', 类型: '企业', 手机: '13800138000' }),
        row({ 姓名: '海龙餐饮有限公司', 类型: '同行', 手机: '13900139000' }),
      ]);
      const rows = [
        row({ 姓名: '恒祺园林', 手机: '13800138000', 备注: '月结' }),
        row({ 姓名: '海龙餐饮有限公司', 手机: '13900139000', 备注: '靠窗' }),
      ];
      await importRows(archive, header, rows, { policy });
      const [company, partner] = archive.all('customer');
      expect([company?.kind, company?.note]).toEqual(['company', '月结']);
      expect(company).not.toHaveProperty('familyName');
      expect([partner?.kind, partner?.note]).toEqual(['partner', '靠窗']);
      await importRows(archive, header, [row({ 姓名: '恒祺园林', 类型: '同行', 手机: '13800138000' })], { policy });
      expect(archive.all('customer')[0]?.kind).toBe(policy === 'overwrite' ? 'partner' : 'company');
    },
  );

  it('takes the kind from the row that says it', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [
      row({ 姓名: '恒祺园林', 手机: '13800138000' }),
      row({ 姓名: '恒祺园林', 类型: '企业', 手机: '13800138000' }),
    ]);
    expect(archive.all('customer')).toMatchObject([{ kind: 'company' }]);
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

  it('overwrites who introduced somebody, and asks nothing about the one who did', async () => {
    const archive = new FakeArchive();
    const known = (介绍人: string) => row({ 姓名: '甲某', 手机: '13800138001', 介绍人 });
    const others = ['乙某', '丙某'].map((姓名, at) => row({ 姓名, 手机: `1380013800${String(at + 2)}` }));
    await importRows(archive, header, [...others, known('乙某')]);
    const again = await importRows(archive, header, [known('乙某')], { policy: 'overwrite' });
    expect(again.counts).toMatchObject({ created: 0, updated: 0 });
    const plan = await importRows(archive, header, [known('丙某')], { policy: 'overwrite' });
    expect(plan.counts).toMatchObject({ created: 0, updated: 1 });
    const byName = new Map(archive.all('customer').map((customer) => [customer.name, customer]));
    expect(byName.get('甲某')).toMatchObject({ referrerId: byName.get('丙某')?.id });
    expect(byName.get('甲某')?.note).toBeUndefined();
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
