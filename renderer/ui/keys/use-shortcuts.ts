import { useEffect, useEffectEvent } from 'react';
import { addShortcuts, type Shortcut } from './shortcuts.ts';

/**
 * Binds keys while the component is shown, and lists them under `title` in the sheet that `?` opens.
 * Keys and labels are read once per `title`; `run` may change freely.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], isActive = true): void {
  const runNow = useEffectEvent((keys: string) => {
    shortcuts.find((shortcut) => shortcut.keys === keys)?.run?.();
  });
  const signature = JSON.stringify(shortcuts);
  useEffect(() => {
    if (!isActive) return undefined;
    // What can be run is no JSON; what only stands in the list says `null`.
    const bound = (JSON.parse(signature) as (Omit<Shortcut, 'run'> & { run?: null })[]).map((shortcut) => ({
      ...shortcut,
      run:
        shortcut.run === null
          ? null
          : () => {
              runNow(shortcut.keys);
            },
    }));
    return addShortcuts({ title, shortcuts: bound });
  }, [title, signature, isActive]);
}
