import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Answer, AnswerStore, Passing } from './answer-store.ts';
import type { Engine } from '../client-types.ts';
import { useEngineAccess } from './engine-context.tsx';
import type { Concern, Question } from './question.ts';

export interface QueryOptions {
  concerns?: Concern | undefined;
  /**
   * While a new key is being answered, keep showing the answer of the key before. For lists, so that they never jump
   * while somebody types; never for a card, which would show another person's facts.
   */
  keepsPrevious?: boolean;
  /** The answer names something that the engine keeps only for a while, such as the token of a result. */
  passing?: Passing;
  /** What the screen is there for: asked before the counts and choices around it, which the engine would answer first. */
  isUrgent?: boolean;
}

export interface QueryAnswer<T> {
  /** `undefined` only until the first answer. */
  data: T | undefined;
  error: AppError | null;
  /** `data` belongs to the key before. */
  isStale: boolean;
}

/**
 * Asks the engine and keeps the answer fresh: again when something was written, in place, without a blank moment.
 * @param key everything the answer depends on, as one text, such as `dossier:${id}`
 */
export function useEngineQuery<T>(
  key: string,
  ask: (engine: Engine) => Promise<T>,
  { concerns, keepsPrevious = false, passing = false, isUrgent = false }: QueryOptions = {},
): QueryAnswer<T> {
  const { answers } = useEngineAccess();
  const answer = useSyncExternalStore(
    useCallback((listener: () => void) => answers.subscribe(key, listener), [answers, key]),
    () => answers.read(key),
  );
  const [previous, setPrevious] = useState<Answer | null>(null);
  if (keepsPrevious && answer !== null && answer !== previous) setPrevious(answer);

  // Asked when the key changes, not when `ask` does: it is a new function on each render, and the key says what it asks.
  const request = useEffectEvent((store: AnswerStore, askedKey: string, concerned: Concern | null) => {
    store.request(askedKey, ask, concerned, passing);
  });
  useLayoutEffect(() => {
    if (isUrgent) request(answers, key, concerns ?? null);
  }, [answers, key, concerns, isUrgent]);
  useEffect(() => {
    if (!isUrgent) request(answers, key, concerns ?? null);
  }, [answers, key, concerns, isUrgent]);

  const shown = answer ?? (keepsPrevious ? previous : null);
  return {
    data: shown?.data as T | undefined,
    error: shown?.error ?? null,
    isStale: answer === null && shown !== null,
  };
}

/** The same for a question that others ask too. */
export function useQuestion<T>({ key, ask, concerns }: Question<T>): QueryAnswer<T> {
  return useEngineQuery(key, ask, { concerns });
}
