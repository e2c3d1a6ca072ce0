import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { minute, aDesk, addStick, change } from '../../helpers/backup-desk.ts';

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

  it('ends without a result when the archive is locked meanwhile', async () => {
    const { machine, stick } = await aDesk();
    await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const files = { ...machine.ports.files };
    machine.ports.files.open = async (path, mode) => {
      if (path.startsWith(stick) && machine.session.current()) await machine.ask('keys/lock', {});
      return files.open(path, mode);
    };
    expect(await machine.refusal('backup/drill', {})).toEqual({ code: 'keys/locked' });
    expect((await machine.ask('backup/status', {})).drill).toBeNull();
    expect(readdirSync(machine.ports.dataDir)).toEqual(['archive']);
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
