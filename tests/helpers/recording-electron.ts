import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, WindowOpenHandlerResponse } from 'electron';
import { aTempDir } from './temp-dir.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;
export type WindowOpenHandler = (details: { url: string }) => WindowOpenHandlerResponse;

/** An event whose default can be prevented. */
export function anEvent<T extends object>(fields: T = {} as T) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

class RecordedWebContents extends EventEmitter {
  sent: string[] = [];
  windowOpenHandler: WindowOpenHandler | null = null;
  webRtcPolicy = '';
  reloads = 0;
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  send(event: string): void {
    this.sent.push(event);
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class RecordedWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new RecordedWebContents();
  readonly #record: (name: string) => void;
  loaded: string[] = [];
  destroyed = false;
  minimized = false;
  focused = 0;
  constructor(options: BrowserWindowConstructorOptions, record: (name: string) => void) {
    super();
    this.options = options;
    this.#record = record;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  show(): void {
    this.#record('window.show');
  }
  maximize(): void {
    this.#record('window.maximize');
  }
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  isDestroyed = () => this.destroyed;
  getNormalBounds = () => ({ x: 1, y: 2, width: 900, height: 700 });
  restore(): void {
    this.minimized = false;
  }
  focus(): void {
    this.focused += 1;
  }
  destroy(): void {
    this.destroyed = true;
    this.#record('window.destroy');
  }
}

interface RecordedWindowClass {
  new (options: BrowserWindowConstructorOptions): RecordedWindow;
  readonly windows: RecordedWindow[];
  getAllWindows(): RecordedWindow[];
}

/** The part of the `electron` module that main uses: it does nothing and remembers everything. */
export function recordingElectron() {
  const appPath = aTempDir();
  const rendererDir = join(appPath, 'out', 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Kebu</title>');
  writeFileSync(join(rendererDir, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(appPath, 'package.json'), '{"secret":true}');

  const calls: string[] = [];
  const record = (name: string) => void calls.push(name);
  const userData = aTempDir();

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    hasLock: true,
    switches: new Map<string, string | undefined>(),
    commandLine: {
      appendSwitch: (name: string, value?: string) => void app.switches.set(name, value),
    },
    requestSingleInstanceLock: () => app.hasLock,
    enableSandbox: () => record('app.enableSandbox'),
    whenReady: () => Promise.resolve(),
    getPath: () => userData,
    getAppPath: () => appPath,
    getVersion: () => '0.1.0',
    getPreferredSystemLanguages: () => ['en-US'],
    getLocaleCountryCode: () => 'CN',
    quit: () => record('app.quit'),
    exit: () => record('app.exit'),
  });

  const windows: RecordedWindow[] = [];
  const BrowserWindow: RecordedWindowClass = class extends RecordedWindow {
    static readonly windows = windows;
    static readonly getAllWindows = () => windows;
    constructor(options: BrowserWindowConstructorOptions) {
      super(options, record);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  };

  const asked = {
    permissionRequest: (_contents: unknown, _permission: string, _answer: (granted: boolean) => void): void =>
      undefined,
    permissionCheck: (_contents: unknown, _permission: string): boolean => true,
    devicePermission: (_details: unknown): boolean => true,
    displayMedia: (_request: unknown, _answer: (streams: unknown) => void): void => undefined,
    bluetoothPairing: (_details: unknown, _answer: (response: unknown) => void): void => undefined,
    beforeRequest: (_details: { url: string }, _answer: (response: { cancel?: boolean }) => void): void => undefined,
    serve: (_request: Request): Promise<Response> => Promise.reject(new Error('nothing is served')),
    spellChecker: true,
  };
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: typeof asked.permissionRequest) => (asked.permissionRequest = handler),
    setPermissionCheckHandler: (handler: typeof asked.permissionCheck) => (asked.permissionCheck = handler),
    setDevicePermissionHandler: (handler: typeof asked.devicePermission) => (asked.devicePermission = handler),
    setDisplayMediaRequestHandler: (handler: typeof asked.displayMedia) => (asked.displayMedia = handler),
    setBluetoothPairingHandler: (handler: typeof asked.bluetoothPairing) => (asked.bluetoothPairing = handler),
    setSpellCheckerEnabled: (enabled: boolean) => (asked.spellChecker = enabled),
    webRequest: { onBeforeRequest: (handler: typeof asked.beforeRequest) => (asked.beforeRequest = handler) },
    protocol: { handle: (_scheme: string, handler: typeof asked.serve) => (asked.serve = handler) },
  });

  const ipcHandlers = new Map<string, Handler>();
  const exposed = new Map<string, unknown>();
  const schemes: unknown[] = [];
  const menus: unknown[] = [];
  const errorBoxes: string[][] = [];
  const globalKeys = { held: new Map<string, () => void>(), takenByOthers: new Set<string>() };

  return {
    app,
    BrowserWindow,
    session: { defaultSession },
    protocol: { registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list) },
    ipcMain: { handle: (channel: string, handler: Handler) => void ipcHandlers.set(channel, handler) },
    ipcRenderer: Object.assign(new EventEmitter(), {
      invoke: (channel: string, ...args: unknown[]) => Promise.resolve({ channel, args }),
    }),
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
    Menu: {
      setApplicationMenu: (menu: unknown) => void menus.push(menu),
      buildFromTemplate: (template: unknown) => ({ template, popup: () => record('menu.popup') }),
    },
    dialog: {
      showErrorBox: (...texts: string[]) => void errorBoxes.push(texts),
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
      showMessageBox: () => Promise.resolve({ response: 1 }),
    },
    globalShortcut: {
      register(keys: string, onPress: () => void): boolean {
        if (globalKeys.takenByOthers.has(keys)) return false;
        globalKeys.held.set(keys, onPress);
        return true;
      },
      unregister: (keys: string) => void globalKeys.held.delete(keys),
      unregisterAll: () => globalKeys.held.clear(),
    },
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    powerMonitor: new EventEmitter(),
    safeStorage: {
      getSelectedStorageBackend: () => 'basic_text',
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      encryptStringAsync: (plain: string) => Promise.resolve(Buffer.from(plain)),
      decryptStringAsync: (sealed: Buffer) => Promise.resolve({ result: sealed.toString(), shouldReEncrypt: false }),
    },
    shell: { openExternal: (url: string) => Promise.resolve(record(`shell.openExternal ${url}`)) },
    recorded: { asked, calls, ipcHandlers, exposed, schemes, menus, errorBoxes, globalKeys, userData, appPath },
  };
}
export type RecordingElectron = ReturnType<typeof recordingElectron>;
