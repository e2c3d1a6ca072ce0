import { describe, expect, it } from 'vitest';
import { linkRecordOf, type LinkSource } from '#shared/linkage/link-record.ts';
import { isValidUscc } from '#shared/match/identifiers.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import { aLinkSource, linksOf } from '../../helpers/links.ts';

function one(part: Partial<LinkSource>) {
  return linkRecordOf({ ...aLinkSource, reading: searchKeys(part.name ?? '').full[0] ?? '', ...part });
}

function link(a: Partial<LinkSource>, b: Partial<LinkSource>) {
  return linksOf([one(a), one(b)])[0];
}

const phones = ['13800138000'];
const company = { isPerson: false, name: '杭州明远科技有限公司' };

describe('two customers', () => {
  it('are probably one with one number and one name, however it is written', () => {
    for (const name of ['张伟', '張偉', '章玮', '张总']) {
      const found = link({ name: '张伟', phones }, { name, phones });
      expect(found?.verdict, name).toBe('same');
    }
    expect(link({ name: '张伟', phones }, { name: '张伟', phones })?.reasons).toEqual(['name-same', 'phone']);
  });

  it('are a household with one number and two names, whatever else they share', () => {
    const home = { phones, addresses: ['文三路70号15栋2645室'] };
    expect(link({ name: '张伟', ...home }, { name: '王芳', ...home })?.verdict).toBe('household');
    const twin = { ...home, birthday: 'solar 1990-08-15' };
    expect(link({ name: '张伟', ...twin }, { name: '张莉莉', ...twin })?.verdict).toBe('household');
  });

  it('are two when nothing but the name is the same, and places of a company never one', () => {
    expect(link({ name: '张伟', phones }, { name: '张伟', phones: ['13900139000'] })).toBeUndefined();
    expect(link(company, { ...company, name: '杭州明远科技有限公司上海分公司' })?.verdict).toBe('branch');
  });

  it('are one with the same credit code, and two with two that are valid', () => {
    const uscc = '91350100M000100Y43';
    expect(link({ ...company, uscc }, { ...company, uscc })?.verdict).toBe('same');
    const other = '91110000600037341L';
    expect(isValidUscc(other)).toBe(true);
    expect(link({ ...company, phones, uscc }, { ...company, phones, uscc: other })).toBeUndefined();
  });

  it('meet by a mobile with two digits swapped and by an address written otherwise', () => {
    const [a, b] = ['文三路70号15栋2645室', '浙江省杭州市西湖区文三路70#15-2645'];
    const found = link(
      { name: '尉迟恭', phones, addresses: [a] },
      { name: '尉迟恭', phones: ['13800130800'], addresses: [b] },
    );
    expect(found?.reasons).toEqual(['name-same', 'phone-slip', 'address']);
  });

  it('have birthdays of two calendars that say nothing of each other', () => {
    const found = link(
      { name: '张伟', phones, birthday: 'lunar 0000-08-15' },
      { name: '张伟', phones, birthday: 'solar 1990-10-03' },
    );
    expect(found?.reasons).not.toContain('birthday-other');
    const known = link(
      { name: '张伟', phones, birthday: 'solar 0000-10-03' },
      { name: '张伟', phones, birthday: 'solar 1990-10-03' },
    );
    expect(known?.reasons).toContain('birthday');
  });
});
