import { useSyncExternalStore } from 'react';
import type { LocalDate, LocalTime } from '#shared/domain/record.ts';

/** The wall clock of this computer, `YYYY-MM-DDTHH:mm`. */
export function localNow(): LocalTime {
  const now = new Date();
  const minutes = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return minutes.toISOString().slice(0, 16);
}

export function localToday(): LocalDate {
  return localNow().slice(0, 10);
}

/** Calls the listener at each full minute and whenever the window wakes up or is shown again. */
export function onMinute(listener: () => void): () => void {
  let timer = 0;
  const schedule = (): void => {
    timer = window.setTimeout(
      () => {
        listener();
        schedule();
      },
      60_000 - (Date.now() % 60_000) + 20,
    );
  };
  schedule();
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
  };
}

/** Today, which changes by itself at midnight. */
export function useToday(): LocalDate {
  return useSyncExternalStore(onMinute, localToday);
}

/** The current minute as an ISO instant, for "3 minutes ago". */
export function useMinute(): string {
  return useSyncExternalStore(onMinute, () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
}
