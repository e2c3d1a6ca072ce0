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

/** Reads the other screens while nothing else is to be done, so that changing to them takes no time. */
export function loadScreensWhenIdle(): () => void {
  const handle = window.requestIdleCallback(() => {
    for (const id of Object.keys(screenLoaders) as ScreenId[]) void load(id);
  });
  return () => {
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
