import { create } from 'zustand';
import type { Preferences } from '#shared/ipc/contract.ts';
import { callMain } from '../platform/main-api.ts';

/** What the screen needs before unlocking; the main process keeps it. On lock: stays, it says nothing about customers. */
export const usePreferences = create<Preferences>(() => ({
  language: 'zh-CN',
  theme: 'system',
  textSizePercent: 100,
  density: 'normal',
  autoLockMinutes: 10,
  newCustomerKeys: null,
}));

/** What the main process has, while something is being written. */
let kept = usePreferences.getState();
let lastWrite: Promise<unknown> | null = null;
let nextWrite: Promise<void> | null = null;

/**
 * Takes effect at once; rejects with AppFailure when it could not be kept, and the old value returns. One write at a time:
 * what changes meanwhile (a column under the mouse) goes together in the next.
 */
export function changePreferences(patch: Partial<Preferences>): Promise<void> {
  if (lastWrite === null) kept = usePreferences.getState();
  usePreferences.setState(patch);
  nextWrite ??= (lastWrite ?? Promise.resolve()).then(write);
  const written = nextWrite;
  const settled: Promise<void> = written
    .catch(() => undefined)
    .then(() => {
      if (lastWrite === settled) lastWrite = null;
    });
  lastWrite = settled;
  return written;
}

async function write(): Promise<void> {
  nextWrite = null;
  const preferences = usePreferences.getState();
  try {
    await callMain('app/set-preferences', preferences);
    kept = preferences;
  } catch (error) {
    usePreferences.setState(kept, true);
    throw error;
  }
}

/** How much larger than usual text is; what is sized in pixels grows along. */
export function useTextScale(): number {
  return usePreferences((state) => state.textSizePercent / 100);
}

const rowRem = { compact: 2, normal: 2.5, roomy: 3.25 };

/** Height of a row of a list, which virtualised lists must know as a number; equal to `--row`. */
export function useRowHeightPx(density?: Preferences['density']): number {
  return usePreferences((state) => Math.round((rowRem[density ?? state.density] * 16 * state.textSizePercent) / 100));
}
