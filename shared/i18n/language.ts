import type { Language } from './catalogue.ts';

/** zh-CN where the system speaks any Chinese, English elsewhere. */
export function selectLanguage(locales: readonly string[]): Language {
  return /^zh\b/i.test(locales[0] ?? '') ? 'zh-CN' : 'en';
}
