import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packContent } from '#shared/archive/pack-content.ts';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { aDossier, anOrigin } from '../../helpers/content.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

/** A machine with an open archive; `folder` is what the user picks when asked for one. */
async function aMachine(folder = aTempDir()) {
  const ports = testPorts();
  const dialogs = { ...ports.dialogs, chooseFolder: () => Promise.resolve(folder) };
  const machine = await startMachine({ dataDir: ports.dataDir, dialogs });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  return { machine, folder, dataDir: ports.dataDir, snapshots: join(ports.dataDir, 'archive', 'snapshots') };
}

/** Writes one frame, so that the journal has a head to back up. */
async function writeFrame(machine: Machine, payload: string): Promise<number> {
  const { headSeq: afterSeq, counts } = await machine.ask('journal/status', {});
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts };
  const { seq } = await machine.ask('journal/append', { ...frame, payload: new TextEncoder().encode(payload) });
  return seq;
}

async function addFolder(machine: Machine): Promise<string> {
  const { folder } = await machine.ask('backup/add-folder', {});
  return folder!.id;
}

/** What lies in the chosen folders. */
async function outside(machine: Machine) {
  return (await machine.ask('backup/status', {})).backups.filter(({ folderId }) => folderId !== 'local');
}

const finished = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.kebu'));

describe('a backup through the window', () => {
  it('lies in the chosen folder under its own name, verified, and is listed with its counts', async () => {
    const { machine, folder } = await aMachine();
    const folderId = await addFolder(machine);
    const backup = await backUp(machine, folderId, aSmallArchive, 0);
    expect(finished(folder)).toEqual([backup.name]);
    expect(backup).toMatchObject({ folderId, seq: 0, counts: countsOf(aSmallArchive) });
    expect(backup.sizeBytes).toBe(statSync(join(folder, backup.name)).size);
    expect(Date.parse(backup.verifiedAt!)).toBeGreaterThan(0);
    expect(await outside(machine)).toEqual([backup]);
    const status = await machine.ask('backup/status', {});
    expect(status.folders).toMatchObject([{ id: folderId, reachable: true }]);
    expect(JSON.parse(readFileSync(join(folder, 'latest.json'), 'utf8'))).toMatchObject({ name: backup.name });
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('is listed while the archive is locked, and by the next start', async () => {
    const { machine, dataDir } = await aMachine();
    const backup = await backUp(machine, await addFolder(machine), aSmallArchive, 0);
    await machine.ask('keys/lock', {});
    expect(await outside(machine)).toEqual([backup]);
    const next = await startMachine({ dataDir });
    expect(await outside(next)).toEqual([backup]);
  });

  it('is in order of its sequence number, whatever the times of the files say', async () => {
    const { machine, folder } = await aMachine();
    const folderId = await addFolder(machine);
    const names: string[] = [];
    for (const payload of ['one', 'two', 'three']) {
      names.push((await backUp(machine, folderId, aSmallArchive, await writeFrame(machine, payload))).name);
    }
    utimesSync(join(folder, names[2]!), 0, 0);
    expect((await outside(machine)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('of a folder passes over copies, conflicts, empty, cut and foreign files', async () => {
    const { machine, folder } = await aMachine();
    const { name } = await backUp(machine, await addFolder(machine), aSmallArchive, 0);
    const bytes = readFileSync(join(folder, name));
    const stem = name.replace('.kebu', '');
    for (const [other, content] of [
      [`${stem} (1).kebu`, bytes],
      [`${stem} (conflicted copy 2026-03-01).kebu`, bytes],
      [`${stem.replace('000000000000', '000000000009')}.kebu`, bytes],
      [`${stem.replace(/\d{9}Z/, '000000000Z')}.kebu`, Buffer.alloc(0)],
      [`${stem.replace(/\d{9}Z/, '000000001Z')}.kebu`, bytes.subarray(0, 4000)],
      [`${name}.0a1b2c3d.unfinished`, bytes],
      ['kebu-ffffffff-000000000000-20260301T093000000Z.kebu', bytes],
      ['photo.jpg', Buffer.from('x')],
    ] as const) {
      writeFileSync(join(folder, other), content);
    }
    expect((await outside(machine)).map((backup) => backup.name)).toEqual([name]);
  });

  it('that changed its size since it was verified is listed as not verified', async () => {
    const { machine, folder } = await aMachine();
    const { name } = await backUp(machine, await addFolder(machine), aSmallArchive, 0);
    const records = join(machine.ports.dataDir, 'archive', 'verified-backups.json');
    writeFileSync(records, readFileSync(records, 'utf8').replace(/"sizeBytes": \d+/g, '"sizeBytes": 7'));
    expect(await outside(machine)).toMatchObject([{ name, verifiedAt: null, counts: null }]);
    rmSync(records);
    expect(await outside(machine)).toMatchObject([{ name, verifiedAt: null }]);
    truncateSync(join(folder, name), 0);
    expect(await outside(machine)).toEqual([]);
  });
});

describe('the window', () => {
  it('hears of every change to folders and backups', async () => {
    const heard: string[] = [];
    const folder = aTempDir();
    const { dialogs } = testPorts();
    const machine = await startMachine({
      dialogs: { ...dialogs, chooseFolder: () => Promise.resolve(folder) },
      notify: (event) => heard.push(event),
    });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    const folderId = await addFolder(machine);
    await backUp(machine, folderId, aSmallArchive, 0);
    await machine.ask('backup/remove-folder', { folderId });
    expect(heard.filter((event) => event === 'backup-targets-changed')).toHaveLength(4);
  });
});

describe('a folder that is not there', () => {
  it('is remembered with what was verified in it, until it is removed', async () => {
    const { machine, folder } = await aMachine();
    const folderId = await addFolder(machine);
    const backup = await backUp(machine, folderId, aSmallArchive, 0);
    renameSync(folder, `${folder}-unplugged`);
    expect(await outside(machine)).toEqual([backup]);
    expect(await machine.refusal('restore/choose', { knownBackupId: backup.id })).toEqual({
      code: 'backup/target-missing',
    });
    renameSync(`${folder}-unplugged`, folder);
    expect(await outside(machine)).toEqual([backup]);
    renameSync(folder, `${folder}-unplugged`);
    await machine.ask('backup/remove-folder', { folderId });
    expect(await outside(machine)).toEqual([]);
  });
});

describe('a backup is refused', () => {
  it('into a folder that is not there any more, and the folder is shown as unreachable', async () => {
    const { machine, folder } = await aMachine();
    const folderId = await addFolder(machine);
    rmSync(folder, { recursive: true });
    await backUp(machine, 'local', aSmallArchive, 0);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-missing' });
    // The mount point of an unplugged drive, or another drive at its place.
    mkdirSync(folder);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-missing' });
    expect((await machine.ask('backup/status', {})).folders).toMatchObject([{ reachable: false, freeBytes: null }]);
  });

  it('into a folder nobody chose', async () => {
    const { machine } = await aMachine();
    await backUp(machine, 'local', aSmallArchive, 0);
    expect(await machine.refusal('backup/copy', { folderId: 'unknown' })).toEqual({ code: 'backup/no-target' });
  });

  it('when it holds other records than announced, and leaves nothing', async () => {
    const { machine, snapshots } = await aMachine();
    const { archiveId, generation } = machine.session.require().opened();
    const counts = { ...countsOf(aSmallArchive), customer: 3 };
    const { backupId } = await machine.ask('backup/begin', { seq: 0, counts });
    for await (const chunk of packContent(aSmallArchive, { ...anOrigin, archiveId, generation, seq: 0 })) {
      await machine.ask('backup/write', { backupId, chunk });
    }
    expect(await machine.refusal('backup/finish', { backupId })).toEqual({ code: 'backup/verify-failed' });
    expect(readdirSync(snapshots)).toEqual([]);
  });

  it.each([
    ['another archive', { archiveId: 'ffffffffffffffffffffffffffffffff' }],
    ['another state', { seq: 7 }],
    ['another generation', { generation: 9 }],
  ])('when its content says it is of %s', async (_, wrong) => {
    const { machine, snapshots } = await aMachine();
    const { archiveId, generation } = machine.session.require().opened();
    const counts = countsOf(aSmallArchive);
    const { backupId } = await machine.ask('backup/begin', { seq: 0, counts });
    for await (const chunk of packContent(aSmallArchive, { ...anOrigin, archiveId, generation, seq: 0, ...wrong })) {
      await machine.ask('backup/write', { backupId, chunk });
    }
    expect(await machine.refusal('backup/finish', { backupId })).toEqual({ code: 'backup/verify-failed' });
    expect(readdirSync(snapshots)).toEqual([]);
  });

  it('when its content ends early', async () => {
    const { machine, snapshots } = await aMachine();
    const { archiveId, generation } = machine.session.require().opened();
    const { backupId } = await machine.ask('backup/begin', { seq: 0, counts: {} });
    for await (const chunk of packContent([], { ...anOrigin, archiveId, generation, seq: 0 })) {
      await machine.ask('backup/write', { backupId, chunk: chunk.subarray(0, -20) });
    }
    expect(await machine.refusal('backup/finish', { backupId })).toEqual({ code: 'backup/verify-failed' });
    expect(readdirSync(snapshots)).toEqual([]);
  });

  it('while the archive is locked', async () => {
    const { machine } = await aMachine();
    await machine.ask('keys/lock', {});
    const begin = { seq: 0, counts: {} };
    expect(await machine.refusal('backup/begin', begin)).toEqual({ code: 'keys/locked' });
    expect(await machine.refusal('backup/add-folder', {})).toEqual({ code: 'keys/locked' });
  });
});

describe('a backup that does not end', () => {
  it('leaves nothing when it is cancelled', async () => {
    const { machine, snapshots } = await aMachine();
    const { backupId } = await machine.ask('backup/begin', { seq: 0, counts: {} });
    await machine.ask('backup/write', { backupId, chunk: new Uint8Array(100_000) });
    await machine.ask('backup/cancel', { backupId });
    expect(readdirSync(snapshots)).toEqual([]);
    const chunk = new Uint8Array(1);
    expect(await machine.refusal('backup/write', { backupId, chunk })).toEqual({ code: 'backup/cancelled' });
    expect(await machine.refusal('backup/finish', { backupId })).toEqual({ code: 'backup/cancelled' });
    await machine.ask('backup/cancel', { backupId });
  });

  it('leaves nothing when the archive is locked meanwhile', async () => {
    const { machine, snapshots } = await aMachine();
    const { backupId } = await machine.ask('backup/begin', { seq: 0, counts: {} });
    await machine.ask('backup/write', { backupId, chunk: new Uint8Array(100_000) });
    await machine.ask('keys/lock', {});
    expect(readdirSync(snapshots)).toEqual([]);
  });

  it('because of a crash is cleared away by a backup a day later, and another machine’s fresh one is not', async () => {
    const { machine, snapshots } = await aMachine();
    const prefix = `kebu-${machine.session.require().archiveId.slice(0, 8)}-000000000000`;
    const stamp = (at: Date) => at.toISOString().replaceAll(/[-:.]/g, '');
    const fresh = `${prefix}-${stamp(new Date())}.kebu.0a1b2c3d.unfinished`;
    const old = `${prefix}-${stamp(new Date(Date.now() - 25 * 3_600_000))}.kebu.0a1b2c3d.unfinished`;
    for (const name of [fresh, old]) writeFileSync(join(snapshots, name), 'half');
    await backUp(machine, 'local', aSmallArchive, 0);
    const left = readdirSync(snapshots);
    expect(left).toContain(fresh);
    expect(left).not.toContain(old);
  });
});

describe('backup folders', () => {
  it('are remembered, asked for once, and forgotten with their backups left in place', async () => {
    const { machine, folder, dataDir } = await aMachine();
    const folderId = await addFolder(machine);
    expect(await addFolder(machine)).toBe(folderId);
    const { name } = await backUp(machine, folderId, aSmallArchive, 0);
    const next = await startMachine({ dataDir });
    expect((await next.ask('backup/status', {})).folders).toHaveLength(1);
    await machine.ask('backup/remove-folder', { folderId });
    expect((await machine.ask('backup/status', {})).folders).toEqual([]);
    expect(await outside(machine)).toEqual([]);
    expect(finished(folder)).toEqual([name]);
  });

  it('may be shared by two archives', async () => {
    const shared = aTempDir();
    const [one, two] = [await aMachine(shared), await aMachine(shared)];
    const [first, second] = [await addFolder(one.machine), await addFolder(two.machine)];
    const backup = await backUp(one.machine, first, aSmallArchive, 0);
    await backUp(two.machine, second, [aDossier(9)], 0);
    expect(await outside(one.machine)).toEqual([backup]);
    expect(finished(shared)).toHaveLength(2);
  });

  it('are none when the user thinks better of it, or when there is no archive', async () => {
    const machine = await startMachine();
    expect(await machine.ask('backup/status', {})).toEqual({ folders: [], backups: [], drill: null });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    expect(await machine.ask('backup/add-folder', {})).toEqual({ folder: null });
  });

  it('that a file stands at is refused', async () => {
    const file = join(aTempDir(), 'file');
    writeFileSync(file, 'x');
    const { machine } = await aMachine(file);
    expect(await machine.refusal('backup/add-folder', {})).toEqual({ code: 'backup/target-missing' });
  });
});

describe('a local snapshot', () => {
  it('becomes the base of the journal, which keeps every change of a month', async () => {
    let days = 0;
    const machine = await startMachine({ clock: { now: () => new Date(Date.UTC(2026, 2, 1 + days)) } });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    await writeFrame(machine, 'one');
    const first = await backUp(machine, 'local', aSmallArchive, 1);
    const status = await machine.ask('journal/status', {});
    expect(status.snapshot).toEqual({ name: first.name, seq: 1, counts: countsOf(aSmallArchive) });
    expect(status.firstSeq).toBe(1);
    days = 29;
    await writeFrame(machine, 'two');
    await backUp(machine, 'local', aSmallArchive, 2);
    expect(await machine.ask('journal/status', {})).toMatchObject({ firstSeq: 1, snapshot: { seq: 2 } });
    days = 31;
    await writeFrame(machine, 'three');
    await backUp(machine, 'local', aSmallArchive, 3);
    expect(await machine.ask('journal/status', {})).toMatchObject({ firstSeq: 2, snapshot: { seq: 3 } });
  });

  it('is read back as the same records, whole before its first byte', async () => {
    const { machine, snapshots } = await aMachine();
    await writeFrame(machine, 'one');
    const { name } = await backUp(machine, 'local', aSmallArchive, 1);
    expect(await readSnapshot(machine)).toMatchObject({ seq: 1, counts: countsOf(aSmallArchive) });
    const bytes = readFileSync(join(snapshots, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(snapshots, name), bytes);
    expect(await machine.refusal('snapshot/open', {})).toEqual({ code: 'restore/damaged' });
  });

  it('that went bad is replaced by the one before it, from which the journal still goes on', async () => {
    const { machine, snapshots } = await aMachine();
    await writeFrame(machine, 'one');
    await backUp(machine, 'local', [aDossier(1)], 1);
    await writeFrame(machine, 'two');
    const { name } = await backUp(machine, 'local', [aDossier(1), aDossier(2)], 2);
    rmSync(join(snapshots, name));
    expect(await readSnapshot(machine)).toMatchObject({ seq: 1, counts: { customer: 1 } });
    expect((await machine.ask('journal/read', { fromSeq: 2 })).frames).toHaveLength(1);
  });

  it('that was exchanged for another one is not believed under its name', async () => {
    const { machine, snapshots } = await aMachine();
    await writeFrame(machine, 'one');
    const older = await backUp(machine, 'local', [aDossier(1)], 1);
    await writeFrame(machine, 'two');
    const { name } = await backUp(machine, 'local', [aDossier(1), aDossier(2)], 2);
    copyFileSync(join(snapshots, older.name), join(snapshots, name));
    expect(await readSnapshot(machine)).toMatchObject({ seq: 1, counts: { customer: 1 } });
  });

  it('is not replaced by one from which the journal does not go on any more', async () => {
    const { machine, snapshots } = await aMachine();
    await writeFrame(machine, 'one');
    await backUp(machine, 'local', [aDossier(1)], 1);
    await writeFrame(machine, 'two');
    await writeFrame(machine, 'three');
    const { name } = await backUp(machine, 'local', [aDossier(1), aDossier(2)], 3);
    const { journal } = machine.session.require();
    await journal.compact(3);
    expect(journal.status().firstSeq).toBe(4);
    rmSync(join(snapshots, name));
    expect(await machine.refusal('snapshot/open', {})).toEqual({ code: 'restore/damaged' });
  });

  it('that does not exist is no damage of anything', async () => {
    const { machine } = await aMachine();
    expect(await machine.refusal('snapshot/open', {})).toEqual({ code: 'restore/damaged' });
  });

  it('cannot be read on after the archive was locked', async () => {
    const { machine } = await aMachine();
    await backUp(machine, 'local', aSmallArchive, 0);
    const { readId } = await machine.ask('snapshot/open', {});
    await machine.ask('keys/lock', {});
    expect(await machine.refusal('snapshot/read', { readId })).toEqual({ code: 'keys/locked' });
    await machine.ask('snapshot/close', { readId });
  });
});

async function readSnapshot(machine: Machine) {
  const { readId, sizeBytes, seq, counts } = await machine.ask('snapshot/open', {});
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { chunk } = await machine.ask('snapshot/read', { readId });
    if (!chunk) break;
    chunks.push(chunk);
  }
  await machine.ask('snapshot/close', { readId });
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBe(sizeBytes);
  return { seq, counts, bytes };
}
