import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { groupsOfPaperKey, isPaperKeyGroup, parsePaperKey } from '#shared/crypto/paper-key.ts';

describe('the paper key', () => {
  it('is fifteen groups that join to it', async () => {
    const key = await generateX25519Identity();
    const groups = groupsOfPaperKey(key);
    expect(groups).toHaveLength(15);
    expect(groups.slice(0, 14).every((group) => group.length === 4)).toBe(true);
    expect(`AGE-SECRET-KEY-1${groups.join('')}`).toBe(key);
  });

  it('is read however it is typed', async () => {
    const key = await generateX25519Identity();
    const groups = groupsOfPaperKey(key);
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    for (const typed of [
      key,
      key.toLowerCase(),
      groups.join(' '),
      groups.join('-').toLowerCase(),
      `AGE-SECRET-KEY-1\n${groups.slice(0, 8).join(' ')}\n${groups.slice(8).join(' ')}\n`,
      wide(key),
      key.replaceAll('0', 'O').replaceAll('8', 'B'),
      key.slice(16).replaceAll('L', '1'),
      key.slice(16).toLowerCase().replaceAll('l', 'I'),
    ]) {
      expect(parsePaperKey(typed)).toBe(key);
    }
  });

  it.each([
    '',
    'AGE-SECRET-KEY-1',
    'AGE-SECRET-KEY-1QQQQ',
    `AGE-SECRET-KEY-1${'Q'.repeat(59)}`,
    `AGE-SECRET-KEY-1${'$'.repeat(58)}`,
    `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`,
    `age1${'q'.repeat(58)}`,
    '纸质密钥',
  ])('refuses %j', (typed) => {
    expect(parsePaperKey(typed)).toBeNull();
  });

  it('knows its own groups and no others', async () => {
    const key = await generateX25519Identity();
    const groups = groupsOfPaperKey(key);
    for (const [index, group] of groups.entries()) {
      expect(isPaperKeyGroup(key, index, ` ${group.toLowerCase()} `)).toBe(true);
      expect(isPaperKeyGroup(key, index, '')).toBe(false);
      expect(isPaperKeyGroup(key, index, group.slice(1))).toBe(false);
    }
    expect(isPaperKeyGroup(key, 15, '')).toBe(false);
  });
});
