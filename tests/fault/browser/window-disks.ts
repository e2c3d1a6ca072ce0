import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { errnoOf } from '../../../electron/files/file-system.ts';
import type { TestApp, TestFolders } from '../../e2e/fixtures/test-app.ts';
import { customersScreen } from '../../e2e/pages/customers-screen.ts';
import { shell } from '../../e2e/pages/shell.ts';
import { hasTool, inTempDir, mounted } from '../table/real-disks.ts';
import { skippedRow, Tally, type Depth, type FaultRow } from '../table/tally.ts';
import { open, openKebu, prepareKebu, quitAndRead, type PreparedKebu } from './prepared-kebu.ts';

const foldersAt = (userDataDir: string, filesDir: string): TestFolders => ({
  userDataDir,
  dataDir: join(userDataDir, 'data'),
  filesDir,
});

/** Writes down new customers until one is refused; the names of those that were saved. */
async function addUntilRefused(app: TestApp, count: number): Promise<string[]> {
  await shell(app.page).goTo('customers');
  const saved: string[] = [];
  for (const [index, name] of ['丁大', '丁二', '丁三'].slice(0, count).entries()) {
    const isSaved = await customersScreen(app.page)
      .add({ name, phone: `1370000000${index}` })
      .then(
        () => true,
        () => false,
      );
    if (!isSaved) break;
    saved.push(name);
    await app.page.keyboard.press('Escape');
  }
  return saved;
}

/** What was there before and what was saved since, as far as it is among the records. */
function judge(tally: Tally, where: string, prepared: PreparedKebu, saved: readonly string[], found: string[]): void {
  const names = saved.filter((name) => found.some((record) => record.includes(`"name":"${name}"`)));
  tally.judge(where, [...prepared.records, ...saved], [...found, ...names]);
}

/** Runs in the page: writes rows one after the other, each acknowledged before the next, and keeps the database open. */
async function writeRows([name, durability, count]: readonly [string, 'strict' | 'relaxed', number]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  for (let row = 0; row < count; row += 1) {
    await new Promise<void>((resolve) => {
      const transaction = database.transaction('rows', 'readwrite', { durability });
      transaction.addEventListener('complete', () => resolve());
      transaction.objectStore('rows').put('row', row);
    });
  }
}

/** Runs in the page: how many of them are there. */
function countRows(name: string): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
    request.addEventListener('success', () => {
      const count = request.result.transaction('rows').objectStore('rows').count();
      count.addEventListener('success', () => resolve(count.result));
    });
  });
}

const rowNames = (found: number): string[] => Array.from({ length: found }, (_, index) => `row ${index}`);
const written = 100;

async function tallyRows(page: Page, tally: Tally, where: string, name: string): Promise<void> {
  tally.judge(where, rowNames(written), rowNames(await page.evaluate(countRows, name)));
}

/** With less than 300 MB of room Kebu would write nothing. */
const imageBytes = 1024 ** 3;

/**
 * Everything that Kebu keeps lies on a disk in a file, which is copied while the window stands open: what the copy lacks is
 * what a power cut would have taken. The browser's own database is tried beside it, with `strict` and with `relaxed`.
 */
export async function windowPowerCuts(depth: Depth): Promise<FaultRow[]> {
  const fault = 'power cut under the window (copy of a mounted ext4 image)';
  if (!hasTool('mkfs.ext4')) return [skippedRow(fault, 'mkfs.ext4 is not installed')];
  const kebu = new Tally(fault);
  const strict = new Tally('power cut: rows that IndexedDB calls strict');
  const relaxed = new Tally('power cut: rows that IndexedDB calls relaxed (control)');
  const prepared = await prepareKebu(60);
  for (let cut = 1; cut <= { quick: 1, whole: 8, long: 100 }[depth]; cut += 1) {
    const isDone = await inTempDir(async (dir) => {
      const [image, copy] = [join(dir, 'disk.img'), join(dir, 'copy.img')];
      writeFileSync(image, '');
      truncateSync(image, imageBytes);
      execFileSync('mkfs.ext4', ['-q', '-F', image]);
      const disk = join(dir, 'disk');
      const saved = await mounted(['-o', 'loop', image], disk, async () => {
        await cp(prepared.userDataDir, join(disk, 'Kebu'), { recursive: true });
        spawnSync('sync', ['-f', disk]);
        const app = openKebu(foldersAt(join(disk, 'Kebu'), dir));
        await open(app);
        const names = await addUntilRefused(app, cut % 4);
        await app.page.evaluate(writeRows, ['strict', 'strict', written] as const);
        await app.page.evaluate(writeRows, ['relaxed', 'relaxed', written] as const);
        execFileSync('cp', ['--sparse=always', image, copy]);
        await app.kill();
        return names;
      });
      if (!saved) return false;
      const after = join(dir, 'after');
      await mounted(['-o', 'loop', copy], after, async () => {
        const app = openKebu(foldersAt(join(after, 'Kebu'), dir));
        const refusal = await open(app);
        kebu.expect(`cut ${cut}`, refusal === null, `it does not open any more: ${refusal}`);
        await tallyRows(app.page, strict, `cut ${cut}`, 'strict');
        await tallyRows(app.page, relaxed, `cut ${cut}`, 'relaxed');
        judge(kebu, `cut ${cut}`, prepared, saved, await quitAndRead(app, prepared.paperKey));
      });
      return true;
    });
    if (!isDone) return [skippedRow(fault, 'no loop device can be mounted here')];
  }
  await rm(prepared.userDataDir, { recursive: true, force: true });
  return [kebu.row(), strict.row(), relaxed.control()];
}

const profileBytes = 192 * 1024 * 1024;

/** Takes all but this many pages of a disk; all of it where the browser takes some at the same moment. */
function fill(disk: string, ballast: string, pagesLeft: number): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail - pagesLeft) * bsize));
  } catch (error) {
    if (errnoOf(error) !== 'ENOSPC') throw error;
  }
}

/** The disk with the browser's profile is full while the one with the journal is not. */
export async function fullDiskUnderProfile(depth: Depth): Promise<FaultRow> {
  const fault = 'disk full under the browser’s profile (tmpfs)';
  const tally = new Tally(fault);
  const prepared = await prepareKebu(60);
  for (let point = 0; point < { quick: 1, whole: 20, long: 100 }[depth]; point += 1) {
    const where = `${point * 3} pages left`;
    const isDone = await inTempDir(async (dir) => {
      const userDataDir = join(dir, 'Kebu');
      const profile = join(userDataDir, 'stand-in');
      await cp(prepared.userDataDir, userDataDir, { recursive: true });
      await rm(profile, { recursive: true });
      return mounted(['-t', 'tmpfs', '-o', `size=${profileBytes}`, 'tmpfs'], profile, async () => {
        await cp(join(prepared.userDataDir, 'stand-in'), profile, { recursive: true });
        const app = openKebu(foldersAt(userDataDir, dir));
        await open(app);
        const ballast = join(profile, 'ballast');
        fill(profile, ballast, point * 3);
        const saved = await addUntilRefused(app, 3);
        await app.kill();
        rmSync(ballast);
        const refusal = await open(app);
        tally.expect(where, refusal === null, `it does not open any more: ${refusal}`);
        judge(tally, where, prepared, saved, await quitAndRead(app, prepared.paperKey));
        return true;
      });
    });
    if (!isDone) return skippedRow(fault, 'no tmpfs can be mounted here');
  }
  await rm(prepared.userDataDir, { recursive: true, force: true });
  return tally.row();
}
