import { describe, expect, it } from 'vitest';
import type { Customer, Phone } from '#shared/domain/customer/customer.ts';
import type { MergeChoices, MergeWhy } from '#shared/merge/decide-facts.ts';
import { mergeFacts } from '#shared/merge/merge-facts.ts';
import type { MergeFact } from '#shared/merge/merge-fields.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';

const stamp = '2026-01-01T00:00:00.000Z';

function one(id: string, part: Partial<Customer> = {}): Customer {
  return { ...aCustomer({ code: id, ...part, id }), version: 1, createdAt: stamp, updatedAt: stamp };
}

function merge(customers: Customer[], choices: MergeChoices = {}, strangers: string[] = []) {
  const mayIntroduce = (id: string) => !strangers.includes(id) && customers.every((each) => each.id !== id);
  return mergeFacts({ customers, choices, mayIntroduce });
}

function whyOf(customers: Customer[], fact: MergeFact): MergeWhy | undefined {
  return merge(customers).decisions.find((each) => each.fact === fact)?.why;
}

const mobile = (raw: string, more: object = {}) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const, ...more });

describe('of the single facts', () => {
  it('what is there comes before what is empty', () => {
    const { customer } = merge([one('a', { title: '' }), one('b', { title: '店长', organization: '云栖' })]);
    expect(customer).toMatchObject({ title: '店长', organization: '云栖' });
    expect(whyOf([one('a'), one('b', { title: '店长' })], 'title')).toBe('only');
  });

  it('what was verified later comes before what says more', () => {
    const old = one('a', { organization: '云栖茶业有限公司', verifiedOn: '2025-01-01' });
    const fresh = one('b', { organization: '云栖', verifiedOn: '2026-01-01' });
    expect(merge([old, fresh]).customer.organization).toBe('云栖');
    expect(whyOf([old, fresh], 'organization')).toBe('verified');
    expect(merge([old, { ...fresh, verifiedOn: '2025-01-01' }]).customer.organization).toBe('云栖茶业有限公司');
  });

  it('the survivor’s stays where nothing speaks for another', () => {
    const both = [
      one('a', { kind: 'person', creditLimitFen: 100 }),
      one('b', { kind: 'partner', creditLimitFen: 99_999 }),
    ];
    expect(merge(both).customer).toMatchObject({ kind: 'person', creditLimitFen: 100 });
    expect(whyOf(both, 'creditLimitFen')).toBe('survivor');
  });

  it('a whole name comes before a form of address, with the parts that belong to it', () => {
    const titled = one('a', { name: '张总', verifiedOn: '2026-02-01' });
    const whole = one('b', { name: '张伟', familyName: '张', givenName: '伟' });
    const { customer } = merge([titled, whole]);
    expect(customer).toMatchObject({ name: '张伟', familyName: '张', givenName: '伟', aliases: ['张总'] });
    expect(whyOf([titled, whole], 'name')).toBe('whole-name');
  });

  it('the earliest day of acquaintance stays, and the latest of verifying', () => {
    const both = [
      one('a', { acquiredOn: '2024-05-01' }),
      one('b', { acquiredOn: '2023-01-01', verifiedOn: '2026-01-01' }),
    ];
    expect(merge(both).customer).toMatchObject({ acquiredOn: '2023-01-01', verifiedOn: '2026-01-01' });
  });

  it('where somebody was found stays with the word for it', () => {
    const both = [one('a', { source: 'fair' }), one('b', { source: 'store', sourceDetail: '湖滨店' })];
    const { customer } = merge(both, { source: anId('a') });
    expect(customer.source).toBe('fair');
    expect(customer.sourceDetail).toBeUndefined();
  });

  it('nobody introduces himself, over others either', () => {
    const both = [one('a', { referrerId: anId('child') }), one('b', { referrerId: anId('a') })];
    expect(merge(both, {}, ['child']).customer.referrerId).toBeUndefined();
    const third = one('c', { referrerId: anId('x'), referral: { note: '同学' } });
    expect(merge([...both, third], {}, ['child']).customer).toMatchObject({
      referrerId: 'x',
      referral: { note: '同学' },
    });
  });
});

describe('of the facts that may be several', () => {
  it('all are kept, what is the same once, with what each knows of it', () => {
    const a = one('a', { phones: [mobile('13800138000')], tagIds: ['t1'] });
    const b = one('b', {
      phones: [
        mobile('13800138000', { label: '家', status: 'vacant', verifiedAt: '2026-01-02T00:00:00.000Z' }),
        mobile('13900139000'),
      ],
      tagIds: ['t1', 't2'],
    });
    const { customer } = merge([a, b]);
    expect(customer.phones).toEqual([
      mobile('13800138000', { label: '家', status: 'vacant', verifiedAt: '2026-01-02T00:00:00.000Z' }),
      mobile('13900139000'),
    ]);
    expect(customer.tagIds).toEqual(['t1', 't2']);
  });

  it('how a number stands is told by whoever looked last, whosever it is', () => {
    const looked = (year: number, state: object) =>
      mobile('13800138000', { ...state, verifiedAt: `${year}-01-02T00:00:00.000Z` });
    const joined = (a: object, b: object) =>
      merge([one('a', { phones: [a as Phone] }), one('b', { phones: [b as Phone] })]).customer.phones;
    const older = looked(2025, { status: 'vacant' });
    // Found right without a word on it is valid.
    for (const newer of [looked(2026, { status: 'suspended' }), looked(2026, {})]) {
      expect(joined(older, newer)).toEqual([newer]);
      expect(joined(newer, older)).toEqual([newer]);
    }
    expect(joined(mobile('13800138000'), mobile('13800138000', { status: 'vacant' }))).toEqual([
      mobile('13800138000', { status: 'vacant' }),
    ]);
  });

  it('two extensions of one number are two', () => {
    const ext = (extension: string) => ({
      raw: `0571-88880000-${extension}`,
      e164: '+8657188880000',
      extension,
      kind: 'landline' as const,
    });
    expect(
      merge([one('a', { phones: [ext('801')] }), one('b', { phones: [ext('802')] })]).customer.phones,
    ).toHaveLength(2);
  });

  it('the stricter wish not to be contacted holds', () => {
    const both = [one('a', { doNotContact: ['sms'] }), one('b', { doNotContact: ['phone', 'sms'] })];
    expect(merge(both).customer.doNotContact).toEqual(['sms', 'phone']);
    expect(whyOf(both, 'doNotContact')).toBe('strict');
  });

  it('notes are joined, and one that says it all already is not said twice', () => {
    expect(merge([one('a', { note: '爱喝龙井' }), one('b', { note: '住在滨江' })]).customer.note).toBe(
      '爱喝龙井\n\n住在滨江',
    );
    expect(merge([one('a', { note: '爱喝龙井，住在滨江' }), one('b', { note: '住在滨江' })]).customer.note).toBe(
      '爱喝龙井，住在滨江',
    );
  });

  it('own fields are united, of one value each the better one', () => {
    const both = [
      one('a', { customFields: { f1: '红', f3: ['x'] } }),
      one('b', { customFields: { f2: 7, f3: ['y', 'x'] } }),
    ];
    expect(merge(both).customer.customFields).toEqual({ f1: '红', f2: 7, f3: ['x', 'y'] });
  });

  it('the other’s code finds the survivor from now on', () => {
    const both = [one('a', { code: 'A1' }), one('b', { code: 'B1', formerCodes: ['B0'] })];
    expect(merge(both).customer).toMatchObject({ code: 'A1', formerCodes: ['B0', 'B1'] });
    // A number that it has itself is none of its past.
    const again = one('c', { code: 'C1', formerCodes: ['A1'] });
    expect(merge([one('a', { code: 'A1' }), again]).customer.formerCodes).toEqual(['C1']);
  });

  it('more than a record holds is told and not cut off', () => {
    const many = (from: number) =>
      Array.from({ length: 30 }, (_, n) => mobile(`138${String(from + n).padStart(8, '0')}`));
    const { customer, tooMuch } = merge([one('a', { phones: many(0) }), one('b', { phones: many(100) })]);
    expect(tooMuch).toEqual(['phones']);
    expect(customer.phones).toHaveLength(60);
  });
});

describe('an answer', () => {
  it('is the one that was given last, whosever it is', () => {
    const answered = (on: string) => ({ answers: { 'custom:f1': { is: 'none' as const, on } } });
    const [older, newer] = [answered('2025-03-01'), answered('2026-03-01')];
    for (const [first, second] of [
      [older, newer],
      [newer, older],
    ] as const) {
      expect(merge([one('a', first), one('b', second)]).customer.answers).toEqual(newer.answers);
    }
  });
});

describe('a choice', () => {
  const both = [
    one('a', { title: '店长', phones: [mobile('13800138000')] }),
    one('b', { title: '经理', phones: [mobile('13900139000')] }),
  ];

  it('goes before the policy, one fact at a time', () => {
    const { customer, decisions } = merge(both, { title: anId('b'), phones: anId('b') });
    expect(customer.title).toBe('经理');
    expect(customer.phones.map(({ raw }) => raw)).toEqual(['13900139000']);
    expect(decisions.find(({ fact }) => fact === 'title')?.why).toBe('chosen');
  });

  it('of two at once is no choice where only one can stand', () => {
    expect(merge(both, { title: 'all' }).customer.title).toBe('店长');
    expect(merge(both, { title: 'all' }).decisions.find(({ fact }) => fact === 'title')?.chosen).toBe('a');
  });

  it('of somebody who is none of them is no choice', () => {
    expect(merge(both, { title: anId('stranger') }).customer.title).toBe('店长');
  });
});
