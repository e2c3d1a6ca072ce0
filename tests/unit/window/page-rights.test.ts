import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/window/assets.ts';
import { anEvent } from '../../helpers/recording-electron.ts';
import { traversals } from '../../helpers/traversals.ts';
import { electron, startMain, useFreshMain } from '../../helpers/started-main.ts';

useFreshMain();

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
