import { describe, expect, it } from 'vitest';
import { fileLabels } from '#shared/custom-fields/label-with-tag.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { guessMapping } from '#shared/imports/mapping.ts';
import { codesOf, importRows } from '../../helpers/import-run.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';

function anArchive(): FakeArchive {
  const archive = new FakeArchive();
  const put = (id: string, type: CustomField['type'], options: string[] = []) => {
    archive.apply([{ table: 'customField', id, after: { id, label: id, type, options } }]);
  };
  put('门店面积', 'number');
  put('预算', 'money');
  put('到期', 'date');
  put('等级', 'choice', ['金卡', '银卡']);
  put('得分', 'formula');
  put('总代理', 'reference');
  put('合同', 'attachment');
  return archive;
}

describe('a column that is called like a field of the archive’s own', () => {
  it('fills that field, also under the name that exports give it', () => {
    const own = ['门店面积', '预算'];
    expect(guessMapping('customers', ['姓名', '门店面积', '自定义:预算', '别的'], [], own)).toEqual([
      'name',
      'custom:门店面积',
      'custom:预算',
      'ignore',
    ]);
  });

  it('fills that field rather than a fact that only other programs call so', () => {
    const header = ['Name', 'Memo', 'Size', '备注'];
    const mapped = (own: string[]) => guessMapping('customers', header, [], own);
    expect(mapped([])).toEqual(['name', 'note', 'size', 'note']);
    expect(mapped(['memo', 'Size', '备注'])).toEqual(['name', 'custom:memo', 'size', 'note']);
  });

  it('is read by the type of the field; what does not fit is kept as written and told', async () => {
    const archive = anArchive();
    const plan = await importRows(
      archive,
      ['姓名', '手机', '门店面积', '预算', '到期', '得分'],
      [
        ['安一', '13800138000', '1,200', '1.2万', '2026/9/25', '7'],
        ['贝二', '13900139000', '很大', '', '', ''],
      ],
    );
    const [first, second] = archive.all('customer');
    expect(first?.customFields).toEqual({ 门店面积: 1200, 预算: 1_200_000, 到期: '2026-09-25' });
    expect(second?.customFields).toEqual({ 门店面积: '很大' });
    expect([codesOf(plan, 0), codesOf(plan, 1)]).toEqual([['custom/computed'], ['custom/unfit']]);
    expect(archive.all('customField')).toHaveLength(7);
  });

  it('is told of once where no column can fill it, however many cells it has', async () => {
    const plan = await importRows(
      anArchive(),
      ['姓名', '手机', '得分', '合同'],
      [
        ['安一', '13800138000', '', '甲.pdf'],
        ['贝二', '13900139000', '7', '乙.pdf'],
        ['陈三', '13700137000', '8', ''],
      ],
    );
    expect([0, 1, 2].map((row) => codesOf(plan, row))).toEqual([['custom/files'], ['custom/computed'], []]);
  });

  it('adds the choices that are missing, once, and says so before', async () => {
    const archive = anArchive();
    const plan = await importRows(
      archive,
      ['姓名', '手机', '等级'],
      [
        ['安一', '13800138000', '金卡'],
        ['贝二', '13900139000', '铜卡'],
        ['陈三', '13700137000', '铜卡'],
      ],
    );
    expect(archive.all('customField').find((field) => field.id === '等级')?.options).toEqual(['金卡', '银卡', '铜卡']);
    expect([0, 1, 2].map((row) => codesOf(plan, row))).toEqual([[], ['custom/option'], []]);
    expect(archive.all('customer').map((customer) => customer.customFields['等级'])).toEqual(['金卡', '铜卡', '铜卡']);
  });
});

describe('a field that should be filled, or be of one customer only', () => {
  const header = ['客户编号', '姓名', '手机', '卡号'];

  it('is told of, and keeps nobody from coming in', async () => {
    const archive = anArchive();
    const cardNo = { id: 'no', label: '卡号', type: 'text' as const, options: [], unique: true, required: true };
    archive.apply([{ table: 'customField', id: 'no', after: cardNo }]);
    const first = await importRows(archive, header, [
      ['K-1', '安一', '13800138000', '7'],
      ['K-2', '贝二', '13900139000', ''],
    ]);
    expect([0, 1].map((row) => codesOf(first, row))).toEqual([[], ['custom/required']]);
    const second = await importRows(archive, header, [
      ['K-3', '陈三', '13700137000', '7'],
      ['K-4', '戴五', '13500135000', '8'],
      ['K-5', '冯六', '13400134000', '8'],
    ]);
    expect([0, 1, 2].map((row) => codesOf(second, row))).toEqual([['custom/twin'], ['custom/twin'], ['custom/twin']]);
    expect(second.rows[0]?.problems[0]?.values).toEqual({ label: '卡号', name: '安一' });
    expect(archive.all('customer')).toHaveLength(5);
    // Who has it already is no twin of oneself.
    const again = await importRows(archive, header, [['K-1', '安一', '13800138000', '7']], { policy: 'overwrite' });
    expect(codesOf(again, 0)).toEqual([]);
  });
});

describe('fields of tags that are called alike', () => {
  it('are told apart by their tag, as lists and files call them', async () => {
    const archive = anArchive();
    for (const id of ['展会', '沙龙']) archive.apply([{ table: 'tag', id, after: { id, name: id } }]);
    for (const tagId of ['展会', '沙龙']) {
      const after = { id: `年份-${tagId}`, label: '年份', type: 'number' as const, options: [], tagId };
      archive.apply([{ table: 'customField', id: after.id, after }]);
    }
    const fields = archive.all('customField');
    const labelOf = fileLabels(fields, (id) => id);
    expect(fields.filter(({ tagId }) => tagId !== undefined).map(labelOf)).toEqual(['#展会 年份', '#沙龙 年份']);
    await importRows(
      archive,
      ['姓名', '手机', '标签', '自定义:#展会 年份', '自定义:#沙龙 年份'],
      [['安一', '13800138000', '展会；沙龙', '2024', '2025']],
    );
    expect(archive.all('customer')[0]?.customFields).toEqual({ '年份-展会': 2024, '年份-沙龙': 2025 });
    expect(archive.all('customField')).toHaveLength(fields.length);
  });
});

describe('a column that means customers', () => {
  const header = ['客户编号', '姓名', '手机', '总代理'];
  const rows = [
    ['K-1', '安一', '13800138000', '贝二'],
    ['K-2', '贝二', '13900139000', 'K-1'],
    ['K-3', '陈三', '13700137000', '13900139000'],
    ['K-4', '陈三', '13600136000', '陈三'],
    ['K-5', '戴五', '13500135000', '没有'],
    ['K-6', '冯六', '13400134000', 'K-6'],
  ];
  const agentsOf = (archive: FakeArchive) => {
    const all = archive.all('customer');
    const nameOf = (id: unknown) => all.find((customer) => customer.id === id)?.code;
    return all.map(({ code, customFields }) => [code, nameOf(customFields['总代理'])]);
  };

  it('finds them in the file and in the archive by code, whole name or number, and tells what it cannot', async () => {
    const archive = anArchive();
    const plan = await importRows(archive, header, rows);
    expect(agentsOf(archive)).toEqual([
      ['K-1', 'K-2'],
      ['K-2', 'K-1'],
      ['K-3', 'K-2'],
      ['K-4', undefined],
      ['K-5', undefined],
      ['K-6', undefined],
    ]);
    expect([3, 4, 5].map((row) => codesOf(plan, row).at(-1))).toEqual([
      'reference/several',
      'reference/none',
      'reference/self',
    ]);
    expect(archive.all('customer')[4]?.note).toBe('总代理: 没有');
    const more = await importRows(archive, header, [['K-7', '郭七', '13300133000', 'k-3']]);
    expect(codesOf(more, 0)).toEqual([]);
    expect(agentsOf(archive).at(-1)).toEqual(['K-7', 'K-3']);
  });

  it('changes nothing the second time', async () => {
    const archive = anArchive();
    await importRows(archive, header, rows);
    const again = await importRows(archive, header, rows);
    expect(again.edits).toEqual([]);
  });

  it('cannot be filled where it holds files', async () => {
    const archive = anArchive();
    const plan = await importRows(archive, ['姓名', '手机', '合同'], [['安一', '13800138000', '合同.pdf']]);
    expect(codesOf(plan, 0)).toEqual(['custom/files']);
  });
});

describe('a column that the archive has no field for', () => {
  it('becomes money or dates where every cell reads as such, else text', async () => {
    const archive = new FakeArchive();
    await importRows(
      archive,
      ['姓名', '余额', '欠款', '同意日期', '积分', '开票信息', '客户等级'],
      [
        ['安一', '¥12.5万', '300', '2026/5/7', '45012', '2026/5/7', 'A'],
        ['贝二', '￥86,400.5', '', '2026年3月9日', '45013', '春节前', '2026/1/1'],
      ],
    );
    expect(archive.all('customField').map(({ label, type }) => [label, type])).toEqual([
      ['余额', 'money'],
      ['欠款', 'money'],
      ['同意日期', 'date'],
      ['积分', 'text'],
      ['开票信息', 'text'],
      ['客户等级', 'text'],
    ]);
    expect(Object.values(archive.all('customer')[1]?.customFields ?? {})).toEqual([
      8_640_050,
      '2026-03-09',
      '45013',
      '春节前',
      '2026/1/1',
    ]);
  });
});
