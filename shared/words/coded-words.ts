import { lossReasons, sources } from '../domain/customer/customer.ts';
import { putOffReasons } from '../domain/follow-up/follow-up.ts';
import type { Word } from '../domain/word/word.ts';
import { messages, type MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { compactText } from '../match/text.ts';
import { listWords, wordName } from './list-words.ts';

/** Lists of which records hold codes: those that Kebu brings along, and where their names stand. */
const codes = {
  source: { fixed: sources, message: 'class.source' },
  /** All of them are the user's own. */
  campaign: { fixed: [], message: 'campaign' },
  lostReason: { fixed: lossReasons, message: 'lossReason' },
  putOffReason: { fixed: putOffReasons, message: 'putOffReason' },
} as const;
export type CodedList = keyof typeof codes;

export function isCodedList(list: string): list is CodedList {
  return Object.hasOwn(codes, list);
}

export function fixedCodes(list: CodedList): readonly string[] {
  return codes[list].fixed;
}

/** What a code is called: as the user says, else as Kebu does. */
export function codeName(list: CodedList, key: string, words: readonly Word[], t: Translate): string {
  const own = wordName(list, key, words);
  if (own !== null) return own;
  const message = `${codes[list].message}.${key}`;
  return Object.hasOwn(messages, message) ? t(message as MessageKey) : t('words.gone');
}

/** The codes that can be chosen, in the user's order; a hidden one only where it is chosen already. */
export function offeredCodes(list: CodedList, words: readonly Word[], chosen?: string): string[] {
  return listWords(list, codes[list].fixed, words)
    .filter(({ key, isHidden }) => !isHidden || key === chosen)
    .map(({ key }) => key);
}

/** The code that the user calls so, whatever its letters and width. */
export function readOwnCode(list: CodedList, text: string, words: readonly Word[]): string | undefined {
  const wanted = compactText(text);
  return words.find(
    (word) => word.list === list && !word.deletedAt && word.name !== undefined && compactText(word.name) === wanted,
  )?.key;
}
