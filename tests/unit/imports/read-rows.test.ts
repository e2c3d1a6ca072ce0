import { describe, expect, it } from 'vitest';
import type { CustomerRow } from '../../../shared/imports/read-customer.ts';
import type { InteractionRow } from '../../../shared/imports/read-interaction.ts';
import type { OrderRow } from '../../../shared/imports/read-order.ts';
import { readRows } from '../../helpers/import-run.ts';

async function customer(fields: Record<string, string>): Promise<CustomerRow> {
  const reads = await readRows(Object.keys(fields), [Object.values(fields)], 'customers');
  return reads.rows[0]?.read as CustomerRow;
}

async function orders(header: string, ...rows: string[]): Promise<(OrderRow | undefined)[]> {
  const reads = await readRows(
    header.split(','),
    rows.map((row) => row.split(',')),
    'orders',
  );
  return reads.rows.map((row) => row.read as OrderRow | undefined);
}

async function interaction(fields: Record<string, string>): Promise<InteractionRow> {
  const reads = await readRows(Object.keys(fields), [Object.values(fields)], 'interactions');
  return reads.rows[0]?.read as InteractionRow;
}

const codes = (row: { problems: { code: string }[] } | undefined) => row?.problems.map((problem) => problem.code);

describe('customers', () => {
  it('reads a person with everything a ledger says', async () => {
    const row = await customer({
      客户编号: 'KH1',
      姓名: '曾 伟',
      性别: '男',
      联系电话: '１３８００１３８０００（老板）/0571-88880000转801',
      微信: '同手机',
      邮箱: 'a@b.cn；c@d.cn',
      地址: '浙江省杭州市西湖区文三路1号',
      生日: '农历闰四月初三',
      来源: '小红书',
      标签: '老客；要开票、水电',
      介绍人: '王芳',
      信用额度: '1.5万',
      账期: '月结30天',
      建档日期: '2019年3月27日',
      下次跟进: '2026-12-01',
      备注: '靠窗',
    });
    expect(row.draft).toEqual({
      code: 'KH1',
      kind: 'person',
      name: '曾 伟',
      familyName: '曾',
      givenName: '伟',
      gender: 'male',
      phones: [
        { raw: '１３８００１３８０００（老板）', e164: '+8613800138000', kind: 'mobile', label: '老板' },
        { raw: '0571-88880000转801', e164: '+8657188880000', kind: 'landline', extension: '801' },
      ],
      emails: [{ address: 'a@b.cn' }, { address: 'c@d.cn' }],
      ims: [{ kind: 'wechat', account: '13800138000' }],
      addresses: [
        { regionCode: '330106', province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路1号' },
      ],
      birthday: { calendar: 'lunar', month: 4, day: 3, leap: true },
      source: 'douyin',
      sourceDetail: '小红书',
      creditLimitFen: 1_500_000,
      paymentTermsDays: 30,
      acquiredOn: '2019-03-27',
      aliases: [],
      anniversaries: [],
      doNotContact: [],
      note: '靠窗',
    });
    expect(row).toMatchObject({
      tagNames: ['老客', '要开票', '水电'],
      referrer: '王芳',
      followUp: { due: '2026-12-01', title: '跟进' },
      problems: [],
    });
  });

  it('makes the company the customer and the person its contact', async () => {
    const row = await customer({
      姓名: '徐土坤',
      单位: '杭州恒祺园林景观有限公司',
      职务: '采购',
      类型: '单位',
      手机: '17704283732',
    });
    expect(row.draft).toMatchObject({ kind: 'company', name: '杭州恒祺园林景观有限公司' });
    expect(row.draft.title).toBeUndefined();
    expect(row.contacts).toMatchObject([
      { name: '徐土坤', title: '采购', primary: true, phones: [{ e164: '+8617704283732' }] },
    ]);
  });

  it('leaves a person who works somewhere a person', async () => {
    const row = await customer({
      'First Name': 'Anne',
      'Last Name': 'Hope',
      'Organization Name': 'Acme Ltd',
      'Organization Title': 'Buyer',
    });
    expect(row.draft).toMatchObject({ kind: 'person', name: 'Anne Hope', organization: 'Acme Ltd', title: 'Buyer' });
  });

  it('keeps what no field can take, under the name of its column', async () => {
    const row = await customer({
      姓名: '张三',
      生日: '属马',
      性别: '保密',
      建档日期: '去年',
      来源: '地推传单',
      备注: '靠窗',
    });
    expect(row.draft.note).toBe('靠窗\n性别：保密\n生日：属马\n建档日期：去年');
    expect(row.draft).toMatchObject({ source: 'other', sourceDetail: '地推传单' });
    expect(codes(row)).toEqual(['source/unknown', 'choice/unknown', 'birthday/unreadable', 'date/unreadable']);
  });

  it('says which digits a spreadsheet has eaten, and does not guess them', async () => {
    const row = await customer({ 姓名: '张三', 手机: '1.38E+10' });
    expect(row.draft.phones).toEqual([{ raw: '1.38E+10', kind: 'unknown' }]);
    expect(codes(row)).toEqual(['phone/scientific']);
  });

  it('takes what a spreadsheet shows in the place of a value for nothing, and says so', async () => {
    const row = await customer({ 姓名: '张三', 公司: '#N/A', 建档日期: '########', 备注: 'Err:502' });
    expect(row.draft).not.toMatchObject({ organization: expect.anything() });
    expect(row.draft.note).toBeUndefined();
    expect(codes(row)).toEqual(['cell/error', 'cell/error', 'cell/error']);
  });

  it('takes the phone for the name when there is none, and refuses a row without both', async () => {
    expect((await customer({ 姓名: '', 手机: '13800138000' })).draft.name).toBe('138 0013 8000');
    expect(codes(await customer({ 姓名: '', 手机: '', 备注: 'x' }))).toEqual(['name/missing']);
  });

  it('keeps a text that is longer than its field whole', async () => {
    const long = '长'.repeat(150);
    const row = await customer({ 姓名: long, 备注: '' });
    expect(row.draft.name).toHaveLength(120);
    expect(row.draft.note).toBe(`姓名：${long}`);
  });

  it('reads the columns of Google and Outlook', async () => {
    const row = await customer({
      'First Name': 'Anne',
      'Last Name': 'Hope',
      Labels: '* myContacts ::: Retail',
      'Phone 1 - Label': '* Work Fax',
      'Phone 1 - Value': '0161 496 0033 ::: 0161 496 0034',
      'Address 1 - Formatted': '1 Main St\nLeeds',
      'Address 1 - Street': '1 Main St',
      'Address 1 - City': 'Leeds',
      'Address 1 - Extended Address': 'Flat 3',
      'Relation 1 - Label': 'Spouse',
      'Relation 1 - Value': 'Ben',
      'Address 1 - Country': 'United Kingdom',
      Birthday: '--04-12',
      'Event 1 - Label': 'Anniversary',
      'Event 1 - Value': '2001-06-09',
      'Custom Field 1 - Label': 'Account',
      'Custom Field 1 - Value': 'LTS-1',
    });
    expect(row.tagNames).toEqual(['Retail']);
    expect(row.draft.phones).toMatchObject([
      { e164: '+441614960033', kind: 'fax', label: 'Work Fax' },
      { e164: '+441614960034', kind: 'fax' },
    ]);
    expect(row.draft.addresses).toEqual([{ city: 'Leeds', street: '1 Main St, Flat 3', country: 'United Kingdom' }]);
    expect(row.related).toEqual([{ label: 'Spouse', name: 'Ben' }]);
    expect(row.draft.birthday).toEqual({ calendar: 'solar', month: 4, day: 12 });
    expect(row.draft.anniversaries).toEqual([
      { label: 'Anniversary', date: { calendar: 'solar', year: 2001, month: 6, day: 9 } },
    ]);
    expect(row.custom).toEqual([{ label: 'Account', value: 'LTS-1' }]);
    const outlook = await customer({
      'First Name': 'A',
      'Business Street': '1 High St',
      'Business City': 'York',
      'Home Street': '2 Low St',
      'Home City': 'Hull',
    });
    expect(outlook.draft.addresses).toEqual([
      { city: 'York', street: '1 High St', label: 'business' },
      { city: 'Hull', street: '2 Low St', label: 'home' },
    ]);
  });

  it('reads short dates in the order of their column', async () => {
    const reads = await readRows(
      ['Name', 'Created'],
      [
        ['A', '03/04/2024'],
        ['B', '25/12/2024'],
      ],
      'customers',
    );
    expect(reads.rows.map((row) => (row.read as CustomerRow).draft.acquiredOn)).toEqual(['2024-04-03', '2024-12-25']);
  });

  it('leaves out totals and headers that are printed again', async () => {
    const reads = await readRows(
      ['姓名', '电话'],
      [
        ['张三', '1'],
        ['姓名', '电话'],
        ['合计', '1'],
        ['制表人：王芳', ''],
        ['', 'Printed on 5 May 2026'],
        ['备注：老客户', '13800138000'],
      ],
      'customers',
    );
    expect(reads.rows.map((row) => row.skipped)).toEqual([
      undefined,
      'row/header-again',
      'row/total',
      'row/remark',
      'row/remark',
      undefined,
    ]);
  });
});

describe('orders', () => {
  const header = '订单号,日期,客户,手机,类型,原订单号,商品名称,数量,单价,金额,优惠,备注';

  it('reads lines in fen and thousandths', async () => {
    const [row] = await orders(header, 'D1,2024/1/5 10:20,张三,13800138000,销售,,茶,1.5kg,20,30,,x');
    expect(row).toMatchObject({
      no: 'D1',
      date: '2024-01-05T10:20',
      type: 'sale',
      product: '茶',
      qtyMilli: 1500,
      amountFen: 3000,
      note: 'x',
    });
  });

  it('makes refunds negative however they are written', async () => {
    const [a, b, c] = await orders(
      header,
      'D1,2024-1-5,张三,,退货,D0,茶,1,20,20,,',
      'D2,2024-1-5,张三,,退货,,茶,-1,20,-20,,',
      'D3,2024-1-5,张三,,,,茶,-1,20,-20,,',
    );
    for (const row of [a, b, c]) expect(row).toMatchObject({ type: 'refund', amountFen: -2000, qtyMilli: -1000 });
    expect(a?.refNo).toBe('D0');
  });

  it('computes a missing amount, and refuses a line without any number', async () => {
    const [computed, bare, gift, bad] = await orders(
      header,
      'D1,2024-1-5,张三,,,,茶,3,20,,,',
      'D2,2024-1-5,张三,,,,茶,,,,,',
      'D3,2024-1-5,张三,,赠品,,茶,1,,,,',
      'D4,2024-1-5,张三,,,,茶,1,,免费,,',
    );
    expect(computed?.amountFen).toBe(6000);
    expect(codes(bare)).toEqual(['order/no-amount']);
    expect(gift).toMatchObject({ type: 'gift', amountFen: 0, problems: [] });
    expect(codes(bad)).toEqual(['order/bad-amount']);
  });

  it('finds out whether the amount is before or after the discount', async () => {
    const [before, after, rate] = await orders(
      header,
      'D1,2024-1-5,张三,,,,茶,2,10,20,3,',
      'D2,2024-1-5,张三,,,,茶,2,10,17,3,',
      'D3,2024-1-5,张三,,,,茶,2,10,20,9折,',
    );
    expect(before).toMatchObject({ amountFen: 2000, discountFen: 300, problems: [] });
    expect(after).toMatchObject({ amountFen: 2000, discountFen: 300, problems: [] });
    expect(rate).toMatchObject({ amountFen: 2000, discountFen: 200 });
    const [odd] = await orders(header, 'D1,2024-1-5,张三,,,,茶,2,10,25,,');
    expect(codes(odd)).toEqual(['order/amount-mismatch']);
  });

  it('says that an amount is only the first digits of one', async () => {
    const row = await customer({ 姓名: '张三', 信用额度: '1.23E+06' });
    expect(row.draft.creditLimitFen).toBe(123_000_000);
    expect(codes(row)).toEqual(['money/shortened']);
  });

  it('does not take a number that has lost its digits for an order number', async () => {
    const [row] = await orders(header, '1.23457E+18,2025-01-05,张三,,,,茶,1,1,1,,');
    expect(row).toMatchObject({ no: '', note: '订单号：1.23457E+18' });
    expect(codes(row)).toEqual(['cell/digits-lost']);
  });

  it('refuses days that do not exist', async () => {
    const [row] = await orders(header, 'D1,2025-02-30,张三,,,,茶,1,1,1,,');
    expect(codes(row)).toContain('order/bad-date');
  });

  it('fills down what is printed only in the first row of an order', async () => {
    const [, second, third] = await orders(
      header,
      'D1,2024-1-5,张三,138,销售,,茶,1,1,1,,',
      ',,,,,,咖啡,1,2,2,,',
      'D2,2024-1-6,李四,,,,水,1,1,1,,',
    );
    expect(second).toMatchObject({ no: 'D1', date: '2024-01-05', product: '咖啡', buyer: { name: '张三' } });
    expect(third).toMatchObject({ no: 'D2', buyer: { name: '李四' } });
  });
});

describe('interactions', () => {
  it('reads a contact with its next step', async () => {
    const row = await interaction({
      时间: '2024-11-22 16:48',
      客户: '余祥',
      电话: '13535742594',
      方式: '面访',
      方向: '呼入',
      目的: '售后',
      内容: '换货',
      结果: '有意向',
      下次跟进: '2024-12-01 送样品',
      时长: '1小时',
    });
    expect(row).toMatchObject({
      at: '2024-11-22T16:48',
      channel: 'visit',
      direction: 'inbound',
      purpose: 'service',
      outcome: 'interested',
      text: '换货',
      durationMin: 60,
      followUp: { due: '2024-12-01', title: '送样品' },
      problems: [],
    });
  });

  it('keeps unknown words with the text', async () => {
    const row = await interaction({ 时间: '2024-11-22', 客户: '余祥', 方式: '飞鸽', 内容: '换货', 结果: '看心情' });
    expect(row).toMatchObject({ channel: 'other', outcome: undefined, text: '换货\n方式：飞鸽\n结果：看心情' });
  });

  it('refuses a row without time, and one without anything', async () => {
    expect(codes(await interaction({ 时间: '', 客户: '余祥', 内容: 'x' }))).toEqual(['interaction/no-date']);
    expect(codes(await interaction({ 时间: '某天', 客户: '余祥', 内容: 'x' }))).toContain('interaction/bad-date');
    expect(codes(await interaction({ 时间: '2024-01-05', 客户: '余祥', 内容: '', 结果: '' }))).toEqual([
      'interaction/empty',
    ]);
  });
});

describe('a cell that is made to keep the reader busy', () => {
  const busy = [
    ['('.repeat(60_000), '['.repeat(60_000)],
    [`${'/0000'.repeat(12_000)}x`, `${'**'.repeat(30_000)}**x**0`],
    [`13800138000转${'\u3000'.repeat(60_000)}线`, `a${' '.repeat(60_000)}b`],
  ] as const;

  it.each(busy)('is read on from at once, whatever its column (%#)', { timeout: 10_000 }, async (...texts) => {
    const header = ['姓名', '手机', '邮箱', '地址', '公司', '生日', '标签', '来源', '微信', '备注'];
    for (const text of texts) {
      const rows = header.slice(1).map((name) => header.map((each) => (each === name ? text : '张三')));
      const reads = await readRows(header, rows, 'customers');
      expect(reads.rows).toHaveLength(rows.length);
    }
  });

  it('stands whole in the note, told once', async () => {
    const phones = `13800138000、${'没有别的，'.repeat(1_000)}`;
    const row = await customer({ 姓名: '张三', 手机: phones });
    expect(row.draft.phones[0]?.e164).toBe('+8613800138000');
    expect(row.draft.note).toContain(phones);
    expect(row.problems.filter(({ code }) => code === 'text/too-long')).toHaveLength(1);
  });
});
