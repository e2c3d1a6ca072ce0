import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';
import { fetchBack, send, sha256Of, someBytes } from '../../helpers/attachments.ts';
import { openEngineOn } from '../../helpers/engine-on-machine.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

function naming(id: string, customerId: string, bytes: Uint8Array, name = `${id}.bin`): Edit {
  const after = {
    id,
    customerId: anId(customerId),
    name,
    mediaType: 'application/octet-stream',
    sizeBytes: bytes.length,
    sha256: sha256Of(bytes),
    addedAt: '2026-03-01T09:00',
    origin: { kind: 'manual' as const },
  };
  return { table: 'attachment', id, after };
}

/** A Kebu with two customers and a folder for backups; what the dialogs answer can be changed. */
async function aKebu() {
  const picked = { folder: aTempDir(), backup: '', save: '', yes: false, asked: '' };
  const opened: string[] = [];
  const ports = testPorts();
  const machine = await startMachine({
    dataDir: ports.dataDir,
    dialogs: {
      chooseFolder: () => Promise.resolve(picked.folder),
      chooseBackupFile: () => Promise.resolve(picked.backup),
      chooseSavePath: () => Promise.resolve(picked.save),
      confirm: (question) => {
        picked.asked = question;
        return Promise.resolve(picked.yes);
      },
    },
    app: { ...ports.app, openPath: (path) => Promise.resolve(void opened.push(path)) },
  });
  const { opened: keys } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  const { engine } = await openEngineOn(machine, keys);
  await engine.commit('customer/create', [putCustomer({ id: 'c1' }), putCustomer({ id: 'c2', name: '李四' })]);
  return { machine, engine, picked, opened, dataDir: ports.dataDir };
}

async function backUpInto({ machine, engine, picked }: Awaited<ReturnType<typeof aKebu>>) {
  const { folder } = await machine.ask('backup/add-folder', {});
  await engine.backup();
  const { backup } = await machine.ask('backup/copy', { folderId: folder?.id ?? '' });
  return { backup, path: join(picked.folder, readdirSync(picked.folder).find((name) => name.endsWith('.kebu')) ?? '') };
}

async function restoreFrom(machine: Machine, unlock = true) {
  const { chosen } = await machine.ask('restore/choose', {});
  const restoreId = chosen?.restoreId ?? '';
  await machine.ask('restore/open', {
    restoreId,
    ...(unlock ? { unlock: { with: 'passphrase' as const, passphrase: goodPassphrase } } : {}),
  });
  return restoreId;
}

describe('a file of a customer', () => {
  it('travels with the backup onto a new machine, and age and tar give it back as it was', async () => {
    const kebu = await aKebu();
    const [a, b] = [someBytes(150_000), someBytes(3)];
    await send(kebu.machine, a);
    await send(kebu.machine, b);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', a), naming('f2', 'c2', b), naming('f3', 'c2', a)]);
    const { backup, path } = await backUpInto(kebu);
    expect(backup.counts).toMatchObject({ customer: 2, attachment: 3 });

    const out = aTempDir();
    const identity = kebu.machine.session.require().identity();
    execFileSync('bash', ['-c', 'tar xOf "$0" archive.age | age -d -i <(echo "$1") | tar xz', path, identity], {
      cwd: out,
    });
    expect(readdirSync(join(out, 'attachments')).sort()).toEqual([sha256Of(a), sha256Of(b)].sort());
    expect(readFileSync(join(out, 'attachments', sha256Of(a))).equals(a)).toBe(true);

    const other = await startMachine({
      dialogs: { ...testPorts().dialogs, chooseBackupFile: () => Promise.resolve(path) },
    });
    const restoreId = await restoreFrom(other);
    const restored = await other.ask('restore/apply', { restoreId });
    const { engine } = await openEngineOn(other, restored);
    const { attachment } = await engine.dossier(anId('c2'));
    expect(attachment.map(({ id }) => id).sort()).toEqual(['f2', 'f3']);
    expect(Buffer.from(await fetchBack(other, sha256Of(a))).equals(a)).toBe(true);
    expect(Buffer.from(await fetchBack(other, sha256Of(b))).equals(b)).toBe(true);
  });

  it('is not written into the snapshots on this computer, and comes back with them', async () => {
    const kebu = await aKebu();
    const bytes = someBytes(500_000);
    await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', bytes)]);
    const report = await kebu.engine.backup();
    expect(report.sizeBytes).toBeLessThan(100_000);
    await kebu.engine.commit('file/remove', [{ table: 'attachment', id: 'f1', customerId: anId('c1'), after: null }]);
    await kebu.engine.backup();
    kebu.picked.backup = join(kebu.dataDir, 'archive', 'snapshots', report.name);
    const restoreId = await restoreFrom(kebu.machine, false);
    const opened = await kebu.machine.ask('restore/apply', { restoreId });
    const { engine } = await openEngineOn(kebu.machine, opened);
    expect((await engine.dossier(anId('c1'))).attachment).toHaveLength(1);
    expect(Buffer.from(await fetchBack(kebu.machine, sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('keeps a snapshot of this computer from being restored on another, before anything is switched', async () => {
    const kebu = await aKebu();
    const bytes = someBytes(1_000);
    await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', bytes)]);
    const { name } = await kebu.engine.backup();
    const path = join(kebu.dataDir, 'archive', 'snapshots', name);
    const other = await startMachine({
      dialogs: { ...testPorts().dialogs, chooseBackupFile: () => Promise.resolve(path) },
    });
    const restoreId = await restoreFrom(other);
    const refusal = await other.refusal('restore/apply', { restoreId });
    expect(refusal).toEqual({ code: 'restore/files-missing', data: { count: 1 } });
    expect((await other.ask('app/info', {})).archive).toBe('none');
  });

  it('comes back with its customer alone, also after it left this computer', async () => {
    const kebu = await aKebu();
    const bytes = someBytes(80_000);
    await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', bytes)]);
    const { path } = await backUpInto(kebu);
    await kebu.engine.commit('file/remove', [{ table: 'attachment', id: 'f1', customerId: anId('c1'), after: null }]);
    await kebu.machine.session.require().attachments.wipe([sha256Of(bytes)]);
    kebu.picked.backup = path;
    const restoreId = await restoreFrom(kebu.machine, false);
    await kebu.engine.bringBack(restoreId, anId('c1'));
    expect((await kebu.engine.dossier(anId('c1'))).attachment).toHaveLength(1);
    expect(Buffer.from(await fetchBack(kebu.machine, sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('that went bad on the disk is declared lost, and keeps no other from being backed up', async () => {
    const kebu = await aKebu();
    const [good, bad] = [someBytes(90_000), someBytes(90_000)];
    await send(kebu.machine, bad);
    const dir = join(kebu.dataDir, 'archive', 'attachments');
    const sealed = join(dir, readdirSync(dir)[0] ?? '');
    await send(kebu.machine, good);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', good), naming('f2', 'c1', bad)]);
    const bytes = readFileSync(sealed);
    bytes[200]! ^= 1;
    writeFileSync(sealed, bytes);
    const { backup, path } = await backUpInto(kebu);
    expect(backup.lostFiles).toBe(1);
    const other = await startMachine({
      dialogs: { ...testPorts().dialogs, chooseBackupFile: () => Promise.resolve(path) },
    });
    await other.ask('restore/apply', { restoreId: await restoreFrom(other) });
    expect(Buffer.from(await fetchBack(other, sha256Of(good))).equals(good)).toBe(true);
    expect(await other.refusal('attachments/open', { sha256: sha256Of(bad) })).toEqual({ code: 'files/missing' });
  });

  it('is wiped with its customer when he is erased, unless somebody else has it or had it in an older snapshot', async () => {
    const kebu = await aKebu();
    const [own, shared, past] = [someBytes(1_000), someBytes(2_000), someBytes(3_000)];
    for (const bytes of [own, shared, past]) await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [
      naming('f1', 'c1', own),
      naming('f2', 'c1', shared),
      naming('f3', 'c2', shared),
      naming('f4', 'c1', past),
    ]);
    await kebu.engine.commit('file/add', [naming('f5', 'c2', past)]);
    await kebu.engine.backup();
    await kebu.engine.undo();
    kebu.picked.yes = true;
    await kebu.machine.ask('attachments/open-with-system', { sha256: sha256Of(own), name: '合同.txt' });
    const copies = join(kebu.dataDir, 'opened-files');
    expect(readdirSync(copies)).toHaveLength(1);
    await kebu.engine.commit('customer/delete', [{ table: 'customer', id: 'c1', after: null }]);
    const certificate = await kebu.engine.erase([anId('c1')]);
    expect(certificate).toMatchObject({ persons: 1, filesRemoved: 1, records: { attachment: 3 } });
    expect(await kebu.machine.refusal('attachments/open', { sha256: sha256Of(own) })).toEqual({
      code: 'files/missing',
    });
    // Nor does the copy lie there any more that another program was shown.
    expect(existsSync(copies)).toBe(false);
    expect(await fetchBack(kebu.machine, sha256Of(shared))).toHaveLength(2_000);
    expect(await fetchBack(kebu.machine, sha256Of(past))).toHaveLength(3_000);
  });

  it('is tried by the drill', async () => {
    const kebu = await aKebu();
    const bytes = someBytes(10_000);
    await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', bytes)]);
    await backUpInto(kebu);
    const { drill } = await kebu.machine.ask('backup/drill', {});
    expect(drill).toMatchObject({ failure: null, counts: { attachment: 1 } });
  });

  it('waits for the archive to be opened before it is copied onto a stick', async () => {
    const kebu = await aKebu();
    const bytes = someBytes(10_000);
    await send(kebu.machine, bytes);
    await kebu.engine.commit('file/add', [naming('f1', 'c1', bytes)]);
    const { folder } = await kebu.machine.ask('backup/add-folder', {});
    await kebu.engine.backup();
    await kebu.machine.ask('keys/lock', {});
    await kebu.machine.schedule.look();
    expect(readdirSync(kebu.picked.folder).filter((name) => name.endsWith('.kebu'))).toEqual([]);
    const { folders } = await kebu.machine.ask('backup/status', {});
    expect(folders[0]?.failure).toBeNull();
    await kebu.machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    await kebu.machine.ask('backup/copy', { folderId: folder?.id ?? '' });
    expect(readdirSync(kebu.picked.folder).filter((name) => name.endsWith('.kebu'))).toHaveLength(1);
  });
});

describe('sending a file', () => {
  it('is refused before a byte is read: an empty one, one too large, and on a disk nearly full', async () => {
    const { machine } = await aKebu();
    expect(await machine.refusal('attachments/begin', { sizeBytes: 0 })).toEqual({ code: 'files/empty' });
    expect(await machine.refusal('attachments/begin', { sizeBytes: 100 * 1024 ** 2 + 1 })).toEqual({
      code: 'files/too-large',
      data: { limitMb: 100 },
    });
    const files = { ...nodeFileSystem, freeBytes: () => Promise.resolve(310 * 1024 ** 2) };
    const full = await startMachine({ files });
    await full.ask('keys/create', { passphrase: goodPassphrase });
    await full.ask('attachments/begin', { sizeBytes: 1024 ** 2 });
    expect(await full.refusal('attachments/begin', { sizeBytes: 20 * 1024 ** 2 })).toEqual({
      code: 'archive/disk-nearly-full',
      data: { freeMb: 310, neededMb: 320 },
    });
  });

  it('is broken off when other bytes come than were announced, and leaves nothing', async () => {
    const { machine, dataDir } = await aKebu();
    const { uploadId } = await machine.ask('attachments/begin', { sizeBytes: 4 });
    expect(await machine.refusal('attachments/write', { uploadId, chunk: new Uint8Array(5) })).toEqual({
      code: 'files/changed',
    });
    expect(await machine.refusal('attachments/finish', { uploadId, name: 'a' })).toEqual({ code: 'files/cancelled' });
    const short = await machine.ask('attachments/begin', { sizeBytes: 4 });
    await machine.ask('attachments/write', { uploadId: short.uploadId, chunk: new Uint8Array(3) });
    expect(await machine.refusal('attachments/finish', { ...short, name: 'a' })).toEqual({ code: 'files/changed' });
    const stopped = await machine.ask('attachments/begin', { sizeBytes: 4 });
    await machine.ask('attachments/cancel', stopped);
    const locked = await machine.ask('attachments/begin', { sizeBytes: 4 });
    await machine.ask('keys/lock', {});
    expect((await machine.refusal('attachments/write', { ...locked, chunk: new Uint8Array(1) })).code).toBe(
      'files/cancelled',
    );
    expect(readdirSync(join(dataDir, 'archive', 'attachments'))).toEqual([]);
  });

  it('says what the file is by its bytes and not by its name', async () => {
    const { machine } = await aKebu();
    const text = (bytes: string) => new TextEncoder().encode(bytes);
    expect((await send(machine, text('%PDF-1.7\n%\u0080'), '照片.jpg')).mediaType).toBe('application/pdf');
    expect((await send(machine, new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), '报价.pdf')).mediaType).toBe(
      'application/x-executable',
    );
  });
});

describe('a file that leaves Kebu', () => {
  it('is saved where the user wants it, whole', async () => {
    const { machine, picked } = await aKebu();
    const bytes = someBytes(300_000);
    const { sha256 } = await send(machine, bytes);
    picked.save = join(aTempDir(), '合同.pdf');
    expect(await machine.ask('attachments/save-as', { sha256, suggestedName: '合同.pdf' })).toEqual({
      savedAs: '合同.pdf',
    });
    expect(readFileSync(picked.save).equals(bytes)).toBe(true);
  });

  it('is opened by another program only after a question, and the copy is gone when Kebu locks', async () => {
    const { machine, picked, opened, dataDir } = await aKebu();
    const { sha256 } = await send(machine, someBytes(1_000));
    expect(await machine.ask('attachments/open-with-system', { sha256, name: '合同.pdf' })).toEqual({ opened: false });
    expect(picked.asked).toContain('合同.pdf');
    picked.yes = true;
    expect(await machine.ask('attachments/open-with-system', { sha256, name: '../../合同.pdf' })).toEqual({
      opened: true,
    });
    expect(opened[0]?.startsWith(join(dataDir, 'opened-files'))).toBe(true);
    expect(opened[0]).toMatch(/合同\.pdf$/);
    expect(readFileSync(opened[0]!)).toHaveLength(1_000);
    await machine.ask('keys/lock', {});
    expect(existsSync(join(dataDir, 'opened-files'))).toBe(false);
  });

  it('is never run when it is a program, by content or by name', async () => {
    const { machine, picked, opened } = await aKebu();
    picked.yes = true;
    const { sha256: program } = await send(machine, new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), '报价.pdf');
    const { sha256: script } = await send(machine, new TextEncoder().encode('@echo off'), 'a.txt');
    for (const [sha256, name] of [
      [program, '报价.pdf'],
      [script, '通知.bat'],
      [script, '通知.txt.LNK'],
    ] as const) {
      expect(await machine.refusal('attachments/open-with-system', { sha256, name })).toEqual({
        code: 'files/program',
      });
    }
    expect(opened).toEqual([]);
  });

  it('leaves no copy of an earlier run', async () => {
    const { dataDir } = testPorts();
    const left = join(dataDir, 'opened-files', 'x');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'a.pdf'), 'plain');
    await startMachine({ dataDir });
    await expect.poll(() => existsSync(left)).toBe(false);
  });
});
