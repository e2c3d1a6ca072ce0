import type { EventName } from '#shared/ipc/channels.ts';
import type { ListDrives } from './files/drives.ts';
import type { FileSystem } from './files/file-system.ts';
import type { Log } from './log/log.ts';

/** The outside world behind names: Electron gives one set, the stand-in another, tests a third. */

export interface Dialogs {
  /** A folder chosen by the user, `null` when cancelled. */
  chooseFolder(): Promise<string | null>;
  chooseBackupFile(): Promise<string | null>;
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** A yes/no question in the user's language. */
  confirm(question: string): Promise<boolean>;
}

/** A secret kept by the operating system. A convenience copy only: passphrase and paper key always open the data. */
export interface Keychain {
  isAvailable(): Promise<boolean>;
  encrypt(plain: string): Promise<Uint8Array>;
  decrypt(sealed: Uint8Array): Promise<string>;
}

/** Keys that reach Kebu wherever the user is. */
export interface GlobalKeys {
  /** Only a program that the system knows can have any. */
  isAvailable: boolean;
  /**
   * Takes a combination in the place of the one before, or none. Returns `false` when somebody else has it; the one before is
   * gone then too. `onPress` is called when Kebu's window is in front.
   */
  hold(keys: string | null, onPress: () => void): boolean;
}

export interface Clock {
  now(): Date;
}

export interface AppPort {
  version: string;
  standIn: boolean;
  /** Languages of the system, best first. */
  locales: readonly string[];
  /** Where the system says that it is (ISO 3166); empty when it does not. */
  region: string;
  /** Ends the process; whoever calls it has flushed before. */
  quit(): void;
  /** The window was asked to finish and takes its time: nobody goes on without it. */
  stay(): void;
  openExternal(url: string): Promise<void>;
  /** Hands a file to the program that the system opens it with. Rejects with Node's error, or one whose code is `ENOENT`, when there is none. */
  openPath(path: string): Promise<void>;
}

export interface Ports {
  app: AppPort;
  dialogs: Dialogs;
  keychain: Keychain;
  globalKeys: GlobalKeys;
  clock: Clock;
  /** What the window would print, as a PDF; `null` where only the browser's own dialog makes one. */
  printToPdf: (() => Promise<Uint8Array>) | null;
  files: FileSystem;
  listDrives: ListDrives;
  log: Log;
  /** Tells the window something unasked. */
  notify: (event: EventName) => void;
  /** Work factor of scrypt; `defaultWorkFactor` of keys/age.ts, unless a test makes it cheap. */
  scryptWorkFactor: number;
  /** The folder in which everything of this user lies. */
  dataDir: string;
}
