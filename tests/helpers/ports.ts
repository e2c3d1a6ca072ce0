import { nodeFileSystem } from '../../electron/files/file-system.ts';
import type { Keychain, Ports } from '../../electron/ports.ts';
import { keysOfTheSystem } from './global-keys.ts';
import { aTempDir } from './temp-dir.ts';
import { watchBackups } from './watch-backups.ts';

/** Ports over a real folder, with cheap keys and without a screen. */
export function testPorts(change: Partial<Ports> = {}): Ports {
  return {
    app: {
      version: '0.1.0',
      standIn: false,
      locales: ['zh-CN'],
      region: 'CN',
      quit: () => undefined,
      stay: () => undefined,
      openExternal: () => Promise.resolve(),
      openPath: () => Promise.resolve(),
    },
    dialogs: {
      chooseFolder: () => Promise.resolve(null),
      chooseBackupFile: () => Promise.resolve(null),
      chooseSavePath: () => Promise.resolve(null),
      confirm: () => Promise.resolve(false),
    },
    keychain: noKeychain,
    globalKeys: keysOfTheSystem(),
    printToPdf: null,
    clock: { now: () => new Date() },
    listDrives: () => Promise.resolve([]),
    log: () => undefined,
    notify: () => undefined,
    scryptWorkFactor: 10,
    dataDir: change.dataDir ?? aTempDir(),
    ...change,
    files: watchBackups(change.files ?? nodeFileSystem),
  };
}

export const noKeychain: Keychain = {
  isAvailable: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('no keychain')),
  decrypt: () => Promise.reject(new Error('no keychain')),
};

/** A keychain that masks with a key only it has. */
export function aKeychain(): Keychain {
  const mask = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  return {
    isAvailable: () => Promise.resolve(true),
    encrypt: (plain) => Promise.resolve(mask(new TextEncoder().encode(plain))),
    decrypt: (sealed) => Promise.resolve(new TextDecoder().decode(mask(new Uint8Array(sealed)))),
  };
}
