import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { MessageValues } from '#shared/i18n/translate.ts';
import { followMoved, judgeDataFolder, moveDataFolder, type FolderProblem } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';

export interface FolderWorld {
  files: FileSystem;
  /** Where the archive goes when it may not stay. */
  localDir: string;
  /** A question that is answered with yes or no. */
  ask: (key: MessageKey, values: MessageValues) => Promise<boolean>;
  /** Tells where a path really leads; the system's own unless a test says otherwise. */
  resolve?: (path: string) => Promise<string>;
  /** Text of /proc/mounts, `null` where there is none. */
  mounts?: string | null;
}

/** The archive could not be moved, and nothing is changed. `cause` is Node's error. */
export class FolderNotMoved extends Error {}

/**
 * The folder in which the archive lies or may lie. On a network drive or in a synchronised folder two machines could write to
 * it at once, or half of it be replaced by an old copy: it is moved if the user says so, and Kebu does not start otherwise
 * (`null`). Rejects with `FolderNotMoved`, or with what is wrong with the folder.
 */
export async function settleDataFolder(wanted: string, world: FolderWorld): Promise<string | null> {
  const { files, localDir, ask, resolve = realpath } = world;
  const dataDir = await followMoved(files, wanted);
  await files.makeDir(dataDir);
  const mounts = world.mounts === undefined ? await readMounts(files) : world.mounts;
  const problem = judgeDataFolder(await resolve(dataDir), mounts);
  if (!problem) return dataDir;
  if (!(await ask(...questionAbout(problem, localDir)))) return null;
  await moveDataFolder(files, dataDir, localDir).catch((error: unknown) => {
    throw new FolderNotMoved('The archive was not moved', { cause: error });
  });
  return localDir;
}

function questionAbout(problem: FolderProblem, folder: string): [MessageKey, MessageValues] {
  if (problem.kind === 'network') return ['machine.folder-network', { folder }];
  return ['machine.folder-synced', { folder, service: problem.service }];
}

async function readMounts(files: FileSystem): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  return files.readFile('/proc/mounts').then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
}

/** A folder of this machine alone, where the system has one. */
export function localDataDir(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Kebu', 'data');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Kebu', 'data');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Kebu', 'data');
}
