/** Seconds until the window locks by itself; `null` when it never does. */
export function selectSecondsToLock(lastActiveMs: number, nowMs: number, autoLockMinutes: number): number | null {
  if (autoLockMinutes === 0) return null;
  return Math.max(0, Math.ceil((lastActiveMs + autoLockMinutes * 60_000 - nowMs) / 1000));
}

/** `4:32`, `59`: minutes and seconds as a countdown shows them. */
export function formatCountdown(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
let lastActiveMs = Date.now();

export function readLastActiveMs(): number {
  return lastActiveMs;
}

/** Notices every sign of a person. Returns what stops it. */
export function watchActivity(): () => void {
  const notice = (): void => {
    lastActiveMs = Date.now();
  };
  notice();
  for (const sign of signs) window.addEventListener(sign, notice, { capture: true, passive: true });
  return () => {
    for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
  };
}
