import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { answerWords, type AnswerWord } from '../domain/customer/answer.ts';
import { customIdOf } from '../filter/fields.ts';
import { answersTo } from './answers.ts';
import { gapKeys, isGapField, type GapKey } from './gap-fields.ts';

/** How it stands with something that is asked for and holds no value: nobody asked yet, or what was answered. */
export type GapState = 'open' | AnswerWord;
const states: readonly GapState[] = ['open', ...answerWords];

/** What a filter may ask of gaps, as its choices: the key and how it stands. */
export function gapChoice(key: GapKey, state: GapState): string {
  return `${key} ${state}`;
}

/** `null` for what is no such choice. */
export function readGapChoice(choice: string): { key: GapKey; state: GapState } | null {
  const at = choice.lastIndexOf(' ');
  const [key, word] = [choice.slice(0, Math.max(0, at)), choice.slice(at + 1)];
  const state = states.find((each) => each === word);
  if (state === undefined) return null;
  if (isGapField(key)) return { key, state };
  return customIdOf(key) === null ? null : { key: key as GapKey, state };
}

/** Every choice in an archive with these fields. */
export function gapChoices(fields: readonly CustomField[]): string[] {
  return gapKeys(fields).flatMap((key) => [
    gapChoice(key, 'open'),
    ...answersTo(key).map((word) => gapChoice(key, word)),
  ]);
}
