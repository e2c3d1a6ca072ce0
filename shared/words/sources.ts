import type { Source } from '../domain/customer/customer.ts';
import type { Word } from '../domain/word/word.ts';
import { languages } from '../i18n/catalogue.ts';
import { translate } from '../i18n/translate.ts';
import { compactText } from '../match/text.ts';
import { codeName } from './coded-words.ts';

/** Whether what is said about a source only says again, in either language, what it is called. */
export function repeatsSource(detail: string, key: Source, words: readonly Word[]): boolean {
  const names = languages.map((language) => codeName('source', key, words, (message) => translate(language, message)));
  return names.some((name) => compactText(name) === compactText(detail));
}
