import { describe, expect, it } from 'vitest';
import { readMoney } from '#shared/formats/values/numbers.ts';
import { parseWords } from '#shared/formats/values/word-list.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { splitAddress } from '#shared/match/region/resolve-address.ts';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';

const length = 5_000;

/** The least of several runs: whatever else the machine does only adds to it. */
function leastMs(run: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.max(1, Math.min(...times));
}

/** How many times as long it takes for a text eight times as long: 8 where each sign is looked at once, 64 where each one with all others. */
function growth(read: (text: string) => unknown, [before, unit, behind]: readonly [string, string, string]): number {
  const ofLength = (signs: number) => before + unit.repeat(signs / unit.length) + behind;
  const [short, long] = [ofLength(length), ofLength(8 * length)];
  return leastMs(() => read(long)) / leastMs(() => read(short));
}

describe('a text that is none of what it is read as', () => {
  it.each([
    ['an address', splitAddress, ['', '(', '!']],
    ['an address', splitAddress, ['1', '（', '1']],
    ['an address', splitAddress, ['x', ' ', '张']],
    ['an address', splitAddress, ['x', '邮编 ', '1']],
    ['phones', normalizePhones, ['x', '*', '张']],
    ['phones', normalizePhones, ['x', '1/', '张']],
    ['an amount', readMoney, ['x', '张', '张']],
    ['words', parseWords, ['x', ' ', '张']],
    ['words', parseWords, ['', '"a', '']],
    ['somebody new', (text: string) => readQuickAdd(text, '2026-11-21'), ['', '*', '']],
  ] as const)('is read as %s in time that grows with its length (%#)', (_name, read, parts) => {
    expect(growth(read, parts)).toBeLessThan(24);
  });
});
