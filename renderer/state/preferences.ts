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
}));

/** Takes effect at once; rejects with AppFailure when it could not be kept, and the old value returns. */
export async function changePreferences(patch: Partial<Preferences>): Promise<void> {
  const before = usePreferences.getState();
  const next = { ...before, ...patch };
  usePreferences.setState(next);
  try {
    await callMain('app/set-preferences', next);
  } catch (error) {
    usePreferences.setState(before);
    throw error;
  }
}

const rowRem = { compact: 2, normal: 2.5, roomy: 3.25 };

/** Height of a row of a list, which virtualised lists must know as a number; equal to `--row`. */
export function useRowHeightPx(density?: Preferences['density']): number {
  return usePreferences((state) => Math.round((rowRem[density ?? state.density] * 16 * state.textSizePercent) / 100));
}
