import { Undo2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { neighbourValue } from '../card/focus-values.ts';
import { answerOf } from './answer-keys.ts';
import { AnswerMenu } from './answer-menu.tsx';
import type { FactAnswer } from './use-answers.ts';

/** The ways to answer beside a fact that holds no value, and the way back. */
export function AnswerTools({ field, answer }: { field: string; answer: FactAnswer | undefined }) {
  const t = useT();
  if (!answer) return null;
  const { said, offered, say, takeBack } = answer;
  return (
    <>
      {said !== '' && (
        <IconButton
          size="small"
          label={t('gaps.answer.takeBack', { field, answer: said })}
          icon={<Undo2 />}
          onPress={({ currentTarget }) => {
            // The button goes; the value that is asked for again stands before it.
            neighbourValue(currentTarget, -1)?.focus();
            takeBack();
          }}
        />
      )}
      {offered.length > 0 && <AnswerMenu field={field} offered={offered} onAnswer={say} />}
    </>
  );
}

/** Answers by key, where an empty value or its empty box has the focus. */
export function answeringKeys(answer: FactAnswer | undefined, onAnswered?: () => void) {
  return (event: KeyboardEvent) => {
    const word = answer ? answerOf(event) : null;
    if (!answer || word === null || !answer.offered.includes(word)) return;
    if (event.target instanceof HTMLInputElement && event.target.value !== '') return;
    event.preventDefault();
    event.stopPropagation();
    onAnswered?.();
    answer.say(word);
  };
}
