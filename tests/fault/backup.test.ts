import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BackupJob } from '../../electron/backup/running-backup.ts';
import { nodeFileSystem, type FileSystem } from '../../electron/files/file-system.ts';
import { unfinishedSuffix } from '../../electron/files/write-atomically.ts';
import { aJob, writeSmallBackup } from '../helpers/backups.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const names = (dir: string) => readdirSync(dir).filter((name) => !name.endsWith(unfinishedSuffix));

/** A folder that already holds a verified backup, and a job for the next one. */
async function aFolder(): Promise<{ dir: string; older: string; job: BackupJob }> {
  const dir = aTempDir();
  const job = await aJob(dir);
  const { name } = await writeSmallBackup(nodeFileSystem, job);
  return { dir, older: name, job: { ...job, about: { ...job.about, seq: job.about.seq + 1 } } };
}

describe('a file that another program holds', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE'] as const)(
    '%s is waited for when it is opened again or renamed',
    async (kind) => {
      const { dir, job } = await aFolder();
      let refusals = 3;
      const busy = <T>(run: () => Promise<T>): Promise<T> => {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(Object.assign(new Error(kind), { code: kind })) : run();
      };
      const files: FileSystem = {
        ...nodeFileSystem,
        open: (path, mode) =>
          mode === 'read' ? busy(() => nodeFileSystem.open(path, mode)) : nodeFileSystem.open(path, mode),
        rename: (from, to) => busy(() => nodeFileSystem.rename(from, to)),
      };
      await writeSmallBackup(files, { ...job, patience: { forMs: 1000, pauseMs: 1 } });
      expect(names(dir)).toHaveLength(2);
    },
  );

  it('is given up on in the end', async () => {
    const { dir, job } = await aFolder();
    const refuse = () => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }));
    const files: FileSystem = { ...nodeFileSystem, rename: refuse };
    const patient = { ...job, patience: { forMs: 20, pauseMs: 1 } };
    await expect(writeSmallBackup(files, patient)).rejects.toMatchObject({ error: { code: 'backup/write-failed' } });
    expect(readdirSync(dir)).toHaveLength(1);
  });
});

describe('a folder without permission', () => {
  it('is told at once, however patient the job is', async () => {
    const { job } = await aFolder();
    const refuse = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
    const files: FileSystem = { ...nodeFileSystem, open: refuse };
    const begun = performance.now();
    const patient = { ...job, patience: { forMs: 30_000, pauseMs: 250 } };
    await expect(writeSmallBackup(files, patient)).rejects.toMatchObject({ error: { code: 'backup/no-permission' } });
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('a disk', () => {
  it('with less room than the last backup and a fifth is refused before anything is written', async () => {
    const { dir, job } = await aFolder();
    const files: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.resolve(11_900_000) };
    const large = { ...job, expectedBytes: 10_000_000 };
    await expect(writeSmallBackup(files, large)).rejects.toMatchObject({ error: { code: 'backup/disk-full' } });
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('that gives back other bytes than it took is found out', async () => {
    const { dir, job } = await aFolder();
    const files: FileSystem = {
      ...nodeFileSystem,
      async open(path, mode) {
        const file = await nodeFileSystem.open(path, mode);
        if (mode !== 'read') return file;
        return {
          ...file,
          async read(into, position) {
            const length = await file.read(into, position);
            if (position === 0 && length > 600) into[600]! ^= 1;
            if (position > 3000 && length > 0) into[0]! ^= 1;
            return length;
          },
        };
      },
    };
    await expect(writeSmallBackup(files, job)).rejects.toMatchObject({ error: { code: 'backup/verify-failed' } });
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('that is really full leaves nothing behind', async ({ skip }) => {
    const dir = mountSmallDisk() ?? skip('no tmpfs can be mounted here');
    writeFileSync(join(dir, 'ballast'), Buffer.alloc(252 * 1024));
    const job = await aJob(dir);
    await expect(writeSmallBackup(nodeFileSystem, job)).rejects.toMatchObject({ error: { code: 'backup/disk-full' } });
    const roomy: FileSystem = { ...nodeFileSystem, freeBytes: () => Promise.resolve(1e12) };
    await expect(writeSmallBackup(roomy, job)).rejects.toMatchObject({ error: { code: 'backup/disk-full' } });
    expect(readdirSync(dir)).toEqual(['ballast']);
  });
});

/** A disk of 256 KiB, or `null` where none can be mounted. */
function mountSmallDisk(): string | null {
  const dir = aTempDir();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', dir]).status !== 0) {
    console.warn('SKIPPED: no tmpfs can be mounted here; a really full disk is not tested.');
    return null;
  }
  onTestFinished(() => void spawnSync('umount', [dir]));
  return dir;
}
