import { describe, expect, it } from 'vitest';
import type { CustomerRow } from '../../../shared/imports/read-customer.ts';
import { guessFieldType } from '#shared/imports/plan/guess-field-type.ts';
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

  it.each([
    ['EUR', [4, 3]],
    ['GBP', [4, 3]],
    ['USD', [3, 4]],
  ] as const)('reads a short day that may be two as people write them where %s is paid', async (currency, expected) => {
    const list = [['Jo Doe', '03/04/1979']];
    const { rows } = await readRows(['Name', 'Birthday'], list, 'customers', undefined, { currency });
    const { birthday } = (rows[0]!.read as CustomerRow).draft;
    expect([birthday?.month, birthday?.day]).toEqual(expected);
  });

  it('takes a British list as it is written there, in an archive of pounds', async () => {
    const header = [
      'Customer Name',
      'Title',
      'Mobile',
      'Address Line 1',
      'Address Line 2',
      'Town',
      'County',
      'Postcode',
      'Balance Due',
    ];
    const rows = [
      [
        "Siobhán O'Brien",
        'Mrs',
        '07700 900123',
        'Flat 2',
        '14 Otley Road',
        'Leeds',
        'West Yorkshire',
        'LS6 2AD',
        '£1,234.50',
      ],
      ["O'Neill, Pat", 'Dr', '(0113) 496 0999', '9 Briggate', '', 'Leeds', 'West Yorkshire', 'LS1 6HD', '$20'],
      ['Dr Hamish McDonald', 'Mr', '0131 496 0001', '1 High St', '', 'Edinburgh', 'Midlothian', 'EH1 1SR', ''],
    ];
    const { rows: read } = await readRows(header, rows, 'customers', undefined, { currency: 'GBP' });
    const all = read.map((row) => row.read as CustomerRow);
    expect(all.map(({ draft }) => [draft.name, draft.familyName, draft.salutation])).toEqual([
      ["Siobhán O'Brien", "O'Brien", 'Mrs'],
      ["Pat O'Neill", "O'Neill", 'Dr'],
      ['Dr Hamish McDonald', 'McDonald', 'Mr'],
    ]);
    expect(all.map(({ draft }) => draft.phones[0]?.e164)).toEqual(['+447700900123', '+441134960999', '+441314960001']);
    expect(all[0]?.draft.addresses).toMatchObject([
      { street: 'Flat 2, 14 Otley Road', city: 'Leeds', province: 'West Yorkshire', postcode: 'LS6 2AD' },
    ]);
    expect(all.map(({ custom }) => custom[0]?.value)).toEqual(['£1,234.50', '$20', undefined]);
  });

  it('tells of a column in another currency, and makes no amount of one’s own of it', async () => {
    const rows = [['Ann Lee', '1200', '1,250.00']];
    const { rows: read } = await readRows(
      ['Name', 'Credit limit (USD)', 'Balance (USD)'],
      rows,
      'customers',
      undefined,
      {
        currency: 'GBP',
      },
    );
    const { draft, problems } = read[0]!.read as CustomerRow;
    expect(draft.creditLimitFen).toBe(120_000);
    expect(problems).toMatchObject([{ code: 'money/foreign', values: { currency: 'GBP' } }]);
    const world = { today: '2026-03-01', currency: 'GBP' } as const;
    expect(guessFieldType('Balance (USD)', ['1,250.00'], world)).toBe('number');
    expect(guessFieldType('Balance', ['£1,250.00', '3'], world)).toBe('money');
    expect(guessFieldType('Balance', ['£1,250.00', '$3'], world)).toBe('text');
  });
});
