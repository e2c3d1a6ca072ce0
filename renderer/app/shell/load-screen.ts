import { createElement, useEffect, type ReactElement } from 'react';
import type { ScreenId } from '../../state/navigation.ts';
import { useEngineAccess } from '../../engine/engine-context.tsx';
import { localToday } from '../../platform/clock.ts';
import { idle } from '../../ui/layout/later.ts';
import { screens } from '../screens.ts';

/** So long after the archive was opened nothing is asked ahead: whoever opened it asks for something first. */
const firstLookMs = 800;

/** Asks, while nothing else is to be done, what the screens will ask when they are first shown. */
export function useFirstAnswers(): void {
  const { answers } = useEngineAccess();
  useEffect(() => {
    let isWanted = true;
    const askAll = async (): Promise<void> => {
      await new Promise((resolve) => {
        setTimeout(resolve, firstLookMs);
      });
      for (const screen of Object.values(screens)) {
        await idle();
        await screen.read();
        if (!isWanted) return;
        await answers.askAhead(screen.now()?.questions?.(localToday()) ?? []);
      }
    };
    void askAll();
    return () => {
      isWanted = false;
    };
  }, [answers]);
}

const elements = new Map<ScreenId, ReactElement>();

/** A screen, `null` while its file is being read; throws when that failed. The same element each time, so that only it decides when it is drawn. */
export function useScreen(id: ScreenId): ReactElement | null {
  const screen = screens[id].use();
  if (!screen) return null;
  const element = elements.get(id) ?? createElement(screen.Screen);
  elements.set(id, element);
  return element;
}
