import { describe, expect, it } from 'vitest';
import { judgeRecords } from '#shared/linkage/judge-records.ts';
import { linkRecordOf, type LinkSource } from '#shared/linkage/link-record.ts';
import { aLinkSource } from '../../helpers/links.ts';

const one = (part: Partial<LinkSource>) => linkRecordOf({ ...aLinkSource, ...part });
const phones = ['13800138000'];
const judge = (a: Partial<LinkSource>, b: Partial<LinkSource>) => {
  const verdict = judgeRecords(one(a), one(b));
  expect(judgeRecords(one(b), one(a))).toBe(verdict);
  return verdict;
};

describe('what is certain of two records', () => {
  it('is that one phone and compatible names are one customer', () => {
    for (const name of ['张伟', '張偉', '张总', '章玮', 'Zhang Wei']) {
      expect(judge({ name: '张伟', phones }, { name, phones }), name).toBe('same');
    }
  });

  it('is that a household that shares a phone is two', () => {
    for (const name of ['王建军', '李秀英']) {
      expect(judge({ name: '王建国', phones }, { name, phones }), name).toBe('household');
    }
    const ims = ['family_wx'];
    expect(judge({ name: '王建国', ims }, { name: '李秀英', ims })).toBe('household');
  });

  it('is that somebody reached at a company is no company', () => {
    const company = { name: '杭州创达有限公司', isPerson: false, people: ['王建国'] };
    for (const reach of [{ phones }, { emails: ['wang@chuangda.example'] }]) {
      expect(judge({ ...company, ...reach }, { name: '王建国', ...reach })).toBe('contact');
      expect(judge({ ...company, ...reach }, { name: '苏州明远科技', isPerson: false, ...reach })).toBe('contact');
    }
  });

  it('is nothing by a name alone', () => {
    expect(judge({ name: '张伟', phones }, { name: '张伟', phones: ['13900139000'] })).toBe('namesake');
    expect(judge({ name: '张伟' }, { name: '张伟' })).toBe('namesake');
    expect(judge({ name: '张伟', emails: ['w@a.example'] }, { name: '张伟', emails: ['W@A.example'] })).toBe('same');
    expect(judge({ name: '张伟', ims: ['zw_1'] }, { name: '张伟', ims: ['ZW_1'] })).toBe('same');
  });

  it('is that a branch, and companies of two codes, are two', () => {
    const head = { name: '杭州创达有限公司', isPerson: false, phones: ['057188880000'], uscc: '91330100799655058B' };
    expect(judge(head, { ...head, name: '杭州创达有限公司上海分公司', uscc: '' })).toBe('branch');
    expect(judge(head, { ...head, uscc: '9144030071526726XG' })).toBe('different');
    expect(judge(head, { name: '创达', isPerson: false, uscc: '91330100799655058b' })).toBe('same');
  });

  it('takes the whole name of a company for the company, but not in another city', () => {
    const shop = { name: '溪岸民宿', isPerson: false, phones, city: '3301' };
    expect(judge(shop, { ...shop, phones: ['13900139000'] })).toBe('same');
    expect(judge(shop, { ...shop, phones: [], city: '33' })).toBe('same');
    expect(judge(shop, { ...shop, phones: [], city: '3205' })).toBe('namesake');
    expect(judge(shop, { name: '溪岸民宿' })).toBe('namesake');
    expect(judge({ ...shop, codes: ['1'] }, { ...shop, phones: [], codes: ['2'] })).toBe('namesake');
  });

  it('believes a customer number as long as not everything else is strange', () => {
    const codes = ['C-1'];
    expect(judge({ name: '张伟', codes }, { name: '张伟', codes: ['c1'] })).toBe('same');
    expect(judge({ name: '张伟', codes, phones }, { name: '王芳', codes, phones })).toBe('same');
    expect(judge({ name: '张伟', codes }, { name: '王芳', codes })).toBe('different');
  });

  it('takes an alias for a name, and a former code for a code, as they are after a merge', () => {
    const merged = { name: '闻人静', aliases: ['赵小满'], codes: ['K1', 'K2'], phones };
    expect(judge({ name: '赵小满', phones }, merged)).toBe('same');
    expect(judge({ name: '赵小满', codes: ['K2'] }, merged)).toBe('same');
    expect(judge({ name: '钱多多', phones }, merged)).toBe('household');
  });
});
