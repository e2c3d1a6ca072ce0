import { sayValues } from '#shared/classify/say.ts';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { TodayItem } from '../engine/api.ts';
import { useToday } from '../platform/clock.ts';
import { useLanguage } from '../platform/language.tsx';

/** The sentence for a reason of Today: why this customer, why now. */
export function useWhyNow(): (why: TodayItem['why'][number]) => string {
  const language = useLanguage();
  const today = useToday();
  return ({ rule, values }) => {
    const key = `why.today.${rule}`;
    return Object.hasOwn(messages, key)
      ? translate(language, key as MessageKey, sayValues(language, values, today))
      : '';
  };
}
