import { describe, expect, it } from 'vitest';
import { findHeader, layOut } from '../../../shared/imports/find-header.ts';
import { guessMapping } from '../../../shared/imports/mapping.ts';

const template =
  '客户编号,客户名称*,客户类型*,姓,名,称呼,性别,手机,电话,邮箱,微信,QQ,公司,部门,职位,统一社会信用代码,行业,规模,省,市,区,详细地址,邮编,生日,生日类型,来源,介绍人,负责人,客户等级,偏好渠道,勿扰,标签,信用额度,账期,建档日期,最近联系,下次跟进,同意用途,备注'.split(
    ',',
  );

describe('header guessing', () => {
  it('knows every column of the standard template', () => {
    const targets = guessMapping('customers', template, []);
    expect(template.filter((_, column) => targets[column] === 'ignore')).toEqual([]);
    expect(targets[template.indexOf('客户等级')]).toBe('custom:客户等级');
    expect(targets[template.indexOf('电话')]).toBe('phone');
    expect(targets[template.indexOf('生日类型')]).toBe('birthdayCalendar');
  });

  it.each([
    ['客户姓名', 'name'],
    ['手机号码（必填）', 'phone'],
    ['联系电话 2', 'phone'],
    ['出生日期', 'birthday'],
    ['最后跟进时间', 'lastContact'],
    ['业务员', 'owner'],
    ['E-mail 1 - Value', 'email'],
    ['Phone 2 - Value', 'phone'],
    ['Organization Name', 'organization'],
    ['Business Phone', 'phone'],
    ['Business Street', 'address'],
    ['Home Postal Code', 'postcode'],
  ])('%s is %s', (header, field) => {
    expect(guessMapping('customers', [header, 'x'], [])[0]).toBe(field);
  });

  it('fills a field once, the better word first', () => {
    expect(guessMapping('customers', ['姓名', '客户名称', '名称'], [])).toEqual(['contactName', 'name', 'ignore']);
    expect(guessMapping('customers', ['Title', 'Job Title'], [])).toEqual(['salutation', 'title']);
  });

  it('knows phones and addresses by their values when the header says nothing', () => {
    const samples = [
      ['张三', '13800138000', 'a@b.cn'],
      ['李四', '13900139000', 'c@d.cn'],
      ['王五', '13700137000', 'e@f.cn'],
    ];
    expect(guessMapping('customers', ['姓名', '甲', '乙'], samples)).toEqual(['name', 'phone', 'email']);
  });

  it('takes the words that a shop sorts its customers by for tags, unless they are kinds of customers', () => {
    const targetOf = (...words: string[]) =>
      guessMapping(
        'customers',
        ['姓名', '客户类别'],
        words.map((word) => ['张三', word]),
      )[1];
    expect(targetOf('批发', '零售', '批发', '单位')).toBe('tags');
    expect(targetOf('企业', '个人', '零售', '渠道')).toBe('kind');
    expect(targetOf('企业', '13800138000')).toBe('kind');
  });

  it('keeps what old shop programs and Google Contacts say beyond the fields', () => {
    expect(guessMapping('customers', ['姓名', '累计金额', '欠款', '最后交易日期', '序号'], [])).toEqual([
      'name',
      'totalSpent',
      'custom:欠款',
      'lastPurchase',
      'ignore',
    ]);
    const google = ['First Name', 'Address 1 - Street', 'Address 1 - Extended Address', 'Relation 1 - Value', 'Hobby'];
    expect(guessMapping('customers', google, [])).toEqual([
      'givenName',
      'address',
      'address',
      'related',
      'custom:Hobby',
    ]);
  });

  it('takes headers named __proto__, constructor and toString for unknown ones', () => {
    const header = ['姓名', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(guessMapping('customers', header, [])).toEqual(['name', 'ignore', 'ignore', 'ignore', 'ignore']);
    expect(guessMapping('orders', header, []).slice(1)).toEqual(['ignore', 'ignore', 'ignore', 'ignore']);
  });
});

describe('findHeader', () => {
  it('takes columns that are called like fields of the archive’s own for those of customers', () => {
    const exported = [['客户名称', '电话', '最近联系', '#展会 年份', '品类', '应收']];
    const own = ['#展会 年份', '年份', '品类', '应收'];
    expect(findHeader(exported)?.kind).toBe('orders');
    expect(findHeader(exported, own)?.kind).toBe('customers');
    // Where everything else says so, one alike word does not make orders a list of customers.
    expect(findHeader([['订单号', '日期', '客户', '商品名称', '数量', '金额']], ['金额'])?.kind).toBe('orders');
  });

  it('finds the header below a title, and what the table is about', () => {
    const rows = [
      ['某某公司 客户名单（2026）'],
      ['制表：阿芬', '2026-11'],
      ['编号', '姓名', '联系电话', '地址'],
      ['1', '张三', '138', '杭州'],
    ];
    expect(findHeader(rows)).toMatchObject({ row: 2, kind: 'customers' });
    expect(findHeader([['订单号', '日期', '客户', '商品名称', '数量', '金额']])).toMatchObject({ kind: 'orders' });
    expect(findHeader([['时间', '客户', '方式', '方向', '内容', '结果', '下次跟进']])).toMatchObject({
      kind: 'interactions',
    });
    expect(findHeader([['姓名', '手机', '备注']])).toMatchObject({ kind: 'customers' });
    expect(findHeader([['Order ID', 'Customer', 'Qty', 'Unit price', 'Total']])).toMatchObject({ kind: 'orders' });
  });

  it('finds none in rows of data', () => {
    expect(
      findHeader([
        ['张三', '13800138000'],
        ['李四', '13900139000'],
      ]),
    ).toBeUndefined();
  });

  it('names the columns of a table without header by letters', () => {
    const layout = layOut(
      [
        ['张三', '13800138000'],
        ['李四', '13900139000'],
        ['王五', '13700137000'],
      ],
      -1,
      'customers',
    );
    expect(layout.header).toEqual(['A', 'B']);
    expect(layout.targets).toEqual(['ignore', 'phone']);
  });
});
