import { describe, expect, it } from 'vitest';
import { isEmail, isValidUscc, normalizeUscc } from '../../../shared/match/identifiers.ts';
import { noOracles, readOracle } from '../../helpers/oracles.ts';

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
