import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { expect } from '../e2e/pages/expect.ts';
import { frontDoor, passphrase } from '../e2e/pages/front-door.ts';
import { safetyPage } from '../e2e/pages/safety-page.ts';
import { shell } from '../e2e/pages/shell.ts';
import { readCommands, readRecovered, recoverWithPaperKey, recoverWithPassphrase } from '../helpers/without-kebu.ts';
import { takePicture } from './pictures.ts';
import { type Report, seconds } from './report.ts';
import { timed } from './stage.ts';

export interface Recovered {
  /** The backup. */
  readonly path: string;
  /** Every record in it, as `age` and `tar` give it back. */
  readonly records: readonly string[];
  /** What is in the files of customers that it carries. */
  readonly files: readonly Buffer[];
}

/** Backs up through the Safety screen, which reads the file back; returns the new file. */
async function backUp(report: Report, app: TestApp): Promise<string> {
  const dir = join(app.filesDir, 'backups');
  const before = await readdir(dir).catch(() => null);
  if (before === null) await safetyPage.prepareFolder(app, 'backups');
  const added = async () => (await readdir(dir)).filter((file) => file.endsWith('.kebu') && !before?.includes(file));
  const { ms } = await timed(async () => {
    await safetyPage.open(app.page);
    await safetyPage.backUp(app.page, 'backups');
    // What the screen says may still be of the backup before.
    await expect.poll(added, { timeout: 60_000 }).not.toEqual([]);
  });
  const [name = ''] = await added();
  const { size } = await stat(join(dir, name));
  report.say(`${name} · ${(size / 1e6).toFixed(1)} MB, written and verified in ${seconds(ms)}`);
  return join(dir, name);
}

type By = { passphrase: string } | { paperKey: string };

function recoveredDir(app: TestApp, path: string, by: By): string {
  return join(app.filesDir, `${basename(path)} by ${'passphrase' in by ? 'passphrase' : 'paper key'}`);
}

/** Reads a backup with the standard tools alone, by the first or the second command of its README. */
async function recover(app: TestApp, path: string, by: By): Promise<string[]> {
  const dir = recoveredDir(app, path, by);
  await mkdir(dir);
  await copyFile(path, join(dir, basename(path)));
  const [withPassphrase = '', withPaperKey = ''] = readCommands(dir, basename(path));
  if ('passphrase' in by) recoverWithPassphrase(dir, withPassphrase, by.passphrase);
  else recoverWithPaperKey(dir, withPaperKey, by.paperKey);
  return readRecovered(dir);
}

function compare(report: Report, what: string, records: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((record, at) => records[at] !== record).length;
  const isEqual = records.length === expected.length && missing === 0 && expected.length > 0;
  report.check(
    what,
    isEqual,
    isEqual ? `${records.length} records, each equal` : `${records.length} of ${expected.length}, ${missing} differ`,
  );
}

/** The files lie there in the clear, byte for byte. */
async function checkFiles(report: Report, what: string, dir: string, files: readonly Buffer[]): Promise<void> {
  const places = await readdir(join(dir, 'attachments'), { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    places.filter((place) => place.isFile()).map((place) => readFile(join(place.parentPath, place.name))),
  );
  const there = files.filter((file) => found.some((bytes) => bytes.equals(file))).length;
  report.check(what, there === files.length, `${there} of ${files.length}`);
}

export async function backUpAndRecover(
  report: Report,
  app: TestApp,
  paperKey: string,
  files: readonly Buffer[],
): Promise<Recovered> {
  report.section('A backup, and back again without Kebu');
  const path = await backUp(report, app);
  const byPassphrase = await timed(() => recover(app, path, { passphrase }));
  const records = byPassphrase.result;
  report.say(`tar and age with the passphrase: ${records.length} records in ${seconds(byPassphrase.ms)}`);
  const byPaperKey = await timed(() => recover(app, path, { paperKey }));
  report.say(`tar and age with the paper key: ${byPaperKey.result.length} records in ${seconds(byPaperKey.ms)}`);
  const customers = records.filter((record) => record.startsWith('customer ')).length;
  const shown = await shell(app.page).readCustomers();
  report.check('Recovered without Kebu: every customer', customers === shown, `${customers} of ${shown}`);
  compare(report, 'Recovered with the paper key: the same', byPaperKey.result, records);
  await checkFiles(report, 'Recovered without Kebu: every file', recoveredDir(app, path, { passphrase }), files);
  return { path, records, files };
}

/** A fresh machine takes the backup over; a backup of what it then holds is compared with the first. */
export async function restoreElsewhere(report: Report, app: TestApp, first: Recovered): Promise<void> {
  report.section('The backup is restored on another machine');
  const page = await app.launch();
  app.dialogs.prepare({ question: 'backup-file', path: first.path });
  const { ms } = await timed(async () => {
    await frontDoor.restore(page, passphrase, () => takePicture(page, 'restore.zh-CN.light.laptop'));
    await shell(page).isOpen();
  });
  report.say(`Opened, checked and restored in ${seconds(ms)}`);
  report.say(await shell(page).readNotice());
  await takePicture(page, 'restored.zh-CN.light.laptop');
  const path = await backUp(report, app);
  compare(report, 'Restored elsewhere: every record', await recover(app, path, { passphrase }), first.records);
  await checkFiles(report, 'Restored elsewhere: every file', recoveredDir(app, path, { passphrase }), first.files);
  await app.close();
}

/** The whole IndexedDB folder goes; the journal has everything. */
export async function wipeAndRebuild(report: Report, app: TestApp, first: Recovered): Promise<void> {
  report.section('The whole database is deleted');
  for (const dir of app.databaseDirs) await rm(dir, { recursive: true, force: true });
  const page = await app.launch();
  const { ms } = await timed(async () => {
    await frontDoor.unlock(page);
    await shell(page).isOpen();
  });
  const notice = await shell(page).readNotice();
  report.say(`Unlocked and rebuilt in ${seconds(ms)}`);
  report.say(notice);
  await takePicture(page, 'rebuilt.zh-CN.light.laptop');
  const stored = first.records.filter((record) => !record.startsWith('history ')).length;
  report.check('Rebuilt from the journal, told with numbers', notice.includes(stored.toLocaleString('en-US')), notice);
  // A change makes the next backup one of the rebuilt database; without one, what is there already would do.
  await safetyPage.open(page);
  await page.getByRole('button', { name: /^增加 保留天数$/ }).click();
  await shell(page).settles();
  const path = await backUp(report, app);
  const isOfCustomers = (record: string) => !record.startsWith('settings ');
  const rebuilt = (await recover(app, path, { passphrase })).filter(isOfCustomers);
  compare(report, 'Rebuilt after the wipe: every record', rebuilt, first.records.filter(isOfCustomers));
}
