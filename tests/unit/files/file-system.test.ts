import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errnoOf, nodeFileSystem, readUpTo, writeAll } from '../../../electron/files/file-system.ts';
import { writeAtomically } from '../../../electron/files/write-atomically.ts';
import { failingFileSystem, faults } from '../../helpers/failing-file-system.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const text = (content: string) => new TextEncoder().encode(content);
const failing = async (attempt: Promise<unknown>) => errnoOf(await attempt.catch((error: unknown) => error));

// The tests of damage and power cuts run on the disk in memory, so it has to behave as the real one does.
describe.each([
  ['the real disk', () => ({ files: nodeFileSystem, dir: aTempDir() })],
  [
    'the disk in memory',
    () => {
      const files = memoryFileSystem();
      void files.makeDir('/d');
      return { files, dir: '/d' };
    },
  ],
])('%s', (_name, make) => {
  it('writes anywhere, reads back, and tells the size', async () => {
    const { files, dir } = make();
    const file = await files.open(join(dir, 'a'), 'create');
    await writeAll(file, text('hello'), 3);
    expect(await file.size()).toBe(8);
    expect(await readUpTo(file, 0, 100)).toEqual(text('\0\0\0hello'));
    expect(await file.read(new Uint8Array(4), 8)).toBe(0);
    await file.truncate(4);
    await file.sync();
    await file.close();
    expect(new Uint8Array(await files.readFile(join(dir, 'a')))).toEqual(text('\0\0\0h'));
  });

  it('creates, replaces and needs as it is told', async () => {
    const { files, dir } = make();
    const path = join(dir, 'a');
    expect(await failing(files.open(path, 'read'))).toBe('ENOENT');
    expect(await failing(files.open(path, 'write'))).toBe('ENOENT');
    expect(await failing(files.open(join(dir, 'no', 'a'), 'create'))).toBe('ENOENT');
    for (const mode of ['create', 'write', 'replace'] as const) {
      const file = await files.open(path, mode);
      if (mode === 'create') await writeAll(file, text('x'), 0);
      expect(await file.size()).toBe(mode === 'replace' ? 0 : 1);
      await file.close();
    }
    expect(await failing(files.open(path, 'create'))).toBe('EEXIST');
  });

  it('lists, renames, removes and tells what is there', async () => {
    const { files, dir } = make();
    await files.makeDir(join(dir, 'x', 'y'));
    await files.makeDir(join(dir, 'x', 'y'));
    await writeAtomically(files, join(dir, 'x', 'a'), text('1'));
    expect((await files.list(join(dir, 'x'))).sort()).toEqual(['a', 'y']);
    await files.rename(join(dir, 'x', 'a'), join(dir, 'x', 'b'));
    await files.rename(join(dir, 'x'), join(dir, 'z'));
    await files.syncDir(dir);
    expect(await files.stat(join(dir, 'z', 'b'))).toMatchObject({ sizeBytes: 1, isDirectory: false });
    expect(await files.stat(join(dir, 'z'))).toMatchObject({ isDirectory: true });
    expect(await files.stat(join(dir, 'x'))).toBeNull();
    await files.remove(join(dir, 'z', 'b'));
    expect(await failing(files.remove(join(dir, 'z', 'b')))).toBe('ENOENT');
    expect(await failing(files.readFile(join(dir, 'z', 'b')))).toBe('ENOENT');
    expect(await failing(files.list(join(dir, 'gone')))).toBe('ENOENT');
    await files.removeTree(join(dir, 'z'));
    await files.removeTree(join(dir, 'z'));
    expect(await files.list(dir)).toEqual([]);
    expect(await files.freeBytes(dir)).toBeGreaterThan(0);
  });
});

describe('writing a whole file', () => {
  it('leaves the old content or the new one and nothing beside it, whichever call fails', async () => {
    const path = '/d/a';
    const counting = failingFileSystem(memoryFileSystem());
    await counting.makeDir('/d');
    counting.plan(null);
    await writeAtomically(counting, path, text('new'));
    for (let atCall = 1; atCall <= counting.calls(); atCall++) {
      for (const kind of faults) {
        const disk = memoryFileSystem();
        await disk.makeDir('/d');
        await writeAtomically(disk, path, text('old'));
        const failure = await failing(writeAtomically(failingFileSystem(disk, { atCall, kind }), path, text('new')));
        const left = kind === 'kill' ? disk.afterPowerCut(0.5) : disk;
        const content = new TextDecoder().decode(left.get(path));
        expect(['old', 'new']).toContain(content);
        if (failure === 'unknown') expect(content).toBe('new');
        if (kind !== 'kill') expect(left.paths()).toEqual([path]);
      }
    }
  });

  it('goes on when the disk takes little at a time, and stops when it takes nothing', async () => {
    const disk = memoryFileSystem();
    await disk.makeDir('/d');
    const files = failingFileSystem(disk, { atCall: 1, kind: 'short', lasting: true });
    await writeAtomically(files, '/d/a', text('a long enough text'));
    expect(new TextDecoder().decode(disk.get('/d/a'))).toBe('a long enough text');
    const file = { ...(await disk.open('/d/b', 'create')), write: () => Promise.resolve(0) };
    expect(await failing(writeAll(file, text('x'), 0))).toBe('EIO');
  });
});
