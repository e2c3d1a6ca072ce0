import { describe, expect, it } from 'vitest';
import { draftCustomer } from '#shared/quick-add/draft-customer.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { otherPeople, otherRolesOf, piecesOfOther, withoutOthers } from '#shared/quick-add/other-people.ts';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';

const read = (text: string) => readQuickAdd(text, '2026-11-30');
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

  it('are nobody once they were said to be something else', () => {
    expect(otherPeople(read('王总 13800138000 王嫂 13900139000'), { 王嫂: 'note' })).toEqual([]);
  });

  it('are no contact persons of a person', () => {
    expect(otherRolesOf('person')).toEqual(['customer', 'same']);
    expect(otherRolesOf('company')).toContain('contact');
  });
});
