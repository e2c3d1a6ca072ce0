import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { channels } from '#shared/ipc/channels.ts';
import { patienceMs } from '../../../electron/window/farewell.ts';
import { anEvent } from '../../helpers/recording-electron.ts';
import { electron, startMain, ask, pageFrame, useFreshMain } from '../../helpers/started-main.ts';

useFreshMain();

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

  it('sandboxes every page, leaves Chromium no names to resolve, and has the page go first', async () => {
    await startMain();
    expect(electron.recorded.calls).toContain('app.enableSandbox');
    expect(Object.fromEntries(electron.app.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'disable-background-networking': undefined,
      'disable-component-update': undefined,
      'disable-domain-reliability': undefined,
      'no-pings': undefined,
      'disable-features': 'DeferRendererTasksAfterInput',
      'js-flags': '--concurrent-marking-max-worker-num=1',
    });
  });

  it('says why when its folder cannot be opened, and ends', async () => {
    writeFileSync(join(electron.recorded.userData, 'data'), 'a file where the folder should be');
    await import('../../../electron/main.ts');
    await eventually(() => expect(electron.recorded.errorBoxes).toHaveLength(1));
    expect(electron.recorded.errorBoxes[0]).toEqual([
      'Kebu',
      expect.stringContaining('cannot open its data folder (ENOTDIR)'),
    ]);
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
    await eventually(() => expect(electron.recorded.calls).toContain('app.quit'));
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
    await eventually(() => expect(window.destroyed).toBe(true));
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
    await eventually(() => expect(window.destroyed).toBe(true));
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
    await eventually(() => expect(window.webContents.reloads).toBe(1));
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
    await eventually(async () => expect(await archiveState()).toBe('locked'));
  });

  it('locks and reloads a window that crashed, and gives up when it keeps crashing', async () => {
    const window = await startMain();
    await openArchive();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(await archiveState()).toBe('open');
    for (let crash = 1; crash <= 3; crash++) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      await eventually(() => expect(window.webContents.reloads).toBe(crash));
      expect(await archiveState()).toBe('locked');
    }
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await eventually(() => expect(electron.recorded.calls).toContain('app.exit'));
    expect(window.webContents.reloads).toBe(3);
    expect(electron.recorded.errorBoxes).toHaveLength(1);
  });
});
