import { useCallback, useLayoutEffect, useRef } from 'react';
import { useSession } from '../../state/session.ts';

/**
 * What is typed after the palette was asked for and before its box is there, which takes a moment when its file was not read
 * yet. It is meant for the box: the screen below would take single letters for its keys. Returns what gives it out.
 */
export function useTypedAhead(isAsked: boolean, onEscape: () => void): () => string {
  const typed = useRef('');
  useLayoutEffect(() => {
    if (!isAsked) return undefined;
    const keep = (event: KeyboardEvent) => {
      // Keys such as the one that locks mean the same everywhere.
      const isOfText = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isElsewhere = useSession.getState().isCurtainDown || document.activeElement?.closest('[role=dialog]');
      if (!isOfText || isElsewhere) return;
      if (event.key.length === 1) typed.current += event.key;
      else if (event.key === 'Escape') onEscape();
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', keep, { capture: true });
    return () => {
      removeEventListener('keydown', keep, { capture: true });
      // The next box takes it before this is done for it.
      typed.current = '';
    };
  }, [isAsked, onEscape]);
  return useCallback(() => typed.current, []);
}
