import { describe, expect, it } from 'vitest';
import { looksLikeTable } from '#shared/formats/clipboard/looks-like-table.ts';

describe('what is pasted into an empty list', () => {
  it.each([
    '姓名\t电话\n张三\t13800138000',
    '姓名\t备注\r\n仇小满\t"喜欢；\n钓鱼"\r\n',
    'name,phone\nJane Doe,07700 900123\nJohn Smith,07700 900124',
    'BEGIN:VCARD\nVERSION:3.0\nFN:张三\nEND:VCARD',
    Array.from({ length: 30 }, (_, at) => `客户${String(at)}`).join('\n'),
  ])('is a table: %j', (text) => {
    expect(looksLikeTable(text)).toBe(true);
  });

  it.each([
    '张三 13800138000 @永兴五金',
    '张三\t13800138000\t永兴五金有限公司',
    '张伟 | 销售经理\n杭州永兴五金有限公司\n手机：138 0013 8000\n地址：浙江省杭州市西湖区文三路1号',
    'Jane Doe, Sales Manager\nAcme Tools Ltd\n12 High Street, Oxford, OX1 4AA',
    '',
  ])('is of one customer: %j', (text) => {
    expect(looksLikeTable(text)).toBe(false);
  });
});
