import { afterEach, beforeEach, expect, vi } from 'vitest';
import { eventually } from './eventually.ts';
import { recordingElectron, type RecordedWindow, type RecordingElectron } from './recording-electron.ts';

/** Anew for each test. */
export let electron: RecordingElectron;

export function freshElectron(): void {
  vi.resetModules();
  electron = recordingElectron();
  vi.doMock('electron', () => electron);
}

export async function startMain(): Promise<RecordedWindow> {
  await import('../../electron/main.ts');
  await eventually(() => expect(electron.BrowserWindow.windows[0]?.loaded).toHaveLength(1));
  return electron.BrowserWindow.windows[0]!;
}

export const pageFrame = { senderFrame: { url: 'app://kebu/', parent: null } };

/** Asks as the page would. */
export async function ask(
  channel: string,
  input: unknown,
  event: unknown = pageFrame,
): Promise<{ ok: boolean; value?: unknown; error?: unknown }> {
  return (await electron.recorded.ipcHandlers.get(channel)!(event, input)) as { ok: boolean };
}

const processEvents = ['uncaughtException', 'unhandledRejection'] as const;
let listenersBefore: Map<string, unknown[]>;

/** Each test of the file starts main anew, with an electron that remembers what is asked of it. */
export function useFreshMain(): void {
  beforeEach(() => {
    listenersBefore = new Map(processEvents.map((name) => [name, process.listeners(name as 'uncaughtException')]));
    freshElectron();
  });

  afterEach(() => {
    vi.useRealTimers();
    for (const name of processEvents) {
      for (const listener of process.listeners(name as 'uncaughtException')) {
        if (!listenersBefore.get(name)?.includes(listener)) process.off(name, listener);
      }
    }
  });
}
