import type { Answer } from '../domain/customer/answer.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Translate } from '../i18n/translate.ts';

/** What was answered instead of a value, with its day, as it is stored or as a screen says days; empty for no answer. */
export function sayAnswer(
  t: Translate,
  answer: Answer | undefined,
  sayDay: (day: LocalDate) => string = (day) => day,
): string {
  return answer ? t('gaps.answer.said', { answer: t(`gaps.answer.${answer.is}`), on: sayDay(answer.on) }) : '';
}
