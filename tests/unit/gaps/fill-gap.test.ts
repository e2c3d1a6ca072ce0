import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { fillGap, type Filling } from '#shared/gaps/fill-gap.ts';
import { chosenKeys, gapKeys, gapsOf, type GapKey } from '#shared/gaps/gap-fields.ts';
import { aCustomer } from '../../helpers/builders.ts';

const stamps = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const aField = (part: Partial<CustomField>): CustomField => ({
  ...stamps,
  id: 'f',
  label: '租金',
  type: 'money',
  options: [],
  ...part,
});

function stored(part: Partial<Parameters<typeof aCustomer>[0]> = {}): Customer {
  return { ...aCustomer({ id: 'a', ...part }), ...stamps };
}

function fill(customer: Customer, key: GapKey, text: string, customFields: CustomField[] = []): Filling {
  const references = { find: () => ({ problem: 'bulk.problem.noField' as const }), nameOf: () => '' };
  return fillGap(customer, key, text, { today: '2026-03-01', currency: 'CNY', customFields, words: [], references });
}

/** The customer with the gap filled. */
function filled(customer: Customer, key: GapKey, text: string): Customer {
  const filling = fill(customer, key, text);
  if (!('customer' in filling)) throw new Error(JSON.stringify(filling));
  return { ...filling.customer, ...stamps };
}

describe('filling a gap', () => {
  it.each([
    ['phones', '138 0013 8001'],
    ['ims', 'zhang_san'],
    ['emails', 'a@b.cn'],
    ['region', '杭州'],
    ['region', '浙江省杭州市西湖区'],
    ['addresses', '文三路 1 号'],
    ['birthday', '农历八月十五'],
    ['source', 'fair'],
    ['gender', 'female'],
  ] as const)('takes %s off the list by %s', (key, text) => {
    const customer = stored();
    expect(gapsOf(customer, [])).toContain(key);
    expect(gapsOf(filled(customer, key, text), [])).not.toContain(key);
  });

  it('leaves what is there: a number that does not work, the place of a street, the street of a place', () => {
    const vacant = { raw: '13900139000', kind: 'mobile', status: 'vacant' } as const;
    expect(filled(stored({ phones: [vacant] }), 'phones', '13800138001').phones).toMatchObject([
      vacant,
      { raw: '13800138001' },
    ]);
    const place = filled(stored(), 'region', '杭州西湖区');
    expect(place.addresses).toMatchObject([{ city: '杭州市', district: '西湖区' }]);
    expect(filled(place, 'addresses', '文三路 1 号').addresses).toMatchObject([
      { regionCode: '330106', street: '文三路 1 号' },
    ]);
    const street = stored({ addresses: [{ street: '文三路 1 号', label: '店铺' }] });
    expect(filled(street, 'region', '杭州').addresses).toMatchObject([
      { regionCode: '3301', street: '文三路 1 号', label: '店铺' },
    ]);
    const elsewhere = filled(place, 'addresses', '上海市徐汇区漕溪路 2 号').addresses;
    expect(elsewhere.map(({ regionCode }) => regionCode)).toEqual(['330106', '310104']);
  });

  it('takes a credit code or a contact person for a company', () => {
    const company = stored({ kind: 'company', name: '永兴五金' });
    expect(filled(company, 'identity', '9133 0100 MA2A BCDE 6X').uscc).toBe('91330100MA2ABCDE6X');
    expect(fill(company, 'identity', '李四 138 0013 8001')).toMatchObject({
      person: { name: '李四', phones: [{ e164: '+8613800138001' }] },
    });
    expect(fill(company, 'identity', 'Ann Lee')).toEqual({ person: { name: 'Ann Lee', phones: [] } });
    expect(fill(company, 'tagIds', '#展会')).toEqual({ tag: '展会' });
  });

  it.each([
    ['phones', '没有', 'reach.problem.phones'],
    ['emails', 'a@', 'reach.problem.emails'],
    ['region', '火星', 'gaps.problem.region'],
    ['addresses', '杭州西湖区', 'gaps.problem.street'],
    ['birthday', '13-40', 'facts.invalidBirthday'],
    ['source', 'moon', 'bulk.problem.noChoice'],
    ['identity', '138 0013 8001', 'gaps.problem.identity'],
    ['industry', ' ', 'gaps.problem.empty'],
    ['tagIds', '# ', 'gaps.problem.empty'],
    ['tagIds', '展'.repeat(61), 'facts.tooLong'],
    ['custom:none', 'x', 'bulk.problem.noField'],
    ['custom:f', '很多', 'fields.problem.money'],
  ] as const)('refuses for %s the text %s', (key, text, problem) => {
    expect(fill(stored(), key, text, [aField({})])).toEqual({ problem });
  });

  it('never writes over what somebody else filled meanwhile', () => {
    expect(fill(stored({ industry: '五金' }), 'industry', '餐饮')).toEqual({ problem: 'gaps.problem.filled' });
  });
});

describe('what is asked for', () => {
  const fields = [
    aField({ id: 'must', required: true }),
    aField({ id: 'can' }),
    aField({ id: 'sum', type: 'formula', formula: '1' }),
  ];

  it('is what makes a card complete until somebody chooses, and nothing that nobody can fill', () => {
    expect(chosenKeys(fields, undefined)).toEqual([
      'phones',
      'identity',
      'birthday',
      'region',
      'industry',
      'source',
      'custom:must',
    ]);
    expect(chosenKeys(fields, ['custom:sum', 'custom:can', 'phones', 'gone'])).toEqual(['phones', 'custom:can']);
    expect(gapKeys(fields)).not.toContain('custom:sum');
  });
});
