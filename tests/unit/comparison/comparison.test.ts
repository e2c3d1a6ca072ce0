import { describe, expect, it } from 'vitest';
import { compareRows, workOf, writeDecisions } from '../../helpers/compare-run.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';

const header = ['姓名', '手机', '单位', '职位', '地址', '标签', '介绍人', '生日', '租金', '备注'];
const row = (fields: Partial<Record<string, string>>) => header.map((name) => fields[name] ?? '');

const wei = {
  姓名: '张伟',
  手机: '13800138000',
  单位: '永兴五金有限公司',
  职位: '经理',
  地址: '杭州市西湖区文三路1号',
  备注: '喜欢钓鱼',
};
const fang = { 姓名: '王芳', 手机: '13900139000', 生日: '1988-03-02', 标签: '老客' };

async function anArchive(): Promise<FakeArchive> {
  const archive = new FakeArchive();
  await importRows(archive, header, [row(wei), row(fang)]);
  return archive;
}

const customer = (archive: FakeArchive, name: string) => archive.all('customer').find((each) => each.name === name);

describe('laying a list beside the archive', () => {
  it('finds nothing where the list says the same in other words, or less', async () => {
    const archive = await anArchive();
    const comparison = await compareRows(archive, header, [
      row({
        姓名: '張偉',
        手机: '+86 138-0013-8000',
        单位: '永兴五金有限责任公司',
        职位: '经 理',
        地址: '浙江省杭州市西湖区',
      }),
      row({ 姓名: '王女士', 手机: '13900139000', 生日: '3月2日' }),
    ]);
    expect(workOf(comparison)).toEqual([]);
    expect(comparison.matchedIds()).toHaveLength(2);
  });

  it('shows each fact that differs with both sides, and who is new', async () => {
    const archive = await anArchive();
    const comparison = await compareRows(
      archive,
      header,
      [
        row({ ...wei, 手机: '13800138000', 职位: '总经理', 地址: '上海市浦东新区世纪大道100号', 备注: '喜欢钓鱼' }),
        row({
          姓名: '王芳',
          手机: '13900139000 / 13700137000',
          标签: '老客；展会',
          介绍人: '张伟',
          租金: '2000',
          备注: '周末不接电话',
        }),
        row({ 姓名: '李四', 手机: '13600136000' }),
      ],
      ['租金'],
    );
    expect(workOf(comparison)).toEqual(
      [
        '张伟: addresses',
        '张伟: title',
        '李四: new',
        '王芳: note',
        '王芳: phones',
        '王芳: referrerId',
        '王芳: tagIds',
        '王芳: 租金',
      ].sort(),
    );
    const title = comparison.all[0]?.differences.find(({ fact }) => fact === 'title');
    expect(title).toMatchObject({ ours: { part: { title: '经理' } }, theirs: { part: { title: '总经理' } } });
  });

  it('takes over what is chosen, with the row that said so, and leaves everything else', async () => {
    const archive = await anArchive();
    const rows = [row({ ...wei, 手机: '13800138000；13700137000', 职位: '总经理', 备注: '换了车' })];
    const comparison = await compareRows(archive, header, rows);
    comparison.decide(comparison.all, 'theirs', ({ fact }) => fact === 'phones' || fact === 'note');
    const plan = await writeDecisions(archive, comparison, header, rows);
    expect(customer(archive, '张伟')).toMatchObject({
      title: '经理',
      note: '喜欢钓鱼\n换了车',
      phones: [{ e164: '+8613700137000' }, { e164: '+8613800138000' }],
    });
    expect(plan.edits.map(({ table, from }) => [table, from?.row])).toEqual([
      ['importBatch', undefined],
      ['customer', 2],
    ]);
    expect(plan.receipt).toMatchObject({ rowsRead: 1, created: 0, updated: 1, skipped: 0, failed: 0 });
    expect(workOf(comparison)).toEqual(['张伟: title']);
  });

  it('remembers what was found to be wrong, and asks again when the list says another thing', async () => {
    const archive = await anArchive();
    const rows = [row({ ...wei, 职位: '总经理', 租金: '2000' })];
    const comparison = await compareRows(archive, header, rows, ['租金']);
    comparison.decide(comparison.all, 'ours', () => true);
    await writeDecisions(archive, comparison, header, rows);
    expect(customer(archive, '张伟')).toMatchObject({
      title: '经理',
      dismissed: [{ fact: 'title', said: '总经理' }, { fact: 'own:租金' }],
    });
    expect(archive.all('customField')).toEqual([]);
    expect(workOf(await compareRows(archive, header, rows, ['租金']))).toEqual([]);
    expect(workOf(await compareRows(archive, header, [row({ ...wei, 职位: '董事长' })]))).toEqual(['张伟: title']);
  });

  it('takes in who is new and knows again who was left out, without keeping who they are', async () => {
    const archive = await anArchive();
    const rows = [row({ 姓名: '李四', 手机: '13600136000', 标签: '展会' }), row({ 姓名: '赵六', 手机: '13500135000' })];
    const comparison = await compareRows(archive, header, rows);
    comparison.decide(comparison.all.slice(0, 1), 'theirs', () => true);
    comparison.decide(comparison.all.slice(1), 'ours', () => true);
    const plan = await writeDecisions(archive, comparison, header, rows);
    expect(comparison.all.map(({ pile }) => pile)).toEqual(['same', 'left-out']);
    expect(customer(archive, '李四')).toMatchObject({ origin: { kind: 'import', batchId: plan.receipt.id, row: 2 } });
    expect(JSON.stringify(plan.receipt)).not.toMatch(/赵六|13500135000/);
    const later = await compareRows(archive, header, [row({ 姓名: '赵六', 手机: '135 0013 5000', 职位: '采购' })]);
    expect(later.all[0]?.pile).toBe('left-out');
  });

  it('shows a name that is written otherwise, and keeps a form of address as a nickname', async () => {
    const archive = new FakeArchive();
    await importRows(archive, header, [
      row({ 姓名: '王小明', 手机: '13800138001' }),
      row({ 姓名: '张总', 手机: '13800138002' }),
    ]);
    const rows = [row({ 姓名: '王晓明', 手机: '13800138001' }), row({ 姓名: '张伟', 手机: '13800138002' })];
    const comparison = await compareRows(archive, header, rows);
    expect(workOf(comparison)).toEqual(['张总: name', '王小明: name']);
    comparison.decide(comparison.all, 'theirs', () => true);
    await writeDecisions(archive, comparison, header, rows);
    expect(archive.all('customer').map(({ name, givenName, aliases }) => [name, givenName, aliases])).toEqual([
      ['王晓明', '晓明', []],
      ['张伟', '伟', ['张总']],
    ]);
    expect(workOf(comparison)).toEqual([]);
  });

  it('says whose people are others, and takes a person over with one decision', async () => {
    const companies = ['客户名称', '类型', '电话', '联系人', '联系人职位', '联系人电话'];
    const archive = new FakeArchive();
    await importRows(archive, companies, [
      ['杭州恒祺有限公司', '企业', '0571-88881111', '徐土坤', '采购', '17704283732'],
    ]);
    const rows = [
      ['恒祺有限公司（杭州）', '企业', '0571-88881111', '徐土坤', '采购经理', '17704283732'],
      ['杭州恒祺有限公司', '企业', '0571-88881111', '李四', '会计', '13900139000'],
    ];
    const comparison = await compareRows(archive, companies, rows);
    const shown = comparison.all.flatMap(({ differences }) => differences.map(({ fact, theirs }) => [fact, theirs]));
    expect(shown).toContainEqual(['contact', { lines: ['徐土坤', '采购经理'] }]);
    comparison.decide(comparison.all, 'theirs', () => true);
    await writeDecisions(archive, comparison, companies, rows);
    expect(archive.all('contact').map(({ name, title }) => [name, title])).toEqual([
      ['徐土坤', '采购经理'],
      ['李四', '会计'],
    ]);
    expect(workOf(comparison)).toEqual([]);
  });
});
