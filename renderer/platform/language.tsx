import { createContext, useCallback, useContext, type ReactNode } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { joinWords } from '#shared/i18n/format.ts';
import { describeError, translate, type Translate } from '#shared/i18n/translate.ts';

const LanguageContext = createContext<Language>('zh-CN');

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `t(key, values)` in the language of the screen. */
export function useT(): Translate {
  const language = useLanguage();
  return useCallback((key, values) => translate(language, key, values), [language]);
}

/** Says several words beside one another. */
export function useJoin(): (words: readonly string[]) => string {
  const language = useLanguage();
  return useCallback((words) => joinWords(language, words), [language]);
}

/** The sentence for an expected failure. */
export function useDescribeError(): (error: AppError) => string {
  const language = useLanguage();
  return useCallback((error) => describeError(language, error), [language]);
}
