import { IntlMessageFormat } from 'intl-messageformat';
import { errorSentences } from '../errors/codes.ts';
import type { AppError } from '../errors/app-error.ts';
import type { Language } from './catalogue.ts';
import { messages, type MessageKey } from './messages.ts';

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const compiled: Record<Language, Map<string, IntlMessageFormat>> = { 'zh-CN': new Map(), en: new Map() };

function format(language: Language, sentence: string, values: MessageValues | undefined): string {
  if (!sentence.includes('{')) return sentence;
  let message = compiled[language].get(sentence);
  if (!message) {
    message = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
    compiled[language].set(sentence, message);
  }
  return String(message.format(withoutTurns(values ?? {})));
}

/** Marks that turn the direction of what follows; a name that holds one would turn the rest of the sentence around. */
const turns = /[\u202a-\u202e\u2066-\u2069]/;
const allTurns = new RegExp(turns, 'g');

function withoutTurns(values: MessageValues): MessageValues {
  const entries = Object.entries(values);
  if (!entries.some(([, value]) => typeof value === 'string' && turns.test(value))) return { ...values };
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(allTurns, '') : value]),
  );
}

/** The sentence for a key in a language; values fill its ICU MessageFormat arguments. */
export function translate(language: Language, key: MessageKey, values?: MessageValues): string {
  return format(language, messages[key][language === 'zh-CN' ? 0 : 1], values);
}

/** The sentence of an error, with its data in place. */
export function describeError(language: Language, error: AppError): string {
  return format(language, errorSentences[error.code][language === 'zh-CN' ? 0 : 1], error.data);
}
