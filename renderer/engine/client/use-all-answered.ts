import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import { useEngineAccess } from './engine-context.tsx';
import type { Question } from './question.ts';

/**
 * Asks all of these at once and says when the last is answered, so that what they fill is drawn once.
 * @param questions the same list until what it asks for is something else
 */
export function useAllAnswered(questions: readonly Question[]): boolean {
  const { answers } = useEngineAccess();
  const isAnswered = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const leave = questions.map(({ key }) => answers.subscribe(key, listener));
        return () => {
          for (const each of leave) each();
        };
      },
      [answers, questions],
    ),
    () => questions.every(({ key }) => answers.read(key) !== null),
  );
  useLayoutEffect(() => {
    void answers.askAhead(questions);
  }, [answers, questions]);
  return isAnswered;
}
