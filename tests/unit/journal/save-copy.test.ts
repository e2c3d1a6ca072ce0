import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const canary = '欧阳金丝雀';

/** A machine with a journal of one change, that would save under `path`. */
async function aMachine(path: string | null) {
  const dataDir = aTempDir();
  const { dialogs } = testPorts();
  const machine = await startMachine({
    dataDir,
    dialogs: { ...dialogs, chooseSavePath: () => Promise.resolve(path) },
  });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  const payload = new TextEncoder().encode(canary);
  const frame = { afterSeq: 0, changeSetId: 'a', last: true, payload, counts: { customer: 1 } };
  await machine.ask('journal/append', frame);
  return { machine, archive: join(dataDir, 'archive') };
}

describe('a copy of the journal as it lies', () => {
  it('holds every byte of it, damaged and cut off, and the keys, and opens with tar', async () => {
    const dir = aTempDir();
    const target = join(dir, 'journal.tar');
    const { machine, archive } = await aMachine(target);
    await machine.ask('keys/lock', {});
    appendFileSync(join(archive, 'journal', '00000001.journal'), 'rubbish that a dying disk wrote');
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    expect((await machine.ask('journal/status', {})).damage).toEqual({ lastGoodSeq: 1, keptBytes: 31 });
    expect(await machine.ask('journal/save-copy', {})).toEqual({ savedAs: 'journal.tar' });

    const out = join(dir, 'out');
    mkdirSync(out);
    execFileSync('tar', ['xf', target, '-C', out]);
    const parts = ['archive.json', 'identity.age', 'archive-key.age', 'journal/00000001.journal'];
    for (const part of parts) expect(readFileSync(join(out, part))).toEqual(readFileSync(join(archive, part)));
    const [kept = ''] = readdirSync(join(out, 'kept-aside'));
    expect(readFileSync(join(out, 'kept-aside', kept), 'utf8')).toBe('rubbish that a dying disk wrote');
    expect(readFileSync(target).includes(canary)).toBe(false);
    expect((await machine.ask('audit/read', { limit: 1 })).entries[0]?.event).toBe('journal-copied');
  });

  it('is made of a locked archive too, and of one whose keys are damaged', async () => {
    const target = join(aTempDir(), 'journal.tar');
    const { machine, archive } = await aMachine(target);
    await machine.ask('keys/lock', {});
    await nodeFileSystem.removeTree(join(archive, 'archive-key.age'));
    expect(await machine.ask('journal/save-copy', {})).toEqual({ savedAs: 'journal.tar' });
    expect(execFileSync('tar', ['tf', target], { encoding: 'utf8' }).split('\n')).toContain('journal/00000001.journal');
  });

  it('is not made when the user thought better of it, nor where nothing can be written', async () => {
    expect(await (await aMachine(null)).machine.ask('journal/save-copy', {})).toEqual({ savedAs: null });
    const nowhere = await aMachine('/nowhere/at/all.tar');
    expect((await nowhere.machine.refusal('journal/save-copy', {})).code).toBe('files/write-failed');
    const empty = await startMachine();
    expect((await empty.refusal('journal/save-copy', {})).code).toBe('keys/no-archive');
  });

  it('leaves no half file when the disk fails in the middle', async () => {
    const dir = aTempDir();
    const target = join(dir, 'journal.tar');
    const { machine, archive } = await aMachine(target);
    const { files } = machine.ports;
    const open = files.open.bind(files);
    files.open = async (path, mode) => {
      const file = await open(path, mode);
      if (!path.startsWith(target)) return file;
      return { ...file, sync: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    };
    expect((await machine.refusal('journal/save-copy', {})).code).toBe('files/disk-full');
    expect(readdirSync(dir)).toEqual([]);
    expect(existsSync(archive)).toBe(true);
  });
});
