import { sources, type Source } from '../domain/customer/customer.ts';
import type { Word } from '../domain/word/word.ts';
import { messages, type MessageKey } from '../i18n/messages.ts';
import { translate, type Translate } from '../i18n/translate.ts';
import { compactText } from '../match/text.ts';
import { listWords, wordName } from './list-words.ts';

/** What a source is called: as the user says, else as Kebu does. */
export function sourceName(key: Source, words: readonly Word[], t: Translate): string {
  const own = wordName('source', key, words);
  if (own !== null) return own;
  const message = `class.source.${key}`;
  return Object.hasOwn(messages, message) ? t(message as MessageKey) : t('words.gone');
}

/** Whether what is said about a source only says again, in either language, what it is called. */
export function repeatsSource(detail: string, key: Source, words: readonly Word[]): boolean {
  const names = (['zh-CN', 'en'] as const).map((language) =>
    sourceName(key, words, (message) => translate(language, message)),
  );
  return names.some((name) => compactText(name) === compactText(detail));
}

/** The sources that can be chosen, in the user's order; a hidden one only where it is chosen already. */
export function offeredSources(words: readonly Word[], chosen?: string): Source[] {
  return listWords('source', sources, words)
    .filter(({ key, isHidden }) => !isHidden || key === chosen)
    .map(({ key }) => key);
}

/** The source that the user calls so, whatever its letters and width. */
export function readOwnSource(text: string, words: readonly Word[]): Source | undefined {
  const wanted = compactText(text);
  return words.find(
    ({ list, name, deletedAt }) =>
      list === 'source' && !deletedAt && name !== undefined && compactText(name) === wanted,
  )?.key;
}
