import { describe, expect, it } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../../electron/files/file-system.ts';
import { createSpaceGuard, judgeSpace } from '../../../electron/files/space-guard.ts';
import { aSmallArchive, backUp } from '../../helpers/backups.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';

const mib = 1024 ** 2;

describe('free space', () => {
  it.each([
    [1024 * mib, 'ample'],
    [1024 * mib - 1, 'low'],
    [300 * mib, 'low'],
    [300 * mib - 1, 'full'],
    [0, 'full'],
  ])('%i bytes are %s', (bytes, state) => {
    expect(judgeSpace(bytes)).toBe(state);
  });

  it('is judged as it will be once what is planned was written', async () => {
    const files: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.resolve(2000 * mib) };
    const guard = createSpaceGuard({ files, dataDir: '/' });
    expect(await guard.look()).toEqual({ freeBytes: 2000 * mib, state: 'ample' });
    expect((await guard.look(1000 * mib)).state).toBe('low');
    expect((await guard.look(1800 * mib)).state).toBe('full');
  });

  it('that a disk does not tell keeps nobody from writing', async () => {
    const files: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.reject(new Error('ENOSYS')) };
    const guard = createSpaceGuard({ files, dataDir: '/' });
    expect(await guard.look()).toEqual({ freeBytes: null, state: 'ample' });
    await guard.requireRoom();
  });

  it('is asked for anew after a second, not for every frame', async () => {
    let asked = 0;
    let nowMs = 0;
    const files: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.resolve((asked += 1) * 1024 * mib) };
    const guard = createSpaceGuard({ files, dataDir: '/' }, () => nowMs);
    for (let frame = 0; frame < 10; frame += 1) await guard.requireRoom();
    expect(asked).toBe(1);
    nowMs = 1_001;
    await guard.requireRoom();
    expect(asked).toBe(2);
  });
});

describe('a disk that is nearly full', () => {
  async function anArchive() {
    let freeBytes = 5000 * mib;
    const files: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.resolve(freeBytes) };
    const machine = await startMachine({ files });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    return { machine, fill: () => (freeBytes = 299 * mib), empty: () => (freeBytes = 5000 * mib) };
  }
  const frame = { afterSeq: 0, changeSetId: 'a', last: true, payload: new Uint8Array([1]), counts: {} };
  const refusal = { code: 'archive/disk-nearly-full', data: { freeMb: 299, neededMb: 300 } };

  it('takes no change, no snapshot and no restore, says so, and takes them again when there is room', async () => {
    const { machine, fill, empty } = await anArchive();
    fill();
    expect(await machine.refusal('journal/append', frame)).toEqual(refusal);
    expect(await machine.ask('app/space', { neededBytes: 0 })).toEqual({ freeBytes: 299 * mib, state: 'full' });
    expect(await machine.refusal('backup/begin', { seq: 0, counts: {} })).toEqual(refusal);
    expect(await machine.refusal('restore/apply', { restoreId: 'x' })).toEqual(refusal);
    empty();
    await machine.ask('app/space', { neededBytes: 0 });
    expect(await machine.ask('journal/append', frame)).toEqual({ seq: 1 });
  });
});

describe('the snapshot that an exchanged Kebu owes', () => {
  it('is due until one was verified, and not in an empty archive', async () => {
    const machine = await startMachine();
    const { app } = machine.ports;
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    expect((await machine.ask('journal/status', {})).snapshotDue).toBe(false);
    const frame = { afterSeq: 0, changeSetId: 'a', last: true, payload: new Uint8Array([1]), counts: {} };
    await machine.ask('journal/append', frame);
    expect((await machine.ask('journal/status', {})).snapshotDue).toBe(false);
    app.version = '0.2.0';
    expect((await machine.ask('journal/status', {})).snapshotDue).toBe(true);
    await backUp(machine, 'local', aSmallArchive, 1);
    expect((await machine.ask('journal/status', {})).snapshotDue).toBe(false);
  });
});
