import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../../electron/files/file-system.ts';
import { aSmallArchive, backUp } from './backups.ts';
import { goodPassphrase, startMachine, type Machine } from './machine.ts';
import { testPorts } from './ports.ts';
import { aTempDir } from './temp-dir.ts';

export const minute = 60_000;
export const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;
export const finished = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.kebu'));

/** A machine with an archive, a stick that can be plugged in elsewhere, and a clock that the test moves. */
export async function aDesk(files: Partial<FileSystem> = {}) {
  const media = aTempDir();
  const desk = {
    media,
    /** Drives that are plugged in. */
    drives: [join(media, 'KINGSTON')],
    elapsedMs: 0,
    heard: [] as string[],
    stick: join(media, 'KINGSTON', '客簿备份'),
  };
  mkdirSync(desk.stick, { recursive: true });
  const ports = testPorts();
  const machine = await startMachine(
    {
      dataDir: ports.dataDir,
      dialogs: { ...ports.dialogs, chooseFolder: () => Promise.resolve(desk.stick) },
      files: { ...nodeFileSystem, ...files },
      listDrives: () => Promise.resolve(desk.drives),
      notify: (event) => desk.heard.push(event),
    },
    () => desk.elapsedMs,
  );
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  const wait = async (ms: number) => {
    desk.elapsedMs += ms;
    desk.heard.length = 0;
    await machine.schedule.look();
    return desk.heard;
  };
  const unplug = () => {
    renameSync(join(media, 'KINGSTON'), join(media, 'drawer'));
    desk.drives = [];
  };
  const plugIn = (name: string) => {
    renameSync(join(media, 'drawer'), join(media, name));
    desk.drives = [join(media, name)];
    return join(media, name, '客簿备份');
  };
  return { ...desk, desk, machine, wait, unplug, plugIn };
}

export async function addStick(machine: Machine): Promise<string> {
  const { folder } = await machine.ask('backup/add-folder', {});
  return folder!.id;
}

export async function change(machine: Machine): Promise<number> {
  const { headSeq: afterSeq, counts } = await machine.ask('journal/status', {});
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts, payload: new Uint8Array([1]) };
  return (await machine.ask('journal/append', frame)).seq;
}

/** What the window does when it hears `backup-due`. */
export async function followPlan(machine: Machine, by: 'clock' | 'hand' | 'quit' = 'clock') {
  const plan = await machine.ask('backup/plan', { by });
  const { headSeq } = await machine.ask('journal/status', {});
  if (plan.needsSnapshot) await backUp(machine, 'local', aSmallArchive, headSeq);
  for (const folderId of plan.folderIds) await machine.ask('backup/copy', { folderId });
  return plan;
}
