import { createElement, useCallback, useEffect, useSyncExternalStore, type ReactElement } from 'react';
import type { ScreenId } from '../../state/navigation.ts';
import { useEngineAccess } from '../../engine/engine-context.tsx';
import { localToday } from '../../platform/clock.ts';
import { screenLoaders, type LoadedScreen } from '../screens.ts';

type Loaded = { element: ReactElement; questions: LoadedScreen['questions'] } | { error: unknown };

const loaded = new Map<ScreenId, Loaded>();
const listeners = new Set<() => void>();

async function load(id: ScreenId): Promise<void> {
  const read = screenLoaders[id];
  if (!read || loaded.has(id)) return;
  try {
    const { Screen, questions } = await read();
    loaded.set(id, { element: createElement(Screen), questions });
  } catch (error) {
    loaded.set(id, { error });
  }
  for (const listener of listeners) listener();
}

/** Resolves when nothing else is to be done, or when nobody can be kept waiting any longer. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    window.requestIdleCallback(() => resolve(), { timeout: 1000 });
  });
}

/**
 * Reads the screens one after the other while nothing else is to be done: while somebody types the passphrase or the engine
 * opens the archive, so that neither that nor changing to a screen waits for a file.
 */
export function loadScreensWhenIdle(): () => void {
  let isWanted = true;
  const loadAll = async (): Promise<void> => {
    for (const id of Object.keys(screenLoaders) as ScreenId[]) {
      await idle();
      if (!isWanted) return;
      await load(id);
    }
  };
  void loadAll();
  return () => {
    isWanted = false;
  };
}

/** Asks, while nothing else is to be done, what the screens will ask when they are first shown. */
export function useFirstAnswers(): void {
  const { answers } = useEngineAccess();
  useEffect(() => {
    let isWanted = true;
    const askAll = async (): Promise<void> => {
      for (const id of Object.keys(screenLoaders) as ScreenId[]) {
        await idle();
        await load(id);
        const screen = loaded.get(id);
        if (!isWanted) return;
        if (!screen || 'error' in screen) continue;
        for (const { key, ask } of screen.questions?.(localToday()) ?? []) answers.request(key, ask, null);
      }
    };
    void askAll();
    return () => {
      isWanted = false;
    };
  }, [answers]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * A screen, `null` while its file is being read; throws when that failed.
 * Not React.lazy: a Suspense fallback, once shown, stays for 300 ms.
 */
export function useScreen(id: ScreenId): ReactElement | null {
  const state = useSyncExternalStore(
    subscribe,
    useCallback(() => loaded.get(id) ?? null, [id]),
  );
  useEffect(() => void load(id), [id]);
  if (state === null) return null;
  if ('error' in state) throw state.error;
  return state.element;
}
