import { useState } from 'react';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import { answersTo } from '#shared/gaps/answers.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { useGapLabel } from '../../../display/use-gap-label.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useT } from '../../../platform/language.tsx';

/** What can be answered where something is missing, and what is wrong there. */
export function useAnswerGap({ id, name }: CustomerRow, gapKey: GapKey) {
  const t = useT();
  const commit = useCommit();
  const field = useGapLabel()(gapKey);
  const [problem, setProblem] = useState<string | null>(null);
  const offered = answersTo(gapKey);
  return {
    field,
    problem,
    setProblem,
    offered,
    /** False where that is no answer, which is told. */
    answer: (word: AnswerWord): boolean => {
      if (!offered.includes(word)) {
        setProblem(t('gaps.problem.answer', { answer: t(`gaps.answer.${offered[0] ?? word}`) }));
        return false;
      }
      const given = t('gaps.answer.given', { name, field, answer: t(`gaps.answer.${word}`) });
      void commit((own) => own.answerGap(id, gapKey, word), given);
      return true;
    },
  };
}
