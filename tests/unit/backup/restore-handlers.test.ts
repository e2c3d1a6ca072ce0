import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ContentEntry } from '#shared/archive/content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import { aBackupFile, aSmallArchive, backUp, backupPassphrase, countsOf, testIdentity } from '../../helpers/backups.ts';
import { aCatalogue, aDossier, anOrigin, inOneOrder } from '../../helpers/content.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { aKeychain, testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const byPassphrase: Unlock = { with: 'passphrase', passphrase: backupPassphrase };
const byPaperKey: Unlock = { with: 'paper-key', paperKey: testIdentity };

let smallBackup: Uint8Array;
beforeAll(async () => {
  smallBackup = await aBackupFile({ seq: 42, generation: 3 });
});

/** A machine whose user picks this file. */
async function pick(path: string, dataDir = aTempDir(), change: Parameters<typeof startMachine>[0] = {}) {
  const { dialogs } = testPorts({ dataDir });
  return startMachine({ ...change, dataDir, dialogs: { ...dialogs, chooseBackupFile: () => Promise.resolve(path) } });
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(aTempDir(), name);
  writeFileSync(path, bytes);
  return path;
}

async function choose(machine: Machine, knownBackupId?: string): Promise<string> {
  const { chosen } = await machine.ask('restore/choose', knownBackupId === undefined ? {} : { knownBackupId });
  return chosen!.restoreId;
}

async function restore(machine: Machine, unlock: Unlock | undefined, knownBackupId?: string) {
  const restoreId = await choose(machine, knownBackupId);
  await machine.ask('restore/open', unlock ? { restoreId, unlock } : { restoreId });
  return machine.ask('restore/apply', { restoreId });
}

async function readSnapshot(machine: Machine): Promise<ContentEntry[]> {
  const { readId } = await machine.ask('snapshot/open', {});
  async function* chunks() {
    for (;;) {
      const { chunk } = await machine.ask('snapshot/read', { readId });
      if (!chunk) return;
      yield chunk;
    }
  }
  const entries: ContentEntry[] = [];
  for await (const batch of unpackContent(chunks())) entries.push(...batch);
  await machine.ask('snapshot/close', { readId });
  return entries;
}

async function writeFrame(machine: Machine, payload: string): Promise<number> {
  const { headSeq: afterSeq, counts } = await machine.ask('journal/status', {});
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts };
  const { seq } = await machine.ask('journal/append', { ...frame, payload: new TextEncoder().encode(payload) });
  return seq;
}

describe('choosing a backup', () => {
  it('tells what it is without a secret', async () => {
    const machine = await pick(write('my shop.kebu', smallBackup));
    expect(await machine.ask('restore/choose', {})).toMatchObject({
      chosen: {
        name: 'my shop.kebu',
        createdAt: anOrigin.createdAt,
        sizeBytes: smallBackup.length,
        sameArchive: false,
      },
    });
  });

  it('may be called off', async () => {
    expect(await (await startMachine()).ask('restore/choose', {})).toEqual({ chosen: null });
  });

  it('refuses a picture, an empty file and a file that is gone', async () => {
    for (const bytes of [Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(0)]) {
      const machine = await pick(write('backup.kebu', bytes));
      expect(await machine.refusal('restore/choose', {})).toEqual({ code: 'restore/not-a-backup' });
    }
    const machine = await pick(join(aTempDir(), 'gone.kebu'));
    expect(await machine.refusal('restore/choose', {})).toEqual({
      code: 'restore/unreadable',
      data: { reason: 'ENOENT' },
    });
  });

  it('does not believe a backup that bears the name of another one', async () => {
    const path = write('kebu-01234567-000000000099-20270301T093000000Z.kebu', smallBackup);
    expect(await (await pick(path)).refusal('restore/choose', {})).toEqual({ code: 'restore/damaged' });
  });
});

describe('opening a backup', () => {
  it('shows what is in it, with the passphrase or the paper key', async () => {
    const machine = await pick(write('backup.kebu', smallBackup));
    for (const unlock of [byPassphrase, byPaperKey]) {
      const restoreId = await choose(machine);
      expect(await machine.ask('restore/open', { restoreId, unlock })).toMatchObject({
        restoreId,
        seq: 42,
        appVersion: '0.1.0',
        counts: countsOf(aSmallArchive),
      });
    }
  });

  it('refuses a wrong passphrase, another paper key and what is no paper key', async () => {
    const machine = await pick(write('backup.kebu', smallBackup));
    const restoreId = await choose(machine);
    const otherKey = `${testIdentity.slice(0, -1)}${testIdentity.endsWith('Q') ? 'P' : 'Q'}`;
    for (const unlock of [
      { with: 'passphrase', passphrase: 'wrong' },
      { with: 'paper-key', paperKey: otherKey },
      { with: 'paper-key', paperKey: 'AGE' },
    ] as const) {
      expect(await machine.refusal('restore/open', { restoreId, unlock })).toEqual({
        code: 'restore/wrong-passphrase',
      });
    }
    expect(await machine.refusal('restore/open', { restoreId, unlock: { with: 'keychain' } })).toEqual({
      code: 'keys/keychain-unavailable',
    });
    expect(await machine.refusal('restore/open', { restoreId })).toEqual({ code: 'keys/locked' });
    expect(readdirSync(machine.ports.dataDir).filter((name) => name.startsWith('archive'))).toEqual([]);
  });

  it('says damaged and not wrong passphrase when the file is damaged', async () => {
    const bytes = smallBackup.slice();
    bytes[bytes.length - 3200]! ^= 1;
    const machine = await pick(write('backup.kebu', bytes));
    const restoreId = await choose(machine);
    const unlock = { with: 'passphrase', passphrase: 'wrong' } as const;
    expect(await machine.refusal('restore/open', { restoreId, unlock })).toEqual({ code: 'restore/damaged' });
    expect(await machine.refusal('restore/apply', { restoreId })).toMatchObject({ code: 'ipc/bad-input' });
  });
});

describe('restoring into a fresh profile', () => {
  it.each([
    ['the passphrase', byPassphrase, false],
    ['the paper key', byPaperKey, true],
  ])('with %s makes the same archive with every record', async (_, unlock, confirmed) => {
    const machine = await pick(write('backup.kebu', smallBackup));
    const opened = await restore(machine, unlock);
    expect(opened).toMatchObject({ archiveId: anOrigin.archiveId, generation: 4 });
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder(aSmallArchive.flat()));
    expect(await machine.ask('journal/status', {})).toMatchObject({
      generation: 4,
      headSeq: 43,
      firstSeq: 44,
      counts: countsOf(aSmallArchive),
      snapshot: { seq: 43 },
      damage: null,
      readOnlyReason: null,
    });
    const info = await machine.ask('app/info', {});
    expect(info).toMatchObject({ archive: 'open', hasPassphrase: true, paperKeyConfirmed: confirmed });
    expect((await machine.ask('backup/status', {})).backups).toMatchObject([
      { folderId: 'local', seq: 43, counts: countsOf(aSmallArchive) },
    ]);
  });

  it('leaves an archive that the next start opens with the old passphrase, and that can be written to', async () => {
    const machine = await pick(write('backup.kebu', smallBackup));
    await restore(machine, byPassphrase);
    expect(await writeFrame(machine, 'new')).toBe(44);
    await machine.ask('keys/lock', {});
    const next = await startMachine({ dataDir: machine.ports.dataDir });
    await next.ask('keys/unlock', byPassphrase);
    expect(await next.ask('journal/status', {})).toMatchObject({ headSeq: 44, generation: 4 });
    expect(inOneOrder(await readSnapshot(next))).toEqual(inOneOrder(aSmallArchive.flat()));
    const again = await backUp(next, 'local', aSmallArchive, 44);
    expect((await next.ask('backup/status', {})).backups.at(-1)).toEqual(again);
  });

  it('of an archive without passphrase keeps the identity in the keychain', async () => {
    const keychain = aKeychain();
    const source = await startMachine({ keychain });
    const { paperKey } = await source.ask('keys/create', { passphrase: null });
    const { name } = await backUp(source, 'local', aSmallArchive, 0);
    const path = join(source.ports.dataDir, 'archive', 'snapshots', name);
    const machine = await pick(path, aTempDir(), { keychain });
    await restore(machine, { with: 'paper-key', paperKey });
    await machine.ask('keys/lock', {});
    expect(await machine.ask('keys/unlock', { with: 'keychain' })).toMatchObject({ generation: 2 });
  });

  it('knows the forms again that were made before, under keys of its own', async () => {
    const source = await startMachine();
    const { opened } = await source.ask('keys/create', { passphrase: goodPassphrase });
    const { name } = await backUp(source, 'local', aSmallArchive, 0);
    const machine = await pick(join(source.ports.dataDir, 'archive', 'snapshots', name));
    const restored = await restore(machine, { with: 'passphrase', passphrase: goodPassphrase });
    expect(restored.replyKey).toEqual(opened.replyKey);
    expect(restored.recordKey).not.toEqual(opened.recordKey);
  });

  it('takes the place of an archive whose keys are lost, and keeps that aside', async () => {
    const dataDir = aTempDir();
    const old = await startMachine({ dataDir });
    await old.ask('keys/create', { passphrase: goodPassphrase });
    await old.ask('keys/lock', {});
    rmSync(join(dataDir, 'archive', 'archive-key.age'));
    const machine = await pick(write('backup.kebu', smallBackup), dataDir);
    await restore(machine, byPassphrase);
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder(aSmallArchive.flat()));
    const aside = readdirSync(dataDir).filter((name) => name.startsWith('archive-kept-aside'));
    expect(aside).toHaveLength(1);
    expect(readdirSync(join(dataDir, aside[0]!))).toContain('journal');
  });

  it('leaves an archive alone that is only locked', async () => {
    const dataDir = aTempDir();
    const old = await startMachine({ dataDir });
    await old.ask('keys/create', { passphrase: goodPassphrase });
    await old.ask('keys/lock', {});
    const machine = await pick(write('backup.kebu', smallBackup), dataDir);
    const restoreId = await choose(machine);
    await machine.ask('restore/open', { restoreId, unlock: byPassphrase });
    expect(await machine.refusal('restore/apply', { restoreId })).toEqual({ code: 'keys/locked' });
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
  });
});

describe('restoring into an archive', () => {
  /** An archive with a head, a safety snapshot of it, and an older backup of another state. */
  async function anArchive() {
    const path = join(aTempDir(), 'picked.kebu');
    const machine = await pick(path);
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    await writeFrame(machine, 'one');
    const older = await backUp(machine, 'local', [aCatalogue(), aDossier(1)], 1);
    const snapshots = join(machine.ports.dataDir, 'archive', 'snapshots');
    copyFileSync(join(snapshots, older.name), path);
    await writeFrame(machine, 'two');
    return { machine, path, snapshots, older };
  }

  it('is refused without a verified snapshot of the present state', async () => {
    const { machine, snapshots } = await anArchive();
    const before = [readdirSync(snapshots), await machine.ask('journal/status', {})];
    const restoreId = await choose(machine);
    await machine.ask('restore/open', { restoreId });
    expect(await machine.refusal('restore/apply', { restoreId })).toEqual({ code: 'restore/no-safety-snapshot' });
    const safety = await backUp(machine, 'local', aSmallArchive, 2);
    rmSync(join(snapshots, safety.name));
    expect(await machine.refusal('restore/apply', { restoreId })).toEqual({ code: 'restore/no-safety-snapshot' });
    expect([readdirSync(snapshots), (await machine.ask('journal/status', {})).headSeq]).toEqual([before[0], 2]);
  });

  it('switches to the backup in a new generation and can be undone', async () => {
    const { machine, older } = await anArchive();
    const safety = await backUp(machine, 'local', aSmallArchive, 2);
    const opened = await restore(machine, undefined, older.id);
    expect(opened.generation).toBe(2);
    expect(await machine.ask('journal/status', {})).toMatchObject({
      generation: 2,
      headSeq: 3,
      counts: countsOf([aCatalogue(), aDossier(1)]),
    });
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder([...aCatalogue(), ...aDossier(1)]));
    // The restored state is itself the verified snapshot that a second restore asks for.
    expect((await restore(machine, undefined, safety.id)).generation).toBe(3);
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder(aSmallArchive.flat()));
    expect((await machine.ask('backup/status', {})).backups.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the snapshot that undoes it for thirty days', async () => {
    const { machine, older } = await anArchive();
    const safety = await backUp(machine, 'local', aSmallArchive, 2);
    await restore(machine, undefined, older.id);
    const records = readFileSync(join(machine.ports.dataDir, 'archive', 'verified-backups.json'), 'utf8');
    const { verified } = JSON.parse(records) as { verified: { name: string; keepUntil?: string }[] };
    const { keepUntil = '' } = verified.find(({ name }) => name === safety.name) ?? {};
    const days = (Date.parse(keepUntil) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
  });

  it('takes over the records of another archive under its own keys and id', async () => {
    const path = write('other shop.kebu', smallBackup);
    const machine = await pick(path);
    const { opened: own } = await machine.ask('keys/create', { passphrase: goodPassphrase });
    const restoreId = await choose(machine);
    expect(await machine.refusal('restore/open', { restoreId })).toEqual({ code: 'restore/wrong-passphrase' });
    const opened = await restore(machine, byPassphrase);
    expect(opened.archiveId).toBe(own.archiveId);
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder(aSmallArchive.flat()));
    await machine.ask('keys/lock', {});
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    expect(inOneOrder(await readSnapshot(machine))).toEqual(inOneOrder(aSmallArchive.flat()));
  });

  it('changes nothing when the file was exchanged after it was opened', async () => {
    const { machine, path, snapshots } = await anArchive();
    await backUp(machine, 'local', aSmallArchive, 2);
    const restoreId = await choose(machine);
    await machine.ask('restore/open', { restoreId });
    const before = readdirSync(snapshots).sort();
    writeFileSync(path, smallBackup);
    expect(await machine.refusal('restore/apply', { restoreId })).toMatchObject({
      code: expect.stringMatching(/^(restore\/(damaged|wrong-passphrase)|backup\/verify-failed)$/),
    });
    expect(readdirSync(snapshots).sort()).toEqual(before);
    expect(await machine.ask('journal/status', {})).toMatchObject({ generation: 1, headSeq: 2 });
  });

  it('forgets what was opened when the archive is locked or the restore is called off', async () => {
    const { machine } = await anArchive();
    const restoreId = await choose(machine);
    await machine.ask('restore/cancel', { restoreId });
    expect(await machine.refusal('restore/open', { restoreId })).toMatchObject({ code: 'ipc/bad-input' });
    const other = await choose(machine);
    await machine.ask('keys/lock', {});
    expect(await machine.refusal('restore/open', { restoreId: other })).toMatchObject({ code: 'ipc/bad-input' });
  });

  it('of a known backup whose folder went away says so', async () => {
    const { machine, snapshots, older } = await anArchive();
    renameSync(join(snapshots, older.name), join(snapshots, 'moved'));
    expect(await machine.refusal('restore/choose', { knownBackupId: older.id })).toEqual({
      code: 'backup/target-missing',
    });
  });
});
