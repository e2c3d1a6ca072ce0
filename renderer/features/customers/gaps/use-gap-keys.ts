import type { KeyboardEvent, RefObject } from 'react';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { answerOf } from '../answers/answer-keys.ts';
import { isAtEdge, type Move } from './move-on.ts';

interface GapKeys {
  box: RefObject<HTMLElement | null>;
  /** Nothing is being typed. */
  isEmpty: boolean;
  /** Whether Enter opens something here instead of going on. */
  isButton?: boolean;
  onMove: (by: Move) => void;
  onAnswer: (word: AnswerWord) => void;
  /** Takes away what is being typed. */
  onEmpty: () => void;
}

/** The keys that are the same wherever something is missing: on and back, an answer, undo, and Escape. */
export function useGapKeys({ box, isEmpty, isButton = false, onMove, onAnswer, onEmpty }: GapKeys) {
  const { engine, announcer } = useEngineAccess();
  return (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const word = answerOf(event);
    if (word) {
      event.preventDefault();
      onAnswer(word);
      return;
    }
    const by = isButton && event.key === 'Enter' ? null : moveOf(event);
    if (event.key === 'Tab' && by !== null && box.current && isAtEdge(box.current, by)) return;
    if (by !== null) {
      event.preventDefault();
      event.stopPropagation();
      onMove(by);
    } else if (isEmpty && isUndo(event)) {
      // There is nothing of its own to take back: what was filled in before is meant.
      event.preventDefault();
      engine.undo().then((taken) => {
        if (taken) announcer.undone();
      }, reportFailure);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (isEmpty) box.current?.blur();
      onEmpty();
    }
  };
}

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** In a box with words to choose from, up and down choose. */
function moveOf({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return 'next';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  const isPlain = target instanceof HTMLButtonElement || (target instanceof HTMLInputElement && target.list === null);
  if (!isPlain) return null;
  if (key === 'ArrowDown') return 'down';
  return key === 'ArrowUp' ? 'up' : null;
}
