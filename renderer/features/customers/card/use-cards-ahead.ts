import { useEffect, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { AnswerStore } from '../../../engine/client/answer-store.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useToday } from '../../../platform/clock.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { RowPages } from '../list/row-pages.ts';
import { cardQuestions, headQuestion } from './card-questions.ts';

/** Whoever types or goes through the list is still on the way to the customer that is meant. */
const restMs = 120;
/** Nobody can be kept waiting longer for a moment in which nothing else is to be done. */
const patienceMs = 200;

async function hasLongPast(answers: AnswerStore, id: CustomerId): Promise<boolean> {
  const question = headQuestion(id);
  await answers.askAhead([question]);
  return (answers.read(question.key)?.data ?? null) !== null;
}

/**
 * Asks for the cards that are likely to be opened next while nothing else is to be done: those on both sides of the open
 * one, and with none open the one of the active row, or of the best hit. Returns whose card can be drawn ahead.
 */
export function useCardsAhead(
  pages: RowPages | undefined,
  active: number,
  openId: CustomerId | null,
): CustomerId | null {
  const { answers } = useEngineAccess();
  const today = useToday();
  const [ready, setReady] = useState<CustomerId | null>(null);
  const isOpen = openId !== null;
  // A card that was closed is put away, and the next one made anew.
  if (isOpen && ready !== null) setReady(null);

  useEffect(() => {
    if (!pages) return undefined;
    let isCurrent = true;
    let handle = 0;
    const near = isOpen ? [active + 1, active - 1, active + 2] : [Math.max(0, active)];
    const ask = async () => {
      for (const at of near) {
        const id = pages.rowAt(at)?.id;
        const isLong = id !== undefined && (await hasLongPast(answers, id));
        if (!isCurrent) return;
        // Whoever goes on searching would wait for it; its head is there at once.
        if (isLong) continue;
        if (id !== undefined) await answers.askAhead(cardQuestions(id, today));
        if (!isCurrent) return;
        // Of somebody who is gone nothing is kept drawn.
        if (!isOpen) setReady(id ?? null);
      }
    };
    const timer = window.setTimeout(
      () => {
        handle = window.requestIdleCallback(() => void ask().catch(reportFailure), { timeout: patienceMs });
      },
      isOpen ? 0 : restMs,
    );
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
      window.cancelIdleCallback(handle);
    };
  }, [answers, pages, active, isOpen, today]);
  return isOpen ? null : ready;
}
