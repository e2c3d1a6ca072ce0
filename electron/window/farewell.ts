import type { BrowserWindow, PowerMonitor } from 'electron';
import type { ArchiveSession } from '../keys/archive-session.ts';
import type { Log } from '../log/log.ts';
import type { Ports } from '../ports.ts';

/** How long the window may take to finish when it is asked to; then main goes on without it. */
export const patienceMs = 10_000;
const maxCrashesInARow = 3;
const crashMemoryMs = 60_000;

/** The time that a window has once it was asked to finish. */
export interface Farewell {
  /** `goOn` comes when its time is over; while a backup is being written it has more. */
  begin(isBackingUp: () => boolean, goOn: () => void): void;
  /** It has still something to do or to say, and goes by itself. Asked once more, it has its time again and no longer. */
  stay(): void;
}

export function createFarewell(): Farewell {
  let timer: NodeJS.Timeout | null = null;
  return {
    begin(isBackingUp, goOn) {
      if (timer) return;
      const wait = (): void => {
        timer = setTimeout(() => {
          if (isBackingUp()) wait();
          else goOn();
        }, patienceMs);
      };
      wait();
    },
    stay() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}

export interface Closing {
  farewell: Farewell;
  session: ArchiveSession;
  notify: Ports['notify'];
  isBackingUp: () => boolean;
  /** Closes the window without asking it again, and ends the process. */
  quit: () => void;
}

/** Lets the window write what it holds before it goes: it is asked with `quit-requested` and answers with `app/quit`. */
export function closeWithFarewell(
  window: BrowserWindow,
  { farewell, session, notify, isBackingUp, quit }: Closing,
): void {
  window.on('close', (event) => {
    event.preventDefault();
    // Who asks again is not made to wait for the backup; the window knows.
    notify('quit-requested');
    farewell.begin(isBackingUp, () => void session.end().finally(quit));
  });
}

/** Locks when the machine sleeps or its screen is locked, with the window's help or without it. */
export function lockWithMachine(
  powerMonitor: PowerMonitor,
  window: BrowserWindow,
  { session, notify }: Pick<Closing, 'session' | 'notify'>,
): void {
  const lock = (): void => {
    if (!session.current()) return;
    notify('lock-requested');
    setTimeout(() => {
      if (!session.current()) return;
      void session.end().finally(() => window.webContents.reload());
    }, patienceMs);
  };
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('shutdown', () => void session.end());
}

/** A window that crashed is loaded again, locked. One that keeps crashing is not, because it would never stop. */
export function reloadAfterCrash(
  window: BrowserWindow,
  { session, log, giveUp }: { session: ArchiveSession; log: Log; giveUp: () => void },
): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const at = Date.now();
    crashes = [...crashes.filter((earlier) => at - earlier < crashMemoryMs), at];
    log('window-crashed', { count: crashes.length });
    void session.end().finally(() => {
      if (crashes.length > maxCrashesInARow) giveUp();
      else window.webContents.reload();
    });
  });
}
