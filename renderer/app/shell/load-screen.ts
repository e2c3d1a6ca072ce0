import { createElement, useEffect, useState, type ReactElement } from 'react';
import { screenIds, type ScreenId } from '../../state/navigation.ts';
import { useEngineAccess } from '../../engine/client/engine-context.tsx';
import { localToday } from '../../platform/clock.ts';
import { idle } from '../../ui/layout/later.ts';
import { screens } from '../screens.ts';

/** So long after the archive was opened nothing is made ahead: whoever opened it asks for something first. */
const firstLookMs = 800;

/** Reads the screens one after the other while nothing else is to be done, asks what each will ask first, and tells whose answers are there. */
export function useReadyScreens(): readonly ScreenId[] {
  const { answers } = useEngineAccess();
  const [ready, setReady] = useState<readonly ScreenId[]>([]);
  useEffect(() => {
    let isWanted = true;
    const makeReady = async (id: ScreenId): Promise<void> => {
      await idle();
      await screens[id].read();
      const screen = screens[id].now();
      if (!isWanted || !screen) return;
      const questions = screen.questions?.(localToday()) ?? [];
      await Promise.all([screen.askMainFirst?.(), answers.askAhead(questions)]);
      await idle();
      if (isWanted) setReady((before) => [...before, id]);
    };
    const makeAllReady = async (): Promise<void> => {
      await new Promise((resolve) => {
        setTimeout(resolve, firstLookMs);
      });
      for (const id of screenIds) await makeReady(id);
    };
    void makeAllReady();
    return () => {
      isWanted = false;
    };
  }, [answers]);
  return ready;
}

const elements = new Map<string, ReactElement>();

/**
 * A screen, `null` while its file is being read; throws when that failed. The same element each time, so that only it decides
 * when it is drawn; another one when its answers are there, since a hidden screen does not hear of them.
 */
export function useScreen(id: ScreenId, isReady: boolean): ReactElement | null {
  const screen = screens[id].use();
  if (!screen) return null;
  const key = `${id} ${String(isReady)}`;
  const element = elements.get(key) ?? createElement(screen.Screen);
  elements.set(key, element);
  return element;
}
