import { describe, expect, it } from 'vitest';
import { draftCustomer, guessKind } from '#shared/quick-add/draft-customer.ts';
import { companyFirst } from '#shared/quick-add/company-first.ts';
import type { Meaning } from '#shared/quick-add/piece.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { otherPeople, piecesOfOther, withoutOthers } from '#shared/quick-add/other-people.ts';
import { otherRolesOf } from '#shared/quick-add/other-roles.ts';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';

const read = (text: string) => readQuickAdd(text, '2026-11-30');
const readFirst = (text: string, meant: Record<string, Meaning> = {}) =>
  companyFirst(readQuickAdd(text, '2026-11-30', meant, /^[A-Z]/.test(text) ? 'GB' : 'CN'), meant);
const drafted = (pieces: ReturnType<typeof read>) =>
  draftCustomer('c' as CustomerId, pieces, { kind: 'person', source: null }).customer;
const numbers = (pieces: ReturnType<typeof read>) => drafted(pieces).phones.map(({ raw }) => raw.replaceAll(/\D/g, ''));

describe('others who are named beside their numbers', () => {
  it.each([
    ['王总 13800138000 王嫂 13900139000', ['王嫂']],
    ['王总：13800138000\n王嫂：13900139000\n李师傅：13700137000', ['王嫂', '李师傅']],
    ['永兴五金 张三 13800138000，李四 13900139000', ['李四']],
    ['John Smith +44 7700 900123, Jane Smith +44 7700 900124', ['Jane Smith']],
    // One person with two numbers, and words that are nobody.
    ['王总 13800138000 13900139000', []],
    ['王总 13800138000 备用 13900139000', []],
    ['张三 李四 13900139000', []],
    ['张三 13800138000 李四', []],
    ['John Smith +44 7700 900123 Head Office +44 20 7946 0958', []],
  ])('%j', (text, names) => {
    expect(otherPeople(read(text)).map(({ named }) => named.text)).toEqual(names);
  });

  it('each keep their own numbers, and share the company and the tags', () => {
    const pieces = read('王总 13800138000 王嫂 13900139000 0571-88887777 @永兴五金 #展会');
    const [other] = otherPeople(pieces);
    const own = withoutOthers(pieces, other ? [other] : []);
    expect(numbers(own)).toEqual(['13800138000']);
    expect(drafted(own).note).toBeUndefined();
    const theirs = other ? piecesOfOther(other, own) : [];
    expect(numbers(theirs)).toEqual(['13900139000', '057188887777']);
    expect(drafted(theirs)).toMatchObject({ name: '王嫂', organization: '永兴五金' });
  });

  it('have the company that stands behind their own number', () => {
    const pieces = read('张三\t13800138000\t永兴五金有限公司\n李四\t13900139000\t大同贸易有限公司');
    const others = otherPeople(pieces);
    const own = withoutOthers(pieces, others);
    expect(drafted(own)).toMatchObject({ name: '张三', organization: '永兴五金有限公司' });
    expect(drafted(own).note).toBeUndefined();
    expect(others.map((other) => drafted(piecesOfOther(other, own)))).toMatchObject([
      { name: '李四', organization: '大同贸易有限公司' },
    ]);
  });

  it('are nobody once they were said to be something else', () => {
    expect(otherPeople(read('王总 13800138000 王嫂 13900139000'), { 王嫂: 'note' })).toEqual([]);
  });

  it('are no contact persons of a person', () => {
    expect(otherRolesOf('person')).toEqual(['customer', 'same']);
    expect(otherRolesOf('company')).toContain('contact');
  });
});

describe('a company with a number of its own, and somebody of it with another', () => {
  it.each([
    ['永兴五金有限公司 0571-85123456 王总 13812345678', '永兴五金有限公司', '王总', ['13812345678']],
    ['永兴五金 0571-85123456 王总 13812345678', '永兴五金', '王总', ['13812345678']],
    [
      '永兴五金有限公司 杭州市西湖区文三路1号 0571-85123456 王总 13812345678',
      '永兴五金有限公司',
      '王总',
      ['13812345678'],
    ],
    [
      '永兴五金有限公司\n电话：0571-85123456\n联系人：王总\n手机：13812345678',
      '永兴五金有限公司',
      '王总',
      ['13812345678'],
    ],
    ['Acme Tools Ltd 020 7946 0958 Jane Doe 07700 900123', 'Acme Tools Ltd', 'Jane Doe', ['07700900123']],
  ])('%j', (text, company, person, theirs) => {
    const pieces = readFirst(text);
    const others = otherPeople(pieces);
    expect(guessKind(pieces)).toBe('company');
    expect(drafted(withoutOthers(pieces, others)).name).toBe(company);
    expect(numbers(withoutOthers(pieces, others))).toHaveLength(1);
    expect(others.map(({ named }) => named.text)).toEqual([person]);
    expect(numbers(others.flatMap((other) => piecesOfOther(other, pieces)))).toEqual(theirs);
  });

  it('gives the person the job and the mail that stand beside the name', () => {
    const pieces = readFirst('永兴五金有限公司 0571-85123456 王伟 采购经理 13812345678 ww@yongxing.cn');
    const [other] = otherPeople(pieces);
    expect(other?.theirs.map(({ kind }) => kind)).toEqual(['title', 'phone', 'email']);
    expect(drafted(withoutOthers(pieces, other ? [other] : []))).toMatchObject({ emails: [] });
    // As a customer too, it is where they work.
    expect(drafted(other ? piecesOfOther(other, pieces) : [])).toMatchObject({
      name: '王伟',
      title: '采购经理',
      organization: '永兴五金有限公司',
    });
  });

  it.each([
    // The card of a person, whose company has no number of its own.
    ['永兴五金有限公司 王总 13812345678', {}],
    ['王总 13812345678 永兴五金有限公司 0571-85123456', {}],
    ['@永兴五金有限公司 0571-85123456 王总 13812345678', {}],
    // What was said to be the name is the name.
    ['永兴五金有限公司 0571-85123456 王总 13812345678', { 王总: 'name' as const }],
  ])('but who is named stays the customer in %j', (text, meant) => {
    expect(drafted(readFirst(text, meant)).name).toBe('王总');
  });

  it('takes a desk for nobody', () => {
    expect(otherPeople(readFirst('Acme Tools Ltd 020 7946 0958 Head Office 020 7946 0999'))).toEqual([]);
  });
});
