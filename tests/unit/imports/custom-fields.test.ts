import { describe, expect, it } from 'vitest';
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
    expect(archive.all('customField')).toHaveLength(5);
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
