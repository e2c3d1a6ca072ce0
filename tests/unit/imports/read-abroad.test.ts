import { describe, expect, it } from 'vitest';
import type { CustomerRow } from '../../../shared/imports/read-customer.ts';
import { readRows } from '../../helpers/import-run.ts';

describe('lists of customers abroad', () => {
  it('reads bare numbers and short dates of a mixed list as people write them where the customer lives', async () => {
    const header = ['Name', 'Mobile', 'Country', 'Birthday'];
    const { rows } = await readRows(
      header,
      [
        ['Grace Hopper', '(415) 555-2671', 'USA', '12/09/1986'],
        ['Tom Baker', '312.944.0190', 'US', '02/29/1984'],
        ['Alan Turner', '07400 123456', 'UK', '03/04/1979'],
        ['Priya Patel', '020 7219 3000', 'United Kingdom', '23/06/1990'],
        ['Siobhan Kelly', '+44 7400 123456', 'UK', '11/05/1991'],
        ['Nobody', '0117 922 4444', '', ''],
      ],
      'customers',
    );
    const read = rows.map(({ read: row }) => (row as CustomerRow).draft);
    expect(read.map(({ phones }) => phones[0]?.e164)).toEqual([
      '+14155552671',
      '+13129440190',
      '+447400123456',
      '+442072193000',
      '+447400123456',
      '+441179224444',
    ]);
    const days = read.map(({ birthday }) => birthday && [birthday.month, birthday.day]);
    expect(days).toEqual([[12, 9], [2, 29], [4, 3], [6, 23], [5, 11], undefined]);
  });

  it('takes most rows for at home, however many numbers abroad have no country', async () => {
    const rows = [
      ['张三', '0571-88880000', ''],
      ['李四', '0571-88880001', ''],
      ['Alan', '07400 123456', 'UK'],
    ];
    const reads = await readRows(['姓名', '电话', '国家'], rows, 'customers');
    const numbers = reads.rows.map(({ read }) => (read as CustomerRow).draft.phones[0]?.e164);
    expect(numbers).toEqual(['+8657188880000', '+8657188880001', '+447400123456']);
  });

  it('says of money in another currency that nothing was converted', async () => {
    const header = ['姓名', '累计消费', '最近购买', '信用额度'];
    const { rows } = await readRows(header, [['王', '$1,250.00', '2026-03-01', '£500']], 'customers');
    const { opening, draft, problems } = rows[0]!.read as CustomerRow;
    expect([opening?.totalFen, draft.creditLimitFen]).toEqual([125_000, 50_000]);
    expect(problems.map(({ code }) => code)).toEqual(['money/foreign', 'money/foreign']);
  });
});
