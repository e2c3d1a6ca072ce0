import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../../shared/formats/csv/read-csv.ts';
import { phoneMatchKey } from '../../../shared/match/format-phone.ts';
import { duplicateKeys, judgeIdentities, type Identity } from '../../../shared/match/duplicates.ts';
import { isEmail, isValidUscc, normalizeUscc } from '../../../shared/match/identifiers.ts';
import { normalizePhones } from '../../../shared/match/phone.ts';
import { describeOracle, noOracles, readOracle } from '../../helpers/oracles.ts';

const person = (name: string, ...phones: string[]): Identity => ({ name, phones });

describe('judgeIdentities', () => {
  it('takes one phone and compatible names for one customer', () => {
    expect(judgeIdentities(person('张伟', '+8613800138000'), person('張偉', '+8613800138000'))).toBe('same');
    expect(judgeIdentities(person('张总', '+8613800138000'), person('张伟', '+8613800138000'))).toBe('same');
  });

  it('never merges a household that shares a phone', () => {
    expect(judgeIdentities(person('王建国', '+8613800138000'), person('王建军', '+8613800138000'))).toBe(
      'shared-phone',
    );
    expect(judgeIdentities(person('王建国', '+8613800138000'), person('李秀英', '+8613800138000'))).toBe(
      'shared-phone',
    );
  });

  it('never merges on a name alone', () => {
    expect(judgeIdentities(person('张伟', '+8613800138000'), person('张伟', '+8613900139000'))).toBe('namesake');
    expect(judgeIdentities(person('张伟'), person('张伟'))).toBe('namesake');
  });

  it('keeps a branch and companies of different codes apart', () => {
    const head = { ...person('杭州创达有限公司', '+8657188880000'), uscc: '91330100799655058B' };
    expect(judgeIdentities(head, person('杭州创达有限公司上海分公司', '+8657188880000'))).toBe('branch');
    expect(judgeIdentities(head, { ...person('杭州创达有限公司', '+8657188880000'), uscc: '9144030071526726XG' })).toBe(
      'different',
    );
    expect(judgeIdentities(head, { ...person('创达', ''), uscc: '91330100799655058b' })).toBe('same');
  });

  it('takes the whole name of a company for the company, but not in another city', () => {
    const shop = { ...person('溪岸民宿', '+8613800138000'), isCompany: true, regionCode: '330110' };
    expect(judgeIdentities(shop, { ...person('溪岸民宿', '+8613900139000'), isCompany: true })).toBe('same');
    expect(judgeIdentities(shop, { ...person('溪岸民宿'), isCompany: true, regionCode: '3205' })).toBe('namesake');
    expect(judgeIdentities(shop, person('溪岸民宿'))).toBe('namesake');
  });

  it('takes one customer number for one customer', () => {
    expect(judgeIdentities({ ...person('甲'), code: 'C-1' }, { ...person('乙'), code: 'c1' })).toBe('same');
  });

  it('takes an alias for a name, and a former code for a code, as they are after a merge', () => {
    const merged = { name: '闻人静', aliases: ['赵小满'], code: 'K1', formerCodes: ['K2'], phones: ['+8613955550002'] };
    expect(judgeIdentities({ name: '赵小满', phones: ['+8613955550002'] }, merged)).toBe('same');
    expect(judgeIdentities({ name: '赵小满', code: 'K2', phones: [] }, merged)).toBe('same');
    expect(judgeIdentities({ name: '钱多多', phones: ['+8613955550002'] }, merged)).toBe('shared-phone');
  });
});

describe('identifiers', () => {
  it('refuses an e-mail address without a host', () => {
    expect(isEmail('a.b+c@mail.example.com')).toBe(true);
    for (const text of ['a@b', 'a b@c.d', '无', '@x.cn', 'a@b@c.cn']) expect(isEmail(text)).toBe(false);
  });

  it.skipIf(noOracles('check digits'))('checks the digit of unified social credit codes', () => {
    const { uscc } = JSON.parse(readOracle('ids/check_digits.json')) as {
      uscc: { code: string; valid: boolean; valid_after_uppercase: boolean }[];
    };
    for (const { code, valid, valid_after_uppercase } of uscc) {
      expect(isValidUscc(code), code).toBe(valid);
      expect(isValidUscc(normalizeUscc(code)), code).toBe(valid_after_uppercase);
    }
  });
});

describeOracle('linkage oracle', () => {
  const rows = (file: string): Record<string, string>[] => {
    const reader = createCsvReader(',');
    const parts = [reader.push(readOracle(`linkage-zh/${file}`).replace(/^\ufeff/, '')), reader.end()];
    const [header = [], ...data] = parts.flatMap((part) => part.rows);
    return data.map((cells) => Object.fromEntries(cells.map((cell, column) => [header[column], cell])));
  };
  const truth = new Map(rows('zh_customers_dev_truth.csv').map((row) => [row['rec_id']!, row['entity_id']!]));
  const identities = rows('zh_customers_dev.csv').map((row) => ({
    id: row['rec_id']!,
    identity: {
      name: row['客户名称']!,
      isCompany: row['客户类型'] === '企业',
      uscc: row['统一社会信用代码'],
      emails: [row['邮箱']!].filter(Boolean),
      phones: [row['手机']!, row['电话']!]
        .flatMap((cell) => normalizePhones(cell))
        .map(({ phone }) => phoneMatchKey(phone)),
    } satisfies Identity,
  }));

  it('calls nobody the same who is not, and finds most of the true pairs by shared keys', () => {
    const blocks = new Map<string, typeof identities>();
    for (const entry of identities) {
      for (const key of duplicateKeys(entry.identity)) blocks.set(key, [...(blocks.get(key) ?? []), entry]);
    }
    const found = new Set<string>();
    const wrong: string[] = [];
    for (const block of blocks.values()) {
      for (const [index, a] of block.entries()) {
        for (const b of block.slice(index + 1)) {
          if (judgeIdentities(a.identity, b.identity) !== 'same') continue;
          if (truth.get(a.id) === truth.get(b.id)) found.add([a.id, b.id].sort().join());
          else wrong.push(`${a.identity.name} ${b.identity.name}`);
        }
      }
    }
    const groups = Map.groupBy(truth, ([, entity]) => entity);
    const truePairs = [...groups.values()].reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0);
    expect(wrong).toEqual([]);
    expect(found.size / truePairs).toBeGreaterThan(0.55);
  });
});
