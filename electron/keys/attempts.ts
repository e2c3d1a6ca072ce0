import { failWith } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';

/** Slows down guessing at the keyboard. Guessing with a copy of the files is slowed down by scrypt. */
export interface Attempts {
  /** Fails with `keys/too-many-attempts` while it is too early for another attempt. */
  check(): void;
  wrong(): void;
  right(): void;
}

const freeAttempts = 4;
const longestWaitSeconds = 300;

export function createAttempts(clock: Clock): Attempts {
  let wrongInARow = 0;
  let notBeforeMs = 0;
  return {
    check() {
      const nowMs = clock.now().getTime();
      // A clock that is set back must not lock anybody out for years.
      notBeforeMs = Math.min(notBeforeMs, nowMs + longestWaitSeconds * 1000);
      const waitMs = notBeforeMs - nowMs;
      if (waitMs > 0) failWith('keys/too-many-attempts', { seconds: Math.ceil(waitMs / 1000) });
    },
    wrong() {
      wrongInARow += 1;
      if (wrongInARow < freeAttempts) return;
      const waitSeconds = Math.min(2 ** (wrongInARow - freeAttempts + 1), longestWaitSeconds);
      notBeforeMs = clock.now().getTime() + waitSeconds * 1000;
    },
    right() {
      wrongInARow = 0;
      notBeforeMs = 0;
    },
  };
}
