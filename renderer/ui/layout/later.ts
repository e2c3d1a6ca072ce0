import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactElement } from 'react';

type State<Part> = { part: Part } | { error: unknown } | null;

/** Something whose code comes in a file of its own: read when it is first shown, or before when nothing else is to be done. */
export interface Later<Part> {
  /** Resolves when it is there, or when reading it failed. */
  read(): Promise<void>;
  /** What is there so far. */
  now(): Part | null;
  /** The same for a component, which reads it if nobody did yet. Throws when that failed. */
  use(): Part | null;
}

/** In the order in which they were named. */
const all: Later<unknown>[] = [];

/** Not React.lazy: a Suspense fallback, once shown, stays for 300 ms. */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let state: State<Part> = null;
  let reading: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const begin = async (): Promise<void> => {
    try {
      state = { part: await load() };
    } catch (error) {
      state = { error };
    }
    for (const listener of listeners) listener();
  };
  const read = () => (reading ??= begin());
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const now = (): Part | null => (state && 'part' in state ? state.part : null);
  const itself: Later<Part> = {
    read,
    now,
    use() {
      const seen = useSyncExternalStore(subscribe, () => state);
      useEffect(() => void read(), []);
      if (seen && 'error' in seen) throw seen.error;
      return now();
    },
  };
  all.push(itself);
  return itself;
}

/** A component that comes later; nothing is shown until its file is there. */
export function laterComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactElement | null {
  const component = later(load);
  return function Later(props) {
    const Component = component.use();
    return Component && createElement(Component, props);
  };
}

/** Resolves when nothing else is to be done, or when nobody can be kept waiting any longer. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    window.requestIdleCallback(() => resolve(), { timeout: 1000 });
  });
}

/** Reads all that comes later, one after the other while nothing else is to be done. Returns how to stop it. */
export function readAllWhenIdle(): () => void {
  let isWanted = true;
  const readAll = async (): Promise<void> => {
    // What is read may name more.
    for (let at = 0; at < all.length; at++) {
      await idle();
      if (!isWanted) return;
      await all[at]?.read();
    }
  };
  void readAll();
  return () => {
    isWanted = false;
  };
}
