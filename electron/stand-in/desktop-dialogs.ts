import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, parse } from 'node:path';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Dialogs } from '../ports.ts';
import { type DialogRequest, type DialogTool, planDialog } from './dialog-command.ts';
import { tell } from './sentences.ts';

/** The dialogs of this desktop; without any, one folder that is always the same, named on the terminal. */
export function createDesktopDialogs(language: () => Promise<Language>, say: (sentence: string) => void): Dialogs {
  const tool = findDialogTool();
  return tool
    ? createToolDialogs(tool, language)
    : createDefaultDialogs(language, say, join(homedir(), 'Kebu Backups'));
}

function findDialogTool(): DialogTool | null {
  if (process.platform === 'darwin') return 'osascript';
  if (process.platform === 'win32') return 'powershell';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const tools: DialogTool[] = ['zenity', 'kdialog'];
  return tools.find((tool) => folders.some((folder) => existsSync(join(folder, tool)))) ?? null;
}

function createToolDialogs(tool: DialogTool, language: () => Promise<Language>): Dialogs {
  const ask = (request: DialogRequest): Promise<string | null> => {
    const { command, args, env } = planDialog(tool, request, homedir());
    return new Promise((resolve) => {
      execFile(command, args, { env: { ...process.env, ...env }, encoding: 'utf8' }, (error, stdout) => {
        resolve(error ? null : stdout.replace(/\r?\n$/, ''));
      });
    });
  };
  const askPath = async (request: DialogRequest): Promise<string | null> => (await ask(request)) || null;
  return {
    chooseFolder: async () => askPath({ ask: 'folder', title: translate(await language(), 'machine.choose-folder') }),
    chooseBackupFile: async () =>
      askPath({ ask: 'backup-file', title: translate(await language(), 'machine.choose-backup') }),
    chooseSavePath: async (suggestedName) =>
      askPath({ ask: 'save-path', title: translate(await language(), 'machine.save-as'), suggestedName }),
    confirm: async (question) => (await ask({ ask: 'confirm', question })) !== null,
  };
}

/** For a desktop that cannot ask: everything goes to and comes from one folder, and a question counts as answered with no. */
export function createDefaultDialogs(
  language: () => Promise<Language>,
  say: (sentence: string) => void,
  folder: string,
): Dialogs {
  const announce = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    say(tell(await language(), 'default-folder', { folder }));
  };
  return {
    async chooseFolder() {
      await announce();
      return folder;
    },
    async chooseBackupFile() {
      await announce();
      return findNewestBackup(folder);
    },
    async chooseSavePath(suggestedName) {
      await announce();
      return findFreePath(folder, suggestedName);
    },
    confirm: () => Promise.resolve(false),
  };
}

async function findNewestBackup(folder: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.kebu'));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  return files.sort((a, b) => b.at - a.at)[0]?.path ?? null;
}

/** A name that is not taken: nobody was asked whether something may be overwritten. */
function findFreePath(folder: string, suggestedName: string): string {
  const { name, ext } = parse(suggestedName);
  let path = join(folder, `${name}${ext}`);
  for (let n = 2; existsSync(path); n += 1) path = join(folder, `${name} (${n})${ext}`);
  return path;
}
