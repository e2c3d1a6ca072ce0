import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../../electron/files/file-system.ts';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const minute = 60_000;
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;
const finished = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.kebu'));

/** A machine with an archive, a stick that can be plugged in elsewhere, and a clock that the test moves. */
async function aDesk(files: Partial<FileSystem> = {}) {
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

async function addStick(machine: Machine): Promise<string> {
  const { folder } = await machine.ask('backup/add-folder', {});
  return folder!.id;
}

async function change(machine: Machine): Promise<number> {
  const { headSeq: afterSeq, counts } = await machine.ask('journal/status', {});
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts, payload: new Uint8Array([1]) };
  return (await machine.ask('journal/append', frame)).seq;
}

/** What the window does when it hears `backup-due`. */
async function followPlan(machine: Machine, by: 'clock' | 'hand' | 'quit' = 'clock') {
  const plan = await machine.ask('backup/plan', { by });
  const { headSeq } = await machine.ask('journal/status', {});
  if (plan.needsSnapshot) await backUp(machine, 'local', aSmallArchive, headSeq);
  for (const folderId of plan.folderIds) await machine.ask('backup/copy', { folderId });
  return plan;
}

describe('the schedule', () => {
  it('asks the window for a snapshot after a change, once it is quiet, and not again', async () => {
    const { machine, wait } = await aDesk();
    await wait(minute);
    await change(machine);
    expect(await wait(1000)).not.toContain('backup-due');
    expect(await wait(minute)).toContain('backup-due');
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [] });
    expect(await wait(10 * minute)).not.toContain('backup-due');
  });

  it('asks again only after a while when the snapshot failed', async () => {
    const { machine, wait } = await aDesk();
    await change(machine);
    await wait(0);
    expect(await wait(minute)).toContain('backup-due');
    const { backupId } = await machine.ask('backup/begin', { seq: 1, counts: {} });
    await machine.ask('backup/cancel', { backupId });
    expect(await wait(minute)).not.toContain('backup-due');
    expect(await wait(5 * minute)).toContain('backup-due');
  });

  it('gives a stick its copy within the hour, and at once when it is plugged in', async () => {
    const { machine, wait, stick, unplug, plugIn } = await aDesk();
    const folderId = await addStick(machine);
    await change(machine);
    await wait(0);
    await wait(minute);
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(finished(stick)).toHaveLength(1);
    await change(machine);
    await wait(0);
    expect(await wait(10 * minute)).toContain('backup-due');
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [] });
    expect(await wait(30 * minute)).not.toContain('backup-due');

    unplug();
    expect(await wait(minute)).toEqual(['backup-targets-changed']);
    const elsewhere = plugIn('KINGSTON 1');
    expect(await wait(5000)).toEqual(['backup-targets-changed', 'backup-due']);
    expect(await followPlan(machine)).toEqual({ needsSnapshot: false, folderIds: [folderId] });
    expect(finished(elsewhere)).toHaveLength(2);
    const { folders, backups } = await machine.ask('backup/status', {});
    expect(folders).toMatchObject([{ id: folderId, kind: 'drive', reachable: true, failure: null }]);
    expect(backups.filter((backup) => backup.folderId === folderId)).toHaveLength(2);
  });

  it('knows a stick by its marker, not by its place: another one there is left alone', async () => {
    const { machine, stick, wait, unplug, desk, media } = await aDesk();
    const folderId = await addStick(machine);
    unplug();
    const other = join(media, 'KINGSTON', '客簿备份');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, '.kebu-target.json'), JSON.stringify({ id: 'another', archiveIds: ['x'] }));
    desk.drives = [join(media, 'KINGSTON')];
    await backUp(machine, 'local', aSmallArchive, 0);
    await wait(minute);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-missing' });
    expect(finished(stick)).toEqual([]);
    expect(readdirSync(other)).toEqual(['.kebu-target.json']);
  });

  it('copies the newest snapshot by itself while the archive is locked, without a secret', async () => {
    const { machine, wait, unplug, plugIn } = await aDesk();
    const folderId = await addStick(machine);
    const seq = await change(machine);
    const { name } = await backUp(machine, 'local', aSmallArchive, seq);
    unplug();
    await wait(minute);
    await machine.ask('keys/lock', {});
    const stick = plugIn('E');
    expect(await wait(5000)).not.toContain('backup-due');
    expect(finished(stick)).toEqual([name]);
    const { backups } = await machine.ask('backup/status', {});
    expect(backups.find((backup) => backup.folderId === folderId)).toMatchObject({ name, proof: 'compared' });
    await machine.ask('keys/unlock', unlock);
    await machine.ask('backup/copy', { folderId });
    const again = (await machine.ask('backup/status', {})).backups.find((backup) => backup.folderId === folderId);
    expect(again).toMatchObject({ name, proof: 'decrypted' });
  });

  it('is started with timers from outside, and stops', async () => {
    const { machine } = await aDesk();
    const timers: { periodMs: number; isRunning: boolean }[] = [];
    const stop = machine.schedule.start((periodMs) => {
      const timer = { periodMs, isRunning: true };
      timers.push(timer);
      return () => {
        timer.isRunning = false;
      };
    });
    expect(timers).toEqual([{ periodMs: 5000, isRunning: true }]);
    stop();
    expect(timers[0]?.isRunning).toBe(false);
  });
});

describe('a plan', () => {
  it('by hand makes a new backup in every folder that is there, changed or not', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    expect(await followPlan(machine, 'hand')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(await followPlan(machine, 'hand')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect((await machine.ask('backup/status', {})).backups).toHaveLength(4);
  });

  it('before quitting takes only what lacks something', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    expect(await machine.ask('backup/plan', { by: 'quit' })).toEqual({ needsSnapshot: false, folderIds: [folderId] });
    await change(machine);
    expect(await followPlan(machine, 'quit')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(await followPlan(machine, 'quit')).toEqual({ needsSnapshot: false, folderIds: [] });
  });
});

describe('a copy', () => {
  /** A desk whose stick does something wrong while it is written to. */
  async function aFaultyDesk(onWrite: (desk: Awaited<ReturnType<typeof aDesk>>, path: string) => void) {
    const later: { desk?: Awaited<ReturnType<typeof aDesk>> } = {};
    const desk = await aDesk({
      async open(path, mode) {
        const file = await nodeFileSystem.open(path, mode);
        const isCopy = later.desk && path.startsWith(later.desk.media) && path.includes('.kebu') && mode === 'create';
        if (!isCopy) return file;
        return {
          ...file,
          write(bytes, position) {
            if (later.desk) onWrite(later.desk, path);
            return file.write(bytes, position);
          },
        };
      },
    });
    const folderId = await addStick(desk.machine);
    const { name } = await backUp(desk.machine, 'local', aSmallArchive, 0);
    later.desk = desk;
    return { ...desk, folderId, name };
  }

  it('is the snapshot byte for byte, under its name, with a pointer to it', async () => {
    const { machine, stick } = await aDesk();
    const { name } = await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const { snapshots } = machine.session.require().paths;
    expect(readFileSync(join(stick, name))).toEqual(readFileSync(join(snapshots, name)));
    expect(JSON.parse(readFileSync(join(stick, 'latest.json'), 'utf8'))).toMatchObject({ name });
    expect(readdirSync(stick).sort()).toEqual(['.kebu-target.json', name, 'latest.json'].sort());
  });

  it('onto a stick that is pulled out leaves the snapshot here and says what comes next', async () => {
    const { machine, folderId, name } = await aFaultyDesk(({ unplug }) => {
      unplug();
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    });
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-gone' });
    const { folders, backups } = await machine.ask('backup/status', {});
    expect(folders).toMatchObject([{ reachable: false, failure: { code: 'backup/target-gone' } }]);
    expect(backups).toMatchObject([{ name, folderId: 'local' }]);
  });

  it('that does not read back as it was written is thrown away', async () => {
    const { machine, folderId, stick } = await aFaultyDesk(() => undefined);
    const files = { ...machine.ports.files };
    machine.ports.files.open = async (path, mode) => {
      const file = await files.open(path, mode);
      if (!path.startsWith(stick) || mode !== 'read') return file;
      return {
        ...file,
        async read(into, position) {
          const length = await file.read(into, position);
          if (position > 3000 && length > 0) into[0]! ^= 1;
          return length;
        },
      };
    };
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/verify-failed' });
    expect(finished(stick)).toEqual([]);
    expect(readdirSync(stick).filter((file) => file.includes('unfinished'))).toEqual([]);
  });

  it('is stopped by hand, and leaves nothing', async () => {
    const { machine, folderId, stick } = await aFaultyDesk(({ machine: at }) => void at.ask('backup/stop-copy', {}));
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/cancelled' });
    expect(finished(stick)).toEqual([]);
    expect((await machine.ask('backup/status', {})).folders).toMatchObject([{ failure: null }]);
  });

  it('tells how far it is, and that the machine is not to be quit', async () => {
    const seen: unknown[] = [];
    const { machine, folderId } = await aFaultyDesk(({ machine: at }) => {
      seen.push(at.isBackingUp());
      void at.ask('backup/progress', {}).then(({ copy }) => seen.push(copy));
    });
    const { backup } = await machine.ask('backup/copy', { folderId });
    expect(seen[0]).toBe(true);
    expect(seen[1]).toMatchObject({ folderId, step: 'writing', totalBytes: backup.sizeBytes });
    expect(await machine.ask('backup/progress', {})).toEqual({ copy: null, isDrilling: false });
    expect(machine.isBackingUp()).toBe(false);
  });

  it.each([
    ['backup/disk-full', { freeBytes: () => Promise.resolve(4000) }],
    ['backup/too-large', { maxFileBytes: () => Promise.resolve(4000) }],
  ] as const)('is refused with %s before a byte is written', async (code, files) => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    await backUp(machine, 'local', aSmallArchive, 0);
    Object.assign(machine.ports.files, files);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code });
    expect(finished(stick)).toEqual([]);
    expect((await machine.ask('backup/status', {})).folders).toMatchObject([{ failure: { code } }]);
  });

  it('of a snapshot that went bad is refused, and the next round makes another', async () => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    const seq = await change(machine);
    const { name } = await backUp(machine, 'local', aSmallArchive, seq);
    const path = join(machine.session.require().paths.snapshots, name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 3000]! ^= 1;
    writeFileSync(path, bytes);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/no-snapshot' });
    expect(finished(stick)).toEqual([]);
    expect(await followPlan(machine, 'hand')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(finished(stick)).toHaveLength(1);
  });

  it('that lies there already is not written again but proved again', async () => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    const first = await backUp(machine, folderId, aSmallArchive, 0);
    rmSync(join(machine.ports.dataDir, 'archive', 'verified-backups.json'));
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/no-snapshot' });
    expect(finished(stick)).toEqual([first.name]);
  });
});

describe('files that are no backups', () => {
  it('are told by name and kind, and left alone', async () => {
    const { machine, stick } = await aDesk();
    const { name } = await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const stem = name.replace('.kebu', '');
    const bytes = readFileSync(join(stick, name));
    const files = [
      [`${stem} (1).kebu`, bytes, 'numbered-copy'],
      [`${stem} (conflicted copy 2026-03-01).kebu`, bytes, 'conflicted-copy'],
      [`${stem.replace(/\d{9}Z/, '000000000Z')}.kebu`, Buffer.alloc(0), 'empty'],
      [`${stem.replace(/\d{9}Z/, '000000001Z')}.kebu`, bytes.subarray(0, 4000), 'half-synced'],
      [`${name}.crdownload`, bytes, 'arriving'],
    ] as const;
    for (const [file, content] of files) writeFileSync(join(stick, file), content);
    writeFileSync(join(stick, `${name}.0a1b2c3d.unfinished`), 'half');
    writeFileSync(join(stick, 'photo (1).jpg'), 'x');
    const { folders, backups } = await machine.ask('backup/status', {});
    const told = new Map(folders[0]!.strangers.map(({ name: file, kind }) => [file, kind]));
    expect(told).toEqual(new Map(files.map(([file, , kind]) => [file, kind])));
    expect(backups.filter(({ folderId }) => folderId !== 'local')).toHaveLength(1);
  });

  it('are not opened while their content is in the cloud', async () => {
    const { machine, stick } = await aDesk();
    await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const files = { ...machine.ports.files };
    const opened: string[] = [];
    machine.ports.files.stat = async (path) => {
      const found = await files.stat(path);
      return found && path.startsWith(stick) && path.endsWith('.kebu') ? { ...found, storedBytes: 0 } : found;
    };
    machine.ports.files.open = (path, mode) => {
      opened.push(path);
      return files.open(path, mode);
    };
    const { folders, backups } = await machine.ask('backup/status', {});
    expect(folders).toMatchObject([{ strangers: [{ kind: 'placeholder' }] }]);
    expect(backups.filter(({ folderId }) => folderId !== 'local')).toEqual([]);
    expect(opened.filter((path) => path.startsWith(stick))).toEqual([]);
  });
});

describe('a drill', () => {
  it('restores the newest backup outside into an archive of its own, and leaves no trace of it', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    const { name } = await backUp(machine, folderId, aSmallArchive, await change(machine));
    const before = await machine.ask('journal/status', {});
    const { drill } = await machine.ask('backup/drill', {});
    expect(drill).toMatchObject({ name, folder: '客簿备份', counts: countsOf(aSmallArchive), failure: null });
    expect((await machine.ask('backup/status', {})).drill).toEqual(drill);
    expect(readdirSync(machine.ports.dataDir)).toEqual(['archive']);
    expect(await machine.ask('journal/status', {})).toEqual(before);
  });

  it('says so when the backup cannot be restored', async () => {
    const { machine, stick } = await aDesk();
    const { name } = await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const bytes = readFileSync(join(stick, name));
    bytes[bytes.lastIndexOf('age-encryption.org') + 600]! ^= 1;
    writeFileSync(join(stick, name), bytes);
    const { drill } = await machine.ask('backup/drill', {});
    expect(drill).toMatchObject({ name, counts: null, failure: 'restore/damaged' });
    // It counts as verified no longer, and the folder lacks a backup again.
    const { backups } = await machine.ask('backup/status', {});
    expect(backups.find((backup) => backup.name === name && backup.folderId !== 'local')?.verifiedAt).toBeNull();
    expect((await machine.ask('backup/plan', { by: 'quit' })).folderIds).toHaveLength(1);
    expect(readdirSync(machine.ports.dataDir)).toEqual(['archive']);
  });

  it('is refused where there is nothing to try, and while locked', async () => {
    const { machine } = await aDesk();
    expect(await machine.refusal('backup/drill', {})).toEqual({ code: 'backup/nothing-to-try' });
    await machine.ask('keys/lock', {});
    expect(await machine.refusal('backup/drill', {})).toEqual({ code: 'keys/locked' });
  });

  it('is made by itself once a month, in a quiet moment', async () => {
    const { machine, wait } = await aDesk();
    await backUp(machine, await addStick(machine), aSmallArchive, 0);
    await wait(minute);
    expect((await machine.ask('backup/status', {})).drill).toBeNull();
    await wait(10 * minute);
    const { drill } = await machine.ask('backup/status', {});
    expect(drill).toMatchObject({ failure: null });
    await wait(60 * minute);
    expect((await machine.ask('backup/status', {})).drill).toEqual(drill);
  });
});
