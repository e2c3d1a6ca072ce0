import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWeakness, isStrongPassphrase, normalizePassphrase } from '#shared/crypto/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    'quiet river under stone',
    'correct-piano-lemon-trousers',
    'xK7#mPq2$vLw',
    '落霞与孤鹜齐飞',
    '春眠不觉晓处处闻啼鸟',
    'Rwz9-tK4q-hP2m',
    '老王家的猫叫阿黄 2009',
    'ﬃanced gördel muß Ångström',
  ])('%j may protect an archive', (passphrase) => {
    expect(isStrongPassphrase(passphrase)).toBe(true);
  });

  it.each([
    '',
    '123456',
    'password',
    'password1234',
    'Passw0rd!2024',
    'passwordpassword123456',
    'qwertyuiop12',
    'QWERTYUIOPASDFGHJKL',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'abcdefghijklmnop',
    '987654321987654321',
    '13800138000',
    '19900101199001',
    'woaini5201314',
    'woainiwoaini1314520',
    'correct horse battery staple'.replaceAll(' ', ''),
    'kebu kebu kebu kebu',
    'a b c d e',
    '一二三四五',
    '我爱你我爱你我爱你',
    '密码密码密码密码',
    '客簿客户档案密码',
    'admin admin admin 2025',
    'zhangsan19850312',
    '1q2w3e4r5t1q2w3e4r5t',
    'q1w2e3r4t5y6',
    // Telephone numbers and birthdays with a little around them.
    'wx13912345678ok',
    '13912345678zhang',
    'liwei19880808',
    'lw880808&890909',
    '张伟1988年0808',
    // What is liked where Chinese is spoken, in letters and in characters.
    'woaibaobei1314',
    'woshishuishei',
    'gongxifacai888',
    'haohaoxuexitiantianxiangshang',
    'woaibeijingtiananmen',
    'wangxiaoming1990',
    'jintiantianqihao',
    '好好学习天天向上',
    '我爱北京天安门',
    '恭喜发财生日快乐',
    '床前明月光疑是地上霜',
  ])('%j is refused', (passphrase) => {
    expect(isStrongPassphrase(passphrase)).toBe(false);
  });

  it('is refused when it is among the 49,233 that are tried first', async () => {
    const { default: list } = (await import('@zxcvbn-ts/language-common/src/passwords.json')) as { default: string[] };
    expect(list.length).toBeGreaterThan(49_000);
    expect(list.filter(isStrongPassphrase)).toEqual([]);
  });

  it('is told why it is refused', () => {
    expect(findWeakness('rwz9-tK4')).toBe('short');
    expect(findWeakness('茶馆')).toBe('short');
    expect(findWeakness('woaini5201314woaini')).toBe('guessable');
    expect(findWeakness('philadelphia')).toBe('guessable');
    expect(findWeakness('青石板路 rainy evening 茶馆')).toBeNull();
  });

  it('is weighed at once however many syllables it has that can be parted in two ways', { timeout: 2_000 }, () => {
    const syllables = 'xian liao bian guai mian piao jiang qiong lian dian tuan luan zhuang shuang biao niao'.split(
      ' ',
    );
    // Its last letter begins one more, as while it is being typed.
    const typed = `${[...syllables, ...syllables.toReversed()].join('')}q`;
    expect(findWeakness(typed)).toBeNull();
  });

  it('is accepted when its letters were drawn at random', () => {
    const letters = fc.constantFrom(...Array.from('bcdfghjkmnpqrstvwxz23456789'));
    const drawn = fc.array(letters, { minLength: 16, maxLength: 16 }).filter((all) => new Set(all).size > 8);
    fc.assert(
      fc.property(drawn, (all) => isStrongPassphrase(all.join(''))),
      { numRuns: 200, seed: 1 },
    );
  });

  it('is the same whichever way its accents were typed', () => {
    expect(normalizePassphrase('u\u0308ber')).toBe(normalizePassphrase('über'));
  });
});
