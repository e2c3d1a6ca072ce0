import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { type MessageValues, translate } from '#shared/i18n/translate.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The sentence in each language. */
export function inEach(key: MessageKey, values?: MessageValues): string[] {
  return languages.map((language) => translate(language, key, values));
}

function inBoth(key: MessageKey, values?: MessageValues): string {
  return inEach(key, values)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|');
}

/** Matches the sentence in either language, and nothing around it: page objects work in both. */
export function said(key: MessageKey, values?: MessageValues): RegExp {
  return new RegExp(`^(?:${inBoth(key, values)})$`);
}

/** Matches what begins with the sentence. */
export function saidFirst(key: MessageKey, values?: MessageValues): RegExp {
  return new RegExp(`^(?:${inBoth(key, values)})`);
}

/** Matches what ends with the sentence, as the name of a choice does: what is chosen, then what it is for. */
export function saidLast(key: MessageKey, values?: MessageValues): RegExp {
  return new RegExp(`(?:${inBoth(key, values)})$`);
}
