import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, Email, Phone } from '#shared/domain/customer/customer.ts';
import { changeAt, moveTo, removeAt, rewriteAll, writeReach } from '#shared/reach/lists.ts';
import { isUsable, isWholeLine, rulesOf, usableFirst, wayRules } from '#shared/reach/ways.ts';

const mobile: Phone = { raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile', label: '工作', status: 'vacant' };
const shop: Phone = { raw: '0571-88886666', e164: '+8657188886666', kind: 'landline' };

function written<R>(result: { list: R[] } | { problem: string }): R[] {
  if ('problem' in result) throw new Error(result.problem);
  return result.list;
}

describe('writing a place of a list', () => {
  it('keeps everything that is known of a number that is only written differently', () => {
    expect(written(writeReach('phones', [mobile, shop], 0, '13800138000'))).toEqual([
      { ...mobile, raw: '13800138000' },
      shop,
    ]);
  });

  it('keeps the label of another number at the same place, and forgets what was known of the old one', () => {
    const [first] = written(writeReach('phones', [mobile], 0, '13912345678'));
    expect(first).toEqual({ raw: '13912345678', e164: '+8613912345678', kind: 'mobile', label: '工作' });
  });

  it('takes all that are pasted at once, and the place away when nothing is left', () => {
    expect(written(writeReach('phones', [shop], 1, '13912345678；13700001111')).map(rulesOf('phones').write)).toEqual([
      '0571-88886666',
      '13912345678',
      '13700001111',
    ]);
    expect(written(writeReach('phones', [mobile, shop], 0, ' '))).toEqual([shop]);
  });

  it('refuses what is none, what is there already, and more than a record takes', () => {
    for (const text of ['没有号码', '139abc', '13800138000；abc139'])
      expect(writeReach('phones', [], 0, text), text).toEqual({ problem: 'reach.problem.phones' });
    for (const text of ['110', '8012', '分机8012', 'ext 8012', 'tel139', '139 1234 5678 ext.12'])
      expect(writeReach('phones', [], 0, text), text).not.toHaveProperty('problem');
    expect(writeReach('phones', [], 0, '1.38E+10')).toEqual({ problem: 'reach.problem.scientific' });
    expect(writeReach('emails', [], 0, 'zhang at qq')).toEqual({ problem: 'reach.problem.emails' });
    expect(writeReach('phones', [mobile, shop], 1, '+86 138 0013 8000')).toEqual({ problem: 'reach.problem.twice' });
    const many = Array.from({ length: 50 }, (_, n): Email => ({ address: `a${n}@example.com` }));
    expect(writeReach('emails', many, 50, 'b@example.com')).toEqual({ problem: 'reach.problem.tooMany' });
  });

  it('parts a pasted address, and keeps the country that its line does not tell', () => {
    const [address] = written(
      writeReach('addresses', [{ country: '中国', street: '旧址' }], 0, '310012 浙江省杭州市西湖区文三路1号'),
    );
    expect(address).toEqual({
      regionCode: '330106',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      street: '文三路1号',
      postcode: '310012',
      country: '中国',
    });
  });

  it('reads accounts by the word before them', () => {
    const read = (text: string) => written(writeReach('ims', [], 0, text));
    expect(read('企业微信: li-si；qq 12345678；zhang_san')).toEqual([
      { kind: 'wecom', account: 'li-si' },
      { kind: 'qq', account: '12345678' },
      { kind: 'wechat', account: 'zhang_san' },
    ]);
  });
});

describe('all of a list as one text', () => {
  it('keeps what is known of those that are still in it', () => {
    expect(written(rewriteAll('phones', [mobile, shop], '0571-88886666；13800138000'))).toEqual([shop, mobile]);
  });

  it('is what it was when nothing is changed', () => {
    const address = fc.record(
      {
        province: fc.constantFrom('浙江省', '四川省'),
        street: fc.string({ minLength: 1, maxLength: 20 }),
        label: fc.constant('公司'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(address, { maxLength: 4 }), (list: Address[]) => {
        const { write, keyOf } = rulesOf('addresses');
        // Marks before the first word are no part of an address: one of marks alone is read as another.
        const told = list.filter((each) => /[\p{L}\p{N}]/u.test(write(each)) && !/[;；\n]/.test(write(each)));
        const again = written(rewriteAll('addresses', told, told.map(write).join('；')));
        expect(again.map(keyOf)).toEqual([...new Set(told.map(keyOf))]);
      }),
    );
  });
});

describe('the order of a list', () => {
  it('loses and repeats none, wherever one is moved', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { minLength: 1 }),
        fc.nat(20),
        fc.integer({ min: -3, max: 25 }),
        (list, from, to) => {
          const at = from % list.length;
          const moved = moveTo(list, at, to);
          expect(new Set(moved)).toEqual(new Set(list));
          expect(moved).toHaveLength(list.length);
          expect(moved[Math.max(0, Math.min(list.length - 1, to))]).toBe(list[at]);
        },
      ),
    );
  });

  it('changes one place, and takes away a part that is undefined', () => {
    expect(changeAt([mobile, shop], 0, { status: undefined, label: '家' })).toEqual([
      { raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile', label: '家' },
      shop,
    ]);
    expect(removeAt([mobile, shop], 1)).toEqual([mobile]);
  });

  it('puts what can be used before what cannot', () => {
    expect([mobile, shop].map(isUsable)).toEqual([false, true]);
    expect(usableFirst([mobile, shop])).toEqual([shop, mobile]);
  });
});

describe('how they are written', () => {
  it('copies numbers as a dialler takes them', () => {
    const { plain, read } = wayRules.phones;
    const copied = (text: string) => (read(text) as Phone[]).map(plain);
    expect(copied('+86 138 0013 8000；(0571) 8888-6666；010 8888 6666；400-820-8820；+1 415 555 2671')).toEqual([
      '13800138000',
      '057188886666',
      '01088886666',
      '4008208820',
      '+14155552671',
    ]);
  });

  it('knows an address that one line does not tell', () => {
    expect(
      isWholeLine('addresses', {
        regionCode: '330106',
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
        street: '文三路1号',
      }),
    ).toBe(true);
    expect(isWholeLine('addresses', { city: 'Springfield', street: '12 Main St', country: 'USA' })).toBe(false);
  });
});
