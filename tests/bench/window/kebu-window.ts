import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright/test';
import { runStandIn } from '../../../electron/stand-in/run-stand-in.ts';
import { ensureTools } from '../../helpers/ensure-tools.ts';
import { rootDir } from '../../helpers/paths.ts';
import { PreparedDialogs } from '../../helpers/prepared-dialogs.ts';
import { benchPassphrase } from '../main-process.ts';
import { installRecorder } from './recorder.ts';

/** A window of Kebu as a user has it in front of him. */
export interface KebuWindow {
  page: Page;
  /** A page with nothing on it, in the same browser. */
  newEmptyPage(): Promise<Page>;
  /** Memory that the window's process holds: page and engine together. */
  memoryMB(): Promise<number>;
  /** Locks first, which puts everything away. */
  close(): Promise<void>;
}

/** Opens the built app over a user's folder, up to the question for the passphrase. */
export async function openKebu(userDataDir: string): Promise<KebuWindow> {
  const standIn = await runStandIn({
    rootDir,
    browserPath: ensureTools(),
    userDataDir,
    dialogs: new PreparedDialogs(),
    locales: ['zh-CN'],
    openExternal: () => Promise.reject(new Error('the bench opens nothing')),
    headless: { width: 1440, height: 900, colorScheme: 'light', locale: 'zh-CN' },
    onRefused: (url) => {
      throw new Error(`the app asked for ${url}`);
    },
    onOpen: () => undefined,
    scryptWorkFactor: 10,
  });
  const { page } = standIn;
  page.setDefaultTimeout(60_000);
  await installRecorder(page);
  await page.getByLabel('密码', { exact: true }).fill(benchPassphrase);
  return {
    page,
    async newEmptyPage() {
      const browser = standIn.context.browser();
      if (!browser) throw new Error('the stand-in has a browser');
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      return context.newPage();
    },
    async memoryMB() {
      const session = await standIn.context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      await collectGarbageOfEngine(session);
      const browser = await standIn.context.browser()?.newBrowserCDPSession();
      const processes = (await browser?.send('SystemInfo.getProcessInfo'))?.processInfo ?? [];
      return Math.max(...processes.filter(({ type }) => type === 'renderer').map(({ id }) => residentMB(id)));
    },
    async close() {
      await page.keyboard.press('Control+Shift+L');
      await page.getByRole('heading', { name: '客簿已锁定' }).waitFor();
      await page.close({ runBeforeUnload: false });
      await standIn.closed;
    },
  };
}

/** The engine is a worker with a heap of its own: what it threw away counts as little as what the page threw away. */
async function collectGarbageOfEngine(session: CDPSession): Promise<void> {
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  const answered = new Promise((resolve) => {
    session.on('Target.receivedMessageFromTarget', resolve);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
  await session.send('Target.sendMessageToTarget', { sessionId: await attached, message });
  await answered;
  await session.detach();
}

/** What Linux says the process holds in memory. */
function residentMB(processId: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
