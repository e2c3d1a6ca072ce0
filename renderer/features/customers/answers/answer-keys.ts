import type { KeyboardEvent } from 'react';
import { answerWords, type AnswerWord } from '#shared/domain/customer/answer.ts';
import { describeKeys } from '../../../ui/keys/shortcuts.ts';
import { isApple, isComposing } from '../../../ui/theme/keyboard.ts';

/** Where a value is asked for; none of them begins a character on any keyboard. */
export const answerKeys = { none: 'Alt+X', untold: 'Alt+S' } as const satisfies Record<AnswerWord, string>;

/** What somebody answers by the key that was pressed; `null` for any other key. */
export function answerOf(event: KeyboardEvent): AnswerWord | null {
  if (isComposing(event)) return null;
  const pressed = describeKeys(event.nativeEvent, isApple);
  return answerWords.find((word) => answerKeys[word] === pressed) ?? null;
}
