import type { GlobalKeys } from '../../electron/ports.ts';

export interface KeysOfTheSystem extends GlobalKeys {
  isAvailable: boolean;
  /** What other programs have. */
  readonly takenByOthers: Set<string>;
  held(): string | null;
  /** Presses what is held, from whatever program. */
  press(): void;
}

/** The part of a system that hands combinations of keys to programs. */
export function keysOfTheSystem(): KeysOfTheSystem {
  let held: { keys: string; onPress: () => void } | null = null;
  const takenByOthers = new Set<string>();
  return {
    isAvailable: true,
    takenByOthers,
    hold(keys, onPress) {
      held = null;
      if (keys === null) return true;
      if (takenByOthers.has(keys)) return false;
      held = { keys, onPress };
      return true;
    },
    held: () => held?.keys ?? null,
    press() {
      if (!held) throw new Error('No keys are held');
      held.onPress();
    },
  };
}
