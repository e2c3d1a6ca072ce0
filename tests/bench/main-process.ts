import { failWith, type AppError } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Opened, Output } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { createHandlers } from '../../electron/handlers/create-handlers.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import type { Ports } from '../../electron/ports.ts';

/** Opens every archive that the bench makes. */
export const benchPassphrase = 'quiet river under stone';

/** The main process as the window reaches it. */
export interface MainProcess {
  reply(channel: string, input: unknown): Promise<Result<unknown, AppError>>;
  close(): Promise<void>;
}

/** The real one, over a folder; without a window, dialogs or a keychain. */
export async function startMainProcess(dataDir: string): Promise<MainProcess> {
  const refuse = () => Promise.reject(new Error('there is nobody to ask'));
  const ports: Ports = {
    app: {
      version: '0.1.0',
      standIn: false,
      locales: ['zh-CN'],
      region: 'CN',
      quit: () => undefined,
      stay: () => undefined,
      openPath: () => Promise.reject(new Error('Nothing is opened here')),
      openExternal: refuse,
    },
    dialogs: { chooseFolder: refuse, chooseBackupFile: refuse, chooseSavePath: refuse, confirm: refuse },
    keychain: { isAvailable: () => Promise.resolve(false), encrypt: refuse, decrypt: refuse },
    printToPdf: null,
    globalKeys: { isAvailable: false, hold: (keys) => keys === null },
    clock: { now: () => new Date() },
    files: nodeFileSystem,
    listDrives: () => Promise.resolve([]),
    log: () => undefined,
    notify: () => undefined,
    // Cheap keys: their strength is not what is measured.
    scryptWorkFactor: 10,
    dataDir,
  };
  const { handlers, session } = await createHandlers(ports);
  return { reply: (channel, input) => dispatch(handlers, ports.log, channel, input), close: () => session.end() };
}

/** Asks and throws AppFailure on a refusal. */
export async function ask<C extends Channel>(main: MainProcess, channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = await main.reply(channel, input);
  return reply.ok ? (reply.value as Output<C>) : failWith(reply.error.code, reply.error.data);
}

/** Unlocks the archive of the folder; creates it where there is none. */
export async function openArchive(main: MainProcess): Promise<Opened> {
  const { archive } = await ask(main, 'app/info', {});
  if (archive === 'none') return (await ask(main, 'keys/create', { passphrase: benchPassphrase })).opened;
  return ask(main, 'keys/unlock', { with: 'passphrase', passphrase: benchPassphrase });
}
