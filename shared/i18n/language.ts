import type { Language } from './catalogue.ts';

/** zh-CN where the system speaks any Chinese, English elsewhere. */
export function selectLanguage(locales: readonly string[]): Language {
  return /^zh\b/i.test(locales[0] ?? '') ? 'zh-CN' : 'en';
}

/** The region (ISO 3166) that the first of the system's languages with one says, `GB` of `en-GB`; empty when none does. */
export function regionOf(locales: readonly string[]): string {
  for (const locale of locales) {
    const [, region] = /^[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?[-_]([A-Z]{2})\b/.exec(locale) ?? [];
    if (region !== undefined) return region;
  }
  return '';
}
