import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '#shared/ipc/channels.ts';
import { contentSecurityPolicy } from '../../../electron/window/assets.ts';
import { patienceMs } from '../../../electron/window/farewell.ts';
import {
  anEvent,
  recordingElectron,
  type RecordedWindow,
  type RecordingElectron,
} from '../../helpers/recording-electron.ts';
import { traversals } from '../../helpers/traversals.ts';

let electron: RecordingElectron;

function freshElectron(): void {
  vi.resetModules();
  electron = recordingElectron();
  vi.doMock('electron', () => electron);
}

async function startMain(): Promise<RecordedWindow> {
  await import('../../../electron/main.ts');
  await vi.waitFor(() => expect(electron.BrowserWindow.windows[0]?.loaded).toHaveLength(1));
  return electron.BrowserWindow.windows[0]!;
}

const pageFrame = { senderFrame: { url: 'app://kebu/', parent: null } };

/** Asks as the page would. */
async function ask(
  channel: string,
  input: unknown,
  event: unknown = pageFrame,
): Promise<{ ok: boolean; value?: unknown; error?: unknown }> {
  return (await electron.recorded.ipcHandlers.get(channel)!(event, input)) as { ok: boolean };
}

const processEvents = ['uncaughtException', 'unhandledRejection'] as const;
let listenersBefore: Map<string, unknown[]>;

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

describe('starting', () => {
  it('gives way to an instance that is running', async () => {
    electron.app.hasLock = false;
    await import('../../../electron/main.ts');
    expect(electron.recorded.calls).toEqual(['app.quit']);
    expect(electron.BrowserWindow.windows).toEqual([]);
    expect(electron.recorded.ipcHandlers.size).toBe(0);
  });

  it('brings its window forward when it is started again', async () => {
    const window = await startMain();
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window).toMatchObject({ minimized: false, focused: 1 });
  });

  it('takes the keys for a new customer from the system, comes forward by them, and gives them back at the end', async () => {
    const { globalKeys } = electron.recorded;
    globalKeys.takenByOthers.add('Control+Alt+K');
    const window = await startMain();
    expect(globalKeys.held.size).toBe(0);
    const { value } = await ask('app/info', {});
    const { preferences } = value as { preferences: object };
    const choose = (newCustomerKeys: string | null) => ask('app/set-preferences', { ...preferences, newCustomerKeys });
    await choose('Control+Alt+N');
    expect([...globalKeys.held.keys()]).toEqual(['Control+Alt+N']);
    window.minimized = true;
    globalKeys.held.get('Control+Alt+N')?.();
    expect(window).toMatchObject({ minimized: false, focused: 1 });
    expect(window.webContents.sent).toEqual(['new-customer-requested']);

    await choose('Control+Alt+K');
    expect([...globalKeys.held.keys()]).toEqual([]);
    expect(await ask('app/global-keys', {})).toMatchObject({ value: { state: 'taken' } });
    await choose('Control+Shift+F2');
    expect([...globalKeys.held.keys()]).toEqual(['Control+Shift+F2']);
    electron.app.emit('will-quit');
    expect([...globalKeys.held.keys()]).toEqual([]);
  });

  it('sandboxes every page and leaves Chromium no names to resolve', async () => {
    await startMain();
    expect(electron.recorded.calls).toContain('app.enableSandbox');
    expect(Object.fromEntries(electron.app.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'disable-background-networking': undefined,
      'disable-component-update': undefined,
      'disable-domain-reliability': undefined,
      'no-pings': undefined,
    });
  });

  it('says why when its folder cannot be opened, and ends', async () => {
    writeFileSync(join(electron.recorded.userData, 'data'), 'a file where the folder should be');
    await import('../../../electron/main.ts');
    await vi.waitFor(() => expect(electron.recorded.errorBoxes).toHaveLength(1));
    expect(electron.recorded.errorBoxes[0]).toEqual(['Kebu', expect.stringContaining('EEXIST')]);
    expect(electron.recorded.calls).toContain('app.exit');
  });
});

describe('after a run that ended while the archive was open', () => {
  const profile = (name: string) => join(electron.recorded.userData, name);

  function leaveBehind(): void {
    mkdirSync(profile('data/archive'), { recursive: true });
    writeFileSync(profile('data/archive/lock'), JSON.stringify({ pid: 4_000_000, host: hostname(), token: 'x' }));
    mkdirSync(profile('IndexedDB/app_kebu_0.indexeddb.leveldb'), { recursive: true });
    writeFileSync(profile('IndexedDB/app_kebu_0.indexeddb.leveldb/000003.log'), 'sealed rows');
  }

  it('copies the database before the window opens it, the newest state only', async () => {
    leaveBehind();
    mkdirSync(profile('IndexedDB-kept-aside'));
    writeFileSync(profile('IndexedDB-kept-aside/old'), 'older');
    await startMain();
    expect(readdirSync(profile('IndexedDB-kept-aside'))).toEqual(['app_kebu_0.indexeddb.leveldb']);
    const copied = profile('IndexedDB-kept-aside/app_kebu_0.indexeddb.leveldb/000003.log');
    expect(readFileSync(copied, 'utf8')).toBe('sealed rows');
    expect(existsSync(profile('IndexedDB-kept-aside.unfinished'))).toBe(false);
  });

  it('opens the window all the same when there is nothing to copy', async () => {
    leaveBehind();
    rmSync(profile('IndexedDB'), { recursive: true });
    await startMain();
    expect(existsSync(profile('IndexedDB-kept-aside'))).toBe(false);
  });

  it('copies nothing after an orderly end', async () => {
    leaveBehind();
    rmSync(profile('data/archive/lock'));
    await startMain();
    expect(existsSync(profile('IndexedDB-kept-aside'))).toBe(false);
  });
});

describe('the window', () => {
  it('has exactly these preferences', async () => {
    const window = await startMain();
    expect(window.options.webPreferences).toEqual({
      preload: join(electron.recorded.appPath, 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.loaded).toEqual(['app://kebu/']);
  });

  it('has developer tools while developing only', async () => {
    electron.app.isPackaged = false;
    expect((await startMain()).options.webPreferences?.devTools).toBe(true);
  });

  it('goes where it was and falls back when that screen is gone', async () => {
    await startMain();
    expect(electron.BrowserWindow.windows[0]?.options).toMatchObject({ width: 1280, height: 820, show: false });
  });

  it('refuses to go anywhere else', async () => {
    const { webContents } = await startMain();
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://kebu/assets/index-abc.js',
      'app://evil/',
      'data:text/html,x',
      'javascript:1',
      'about:blank',
      'blob:app://kebu/1',
    ]) {
      const event = anEvent({ url, isMainFrame: true });
      webContents.emit('will-frame-navigate', event);
      expect([url, event.defaultPrevented]).toEqual([url, true]);
    }
  });

  it('may be reloaded, but no frame inside of it may go anywhere', async () => {
    const { webContents } = await startMain();
    for (const url of ['app://kebu/', 'app://kebu/index.html', 'app://kebu/#/customers/1']) {
      const reload = anEvent({ url, isMainFrame: true });
      webContents.emit('will-frame-navigate', reload);
      expect(reload.defaultPrevented).toBe(false);
      const inFrame = anEvent({ url, isMainFrame: false });
      webContents.emit('will-frame-navigate', inFrame);
      expect(inFrame.defaultPrevented).toBe(true);
    }
  });

  it('refuses redirects, webviews, new windows and to find out its address', async () => {
    const { webContents } = await startMain();
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const event = anEvent({ url: 'app://kebu/' });
      webContents.emit(name, event);
      expect(event.defaultPrevented).toBe(true);
    }
    for (const url of ['https://example.com', 'app://kebu/', 'about:blank']) {
      expect(webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    }
    expect(webContents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('is guarded even when somebody else makes one', async () => {
    await startMain();
    const second = new electron.BrowserWindow({});
    const event = anEvent({ url: 'https://example.com', isMainFrame: true });
    second.webContents.emit('will-frame-navigate', event);
    expect(event.defaultPrevented).toBe(true);
    expect(second.webContents.windowOpenHandler?.({ url: 'app://kebu/' })).toEqual({ action: 'deny' });
  });
});

describe('what a page may have', () => {
  it('is no permission, device, screen, pairing, download or spelling service', async () => {
    await startMain();
    const { asked } = electron.recorded;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'clipboard-sanitized-write',
      'fileSystem',
      'openExternal',
      'usb',
      'unknown',
    ]) {
      let granted: boolean | null = null;
      asked.permissionRequest({}, permission, (answer) => (granted = answer));
      expect(granted).toBe(false);
      expect(asked.permissionCheck({}, permission)).toBe(false);
    }
    expect(asked.devicePermission({})).toBe(false);
    let streams: unknown = 'nothing answered';
    asked.displayMedia({}, (answer) => (streams = answer));
    expect(streams).toBeNull();
    let pairing: unknown = null;
    asked.bluetoothPairing({}, (answer) => (pairing = answer));
    expect(pairing).toEqual({ confirmed: false });
    const download = anEvent();
    electron.session.defaultSession.emit('will-download', download);
    expect(download.defaultPrevented).toBe(true);
    expect(asked.spellChecker).toBe(false);
  });

  const requests = [
    ['app://kebu/index.html', true],
    ['blob:app://kebu/1234', true],
    ['https://example.com/', false],
    ['http://127.0.0.1:8080/', false],
    ['ws://localhost/', false],
    ['file:///etc/passwd', false],
    ['data:text/plain,x', false],
    ['ftp://example.com', false],
    ['app://kebu.evil/', false],
    ['app://kebuevil/', false],
    ['blob:https://example.com/1', false],
    ['devtools://devtools/x', false],
    ['chrome-extension://abc/x', false],
  ] as const;

  it('is nothing from anywhere but Kebu itself', async () => {
    await startMain();
    for (const [url, isAllowed] of requests) {
      let cancel: boolean | undefined;
      electron.recorded.asked.beforeRequest({ url }, (answer) => (cancel = answer.cancel));
      expect([url, cancel]).toEqual([url, !isAllowed]);
    }
  });

  it('are developer tools while developing', async () => {
    electron.app.isPackaged = false;
    await startMain();
    let cancel: boolean | undefined;
    electron.recorded.asked.beforeRequest({ url: 'devtools://devtools/x' }, (answer) => (cancel = answer.cancel));
    expect(cancel).toBe(false);
  });
});

describe('the app scheme', () => {
  const get = (url: string, method = 'GET') => electron.recorded.asked.serve({ url, method } as Request);

  it('is registered before Electron is ready, without ways around the policy', async () => {
    await startMain();
    expect(electron.recorded.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('serves the built files with the policy as a header', async () => {
    await startMain();
    for (const [url, type] of [
      ['app://kebu/', 'text/html; charset=utf-8'],
      ['app://kebu/index.html?x#y', 'text/html; charset=utf-8'],
      ['app://kebu/assets/index-abc.js', 'text/javascript; charset=utf-8'],
    ] as const) {
      const response = await get(url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('answers everything else with nothing, policy included', async () => {
    await startMain();
    expect(traversals.length).toBeGreaterThan(200);
    for (const path of traversals) {
      const response = await get(`app://kebu/${path}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toBe('');
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    }
    for (const url of [
      'app://evil/index.html',
      'app://kebu',
      'app://kebu:80/',
      'app://x@kebu/',
      'file:///etc/passwd',
      'app://kebu/assets/missing.js',
    ]) {
      expect([url, (await get(url)).status]).toEqual([url, 404]);
    }
    expect((await get('app://kebu/', 'POST')).status).toBe(404);
  });
});

describe('the channels', () => {
  it('are those of the contract and no other', async () => {
    await startMain();
    expect([...electron.recorded.ipcHandlers.keys()]).toEqual([...channels]);
  });

  it('answer the page', async () => {
    await startMain();
    expect(await ask('app/info', {})).toMatchObject({ ok: true, value: { archive: 'none', standIn: false } });
  });

  it('refuse every stranger, each of them', async () => {
    await startMain();
    const strangers = [
      { url: 'https://example.com/', parent: null },
      { url: 'file:///index.html', parent: null },
      { url: 'app://kebu.evil/', parent: null },
      { url: 'app://kebu@evil/', parent: null },
      { url: 'app://kebu/', parent: {} },
      null,
    ];
    for (const senderFrame of strangers) {
      for (const channel of channels) {
        expect(await ask(channel, {}, { senderFrame })).toEqual({ ok: false, error: { code: 'ipc/untrusted-sender' } });
      }
    }
  });

  it('refuse a request with more or fewer arguments', async () => {
    await startMain();
    const handler = electron.recorded.ipcHandlers.get('app/info')!;
    const refused = { ok: false, error: { code: 'ipc/bad-input', data: { channel: 'app/info' } } };
    expect(await handler(pageFrame)).toEqual(refused);
    expect(await handler(pageFrame, {}, {})).toEqual(refused);
  });
});

describe('leaving', () => {
  async function openArchive(): Promise<void> {
    // With the keychain instead of a passphrase, which would take a second each time.
    electron.safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
    expect(await ask('keys/create', { passphrase: null })).toMatchObject({ ok: true });
  }
  const archiveState = async () => ((await ask('app/info', {})).value as { archive: string }).archive;

  it('asks the window first and goes when it answers, remembering where it stood', async () => {
    const window = await startMain();
    await openArchive();
    const closing = anEvent();
    window.emit('close', closing);
    window.emit('close', anEvent());
    expect(closing.defaultPrevented).toBe(true);
    // The window knows what to make of a second wish: it goes without its last backup.
    expect(window.webContents.sent).toEqual(['quit-requested', 'quit-requested']);
    expect(window.destroyed).toBe(false);
    await ask('app/quit', {});
    await vi.waitFor(() => expect(electron.recorded.calls).toContain('app.quit'));
    expect(window.destroyed).toBe(true);
    expect(existsSync(join(electron.recorded.userData, 'data', 'archive', 'lock'))).toBe(false);
    const state = JSON.parse(readFileSync(join(electron.recorded.userData, 'data', 'window.json'), 'utf8')) as unknown;
    expect(state).toEqual({ x: 1, y: 2, width: 900, height: 700, isMaximized: false });
  });

  it('goes without the window when it does not answer', async () => {
    const window = await startMain();
    await openArchive();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    window.emit('close', anEvent());
    await vi.advanceTimersByTimeAsync(patienceMs);
    vi.useRealTimers();
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(existsSync(join(electron.recorded.userData, 'data', 'archive', 'lock'))).toBe(false);
  });

  it('waits for one that has still something to do, until it is asked again', async () => {
    const window = await startMain();
    await openArchive();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    window.emit('close', anEvent());
    await ask('app/stay', {});
    await vi.advanceTimersByTimeAsync(10 * patienceMs);
    expect(window.destroyed).toBe(false);
    window.emit('close', anEvent());
    await vi.advanceTimersByTimeAsync(patienceMs);
    vi.useRealTimers();
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
  });

  it.each(['suspend', 'lock-screen'])('locks on %s, with the window or without it', async (name) => {
    const window = await startMain();
    electron.powerMonitor.emit(name);
    expect(window.webContents.sent).toEqual([]);
    await openArchive();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    electron.powerMonitor.emit(name);
    expect(window.webContents.sent).toEqual(['lock-requested']);
    await vi.advanceTimersByTimeAsync(patienceMs);
    vi.useRealTimers();
    await vi.waitFor(() => expect(window.webContents.reloads).toBe(1));
    expect(await archiveState()).toBe('locked');
  });

  it('does not reload a window that locked itself', async () => {
    const window = await startMain();
    await openArchive();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    electron.powerMonitor.emit('suspend');
    await ask('keys/lock', {});
    await vi.advanceTimersByTimeAsync(patienceMs);
    expect(window.webContents.reloads).toBe(0);
  });

  it('closes the archive when the machine is shut down', async () => {
    await startMain();
    await openArchive();
    electron.powerMonitor.emit('shutdown');
    await vi.waitFor(async () => expect(await archiveState()).toBe('locked'));
  });

  it('locks and reloads a window that crashed, and gives up when it keeps crashing', async () => {
    const window = await startMain();
    await openArchive();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(await archiveState()).toBe('open');
    for (let crash = 1; crash <= 3; crash++) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      await vi.waitFor(() => expect(window.webContents.reloads).toBe(crash));
      expect(await archiveState()).toBe('locked');
    }
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await vi.waitFor(() => expect(electron.recorded.calls).toContain('app.exit'));
    expect(window.webContents.reloads).toBe(3);
    expect(electron.recorded.errorBoxes).toHaveLength(1);
  });
});
