import { describe, expect, it } from 'vitest';
import { code } from '#shared/linkage/levels.ts';
import { linkRecordOf, type LinkSource } from '#shared/linkage/link-record.ts';
import { Rarity } from '#shared/linkage/rarity.ts';
import { decideVerdict } from '#shared/linkage/weigh-pair.ts';
import { aLinkSource } from '../../helpers/links.ts';

const one = (part: Partial<LinkSource>) => linkRecordOf({ ...aLinkSource, ...part });
const nearlyCertain = 40;

describe('a verdict by weight', () => {
  const company = { name: '杭州明远科技有限公司', isPerson: false };
  const uscc = '91350100M000100Y43';

  it('never makes one company of two valid credit codes, whatever else agrees', () => {
    const decide = (other: string) =>
      decideVerdict(
        one({ ...company, uscc }),
        one({ ...company, uscc: other }),
        code.name.same,
        'different',
        nearlyCertain,
      );
    expect(decide('91110000600037341L')).toBe('different');
    // A slip of the pen is no code of another company, and none at all says nothing.
    expect(decide('91350100M000100Y44')).toBe('same');
    expect(decide('')).toBe('same');
  });
});

describe('the rarity of a name', () => {
  const holders = ['王芳', '王芳', '王芳', '王芳', '李娜', '李娜', '尉迟恭', '上官云'];
  const rarity = new Rarity();
  for (const name of holders) rarity.add(one({ name }));
  const bitsOf = (name: string) => rarity.bitsOf(one({ name }), code.name.same);

  it('counts half of those who have it, as two of them may be one, and never less than one', () => {
    expect([bitsOf('王芳'), bitsOf('李娜'), bitsOf('尉迟恭')]).toEqual([2, 3, 3]);
  });

  it('says nothing where the name is not what agrees', () => {
    expect(rarity.bitsOf(one({ name: '尉迟恭' }), code.name.other)).toBe(0);
  });
});
