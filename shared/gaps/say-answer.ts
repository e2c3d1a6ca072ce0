import type { Answer } from '../domain/customer/answer.ts';
import type { Translate } from '../i18n/translate.ts';

/** What was answered instead of a value, with its day; empty for no answer. */
export function sayAnswer(t: Translate, answer: Answer | undefined): string {
  return answer ? t('gaps.answer.said', { answer: t(`gaps.answer.${answer.is}`), on: answer.on }) : '';
}
