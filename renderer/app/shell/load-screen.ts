import { createElement, useCallback, useEffect, useSyncExternalStore, type ReactElement } from 'react';
import type { ScreenId } from '../../state/navigation.ts';
import { screenLoaders } from '../screens.ts';

type Loaded = { element: ReactElement } | { error: unknown };

const loaded = new Map<ScreenId, Loaded>();
const listeners = new Set<() => void>();

async function load(id: ScreenId): Promise<void> {
  const read = screenLoaders[id];
  if (!read || loaded.has(id)) return;
  try {
    loaded.set(id, { element: createElement(await read()) });
  } catch (error) {
    loaded.set(id, { error });
  }
  for (const listener of listeners) listener();
}

/**
 * Reads the screens one after the other while nothing else is to be done, so that neither opening the archive nor changing
 * to them waits for a file.
 */
export function loadScreensWhenIdle(): () => void {
  let isWanted = true;
  const loadAll = async (): Promise<void> => {
    for (const id of Object.keys(screenLoaders) as ScreenId[]) if (isWanted) await load(id);
  };
  const handle = window.requestIdleCallback(() => void loadAll());
  return () => {
    isWanted = false;
    window.cancelIdleCallback(handle);
  };
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
