import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDefaultDialogs } from '../../../electron/stand-in/desktop-dialogs.ts';
import { type DialogRequest, type DialogTool, planDialog } from '../../../electron/stand-in/dialog-command.ts';

const nasty = '"; rm -rf ~; $(x) `y` \' & -- 客户';
const tools: DialogTool[] = ['zenity', 'kdialog', 'osascript', 'powershell'];
const requests: DialogRequest[] = [
  { ask: 'folder', title: nasty },
  { ask: 'backup-file', title: nasty },
  { ask: 'save-path', title: nasty, suggestedName: `${nasty}.csv` },
  { ask: 'confirm', question: nasty },
];

describe.each(tools)('%s', (tool) => {
  it.each(requests)('is asked for $ask, with texts that cannot become code', (request) => {
    const { args, env } = planDialog(tool, request, '/home/a');
    const scripts = tool === 'osascript' ? args.filter((_arg, index) => args[index - 1] === '-e') : [];
    const code = tool === 'powershell' ? args : scripts;
    expect(code.join(' ')).not.toContain('rm -rf');
    expect([...args, ...Object.values(env ?? {})].join(' ')).toContain(nasty);
  });
});

describe('without a program to ask with', () => {
  let home = '';
  const said: string[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kebu-dialogs-'));
    said.length = 0;
  });
  afterEach(() => rm(home, { recursive: true }));
  const dialogs = (): ReturnType<typeof createDefaultDialogs> =>
    createDefaultDialogs(
      () => Promise.resolve('en'),
      (sentence) => said.push(sentence),
      join(home, 'Kebu Backups'),
    );

  it('makes and names one folder', async () => {
    expect(await dialogs().chooseFolder()).toBe(join(home, 'Kebu Backups'));
    expect(await readdir(home)).toEqual(['Kebu Backups']);
    expect(said).toEqual([expect.stringContaining(join(home, 'Kebu Backups'))]);
  });

  it('takes the newest backup there, or none', async () => {
    expect(await dialogs().chooseBackupFile()).toBeNull();
    for (const [name, at] of [
      ['new.kebu', 20],
      ['old.kebu', 10],
      ['newer.txt', 30],
    ] as const) {
      await writeFile(join(home, 'Kebu Backups', name), '');
      await utimes(join(home, 'Kebu Backups', name), at, at);
    }
    expect(await dialogs().chooseBackupFile()).toBe(join(home, 'Kebu Backups', 'new.kebu'));
  });

  it('never saves over something', async () => {
    const first = await dialogs().chooseSavePath('list.csv');
    expect(first).toBe(join(home, 'Kebu Backups', 'list.csv'));
    await writeFile(`${first}`, '');
    expect(await dialogs().chooseSavePath('list.csv')).toBe(join(home, 'Kebu Backups', 'list (2).csv'));
  });

  it('counts a question as answered with no', async () => {
    expect(await dialogs().confirm('open it?')).toBe(false);
  });
});
