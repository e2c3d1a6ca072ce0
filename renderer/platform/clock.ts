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

const minuteListeners = new Set<() => void>();
let minuteTimer = 0;

function tellMinute(): void {
  for (const listener of minuteListeners) listener();
}

function awaitMinute(): void {
  minuteTimer = window.setTimeout(
    () => {
      awaitMinute();
      tellMinute();
    },
    60_000 - (Date.now() % 60_000) + 20,
  );
}

/**
 * Calls the listener at each full minute and whenever the window wakes up or is shown again. One timer serves all: every
 * date in a list listens.
 */
export function onMinute(listener: () => void): () => void {
  if (minuteListeners.size === 0) {
    awaitMinute();
    document.addEventListener('visibilitychange', tellMinute);
    window.addEventListener('focus', tellMinute);
  }
  minuteListeners.add(listener);
  return () => {
    if (!minuteListeners.delete(listener) || minuteListeners.size > 0) return;
    window.clearTimeout(minuteTimer);
    document.removeEventListener('visibilitychange', tellMinute);
    window.removeEventListener('focus', tellMinute);
  };
}

let readMinute = -1;
let readToday: LocalDate = '';

/** As `localToday`, worked out once a minute: a hundred components ask for it with each thing that is drawn. */
function todayAgain(): LocalDate {
  const minute = Math.floor(Date.now() / 60_000);
  if (minute !== readMinute) {
    readMinute = minute;
    readToday = localToday();
  }
  return readToday;
}

/** Today, which changes by itself at midnight. */
export function useToday(): LocalDate {
  return useSyncExternalStore(onMinute, todayAgain);
}

/** The current minute as an ISO instant, for "3 minutes ago". */
export function useMinute(): string {
  return useSyncExternalStore(onMinute, () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
}
