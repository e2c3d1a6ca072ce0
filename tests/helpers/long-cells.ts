import { readMoney } from '#shared/money/read-money.ts';
import { parseWords } from '#shared/formats/values/word-list.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { splitAddress } from '#shared/match/region/resolve-address.ts';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';

interface LongCell {
  readAs: string;
  read: (text: string) => unknown;
  /** What stands before, again and again, and behind. */
  parts: readonly [before: string, unit: string, behind: string];
}

/** Texts that are none of what they are read as. To know it, each sign of them was looked at with all others once. */
export const longCells: readonly LongCell[] = [
  { readAs: 'address', read: (text) => splitAddress(text), parts: ['', '(', '!'] },
  { readAs: 'address', read: (text) => splitAddress(text), parts: ['1', '（', '1'] },
  { readAs: 'address', read: (text) => splitAddress(text), parts: ['x', ' ', '张'] },
  { readAs: 'address', read: (text) => splitAddress(text), parts: ['x', '邮编 ', '1'] },
  { readAs: 'phone', read: (text) => normalizePhones(text), parts: ['x', '*', '张'] },
  { readAs: 'phone', read: (text) => normalizePhones(text), parts: ['x', '1/', '张'] },
  { readAs: 'amount', read: (text: string) => readMoney(text, 'CNY'), parts: ['x', '张', '张'] },
  { readAs: 'list of words', read: (text) => parseWords(text), parts: ['x', ' ', '张'] },
  { readAs: 'list of words', read: (text) => parseWords(text), parts: ['', '"a', ''] },
  { readAs: 'new customer', read: (text) => readQuickAdd(text, '2026-11-21'), parts: ['', '*', ''] },
];

export function ofLength(signs: number, { parts: [before, unit, behind] }: LongCell): string {
  return before + unit.repeat(signs / unit.length) + behind;
}
