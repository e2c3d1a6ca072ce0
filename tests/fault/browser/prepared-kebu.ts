import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import type { LocalDate } from '#shared/domain/record.ts';
import { createStandInApp } from '../../e2e/fixtures/stand-in-app.ts';
import { makeFolders, removeFolders, type TestApp, type TestFolders } from '../../e2e/fixtures/test-app.ts';
import { customersScreen } from '../../e2e/pages/customers-screen.ts';
import { dataScreen } from '../../e2e/pages/data-screen.ts';
import { frontDoor } from '../../e2e/pages/front-door.ts';
import { shell } from '../../e2e/pages/shell.ts';
import { csvFile } from '../../helpers/import-files.ts';
import { readRecovered } from '../../helpers/without-kebu.ts';

/** A Kebu that was worked with and closed; its copies are what faults happen to. */
export interface PreparedKebu {
  /** Everything it keeps, as it lies on the disk. */
  readonly userDataDir: string;
  /** An older state of its database, from which the journal goes on. */
  readonly olderStore: string;
  readonly paperKey: string;
  /** By which it opens; the usual one of the tests where nothing is said. */
  readonly passphrase?: string;
  /** Every record in it, as Debian's `tar` and `age` give them back. */
  readonly records: readonly string[];
}

/** Two customers with a contact each, which are in the journal and the database and in no snapshot. */
export const talkedTo = [
  { name: '安一', phone: '13900000001', said: '安一来电' },
  { name: '贝二', phone: '13900000002', said: '贝二来电' },
] as const;

const look = { language: 'zh-CN', theme: 'light', windowSize: 'laptop' } as const;

/** Where Chromium keeps a profile's databases, inside of everything that Kebu keeps. */
export const storeOf = (userDataDir: string): string => join(userDataDir, 'stand-in', 'Default', 'IndexedDB');

export function openKebu(folders: TestFolders, day?: LocalDate): TestApp {
  return createStandInApp({ ...look, day }, folders);
}

/** Folders of their own with a copy of what lies in another one. */
export async function copyOf(userDataDir: string): Promise<TestFolders> {
  const folders = await makeFolders();
  await cp(userDataDir, folders.userDataDir, { recursive: true });
  return folders;
}

/** Runs `work` on a copy and removes it; the window is closed whatever happens. */
export async function withCopy<T>(
  prepared: Pick<PreparedKebu, 'userDataDir'>,
  work: (app: TestApp) => Promise<T>,
  day?: LocalDate,
): Promise<T> {
  const folders = await copyOf(prepared.userDataDir);
  const app = openKebu(folders, day);
  try {
    return await work(app);
  } finally {
    await app.close();
    await removeFolders(folders);
  }
}

/** Opens the window and unlocks. What it says when the archive does not open; `null` when it does. */
export async function open(app: TestApp, passphrase?: string): Promise<string | null> {
  const page = await app.launch();
  await frontDoor.unlock(page, passphrase);
  return settle(page);
}

/** Opens one that nothing has happened to. */
export async function openWhole(app: TestApp, passphrase?: string): Promise<void> {
  const refusal = await open(app, passphrase);
  if (refusal !== null) throw new Error(refusal);
}

/** Waits for the open archive or for the page that says why it is not open. */
async function settle(page: Page): Promise<string | null> {
  const { status } = shell(page);
  const refusal = page.getByRole('heading', { level: 1, name: /先不改动任何东西|档案没能打开/ });
  await status.or(refusal).first().waitFor({ timeout: 60_000 });
  return (await status.isVisible()) ? null : (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
}

/**
 * Presses what the page offers to one whose database cannot be read, by the key that is at hand. What the page says when that
 * does not help; `null` when the archive is open.
 */
export async function rebuildByKey(page: Page): Promise<string | null> {
  const button = page.getByRole('button', { name: '从日志重建' });
  if (!(await button.isVisible())) return 'nothing offers to build the database anew';
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await shell(page).status.or(page.getByText('正在打开档案')).first().waitFor();
  return settle(page);
}

/** Quits where the page says that only this helps, and opens Kebu again. What then keeps it from opening; `null` for nothing. */
export async function openAgain(app: TestApp): Promise<string | null> {
  const button = app.page.getByRole('button', { name: '退出客簿' });
  await expect(button).toBeFocused();
  await app.quit();
  return open(app);
}

/** Quits; fails with what the window says when it stays because the last backup could not be made. */
async function quit(app: TestApp): Promise<void> {
  const { page } = app;
  const staying = page.getByRole('heading', { level: 1, name: '退出前的备份没有做成' });
  const refusal = staying.waitFor({ timeout: 0 }).then(() => page.getByRole('alert').innerText());
  const left = app.quit().then(() => null);
  // When the window goes, nothing is there to wait for any more.
  const said = await Promise.race([left, refusal.catch(() => left)]);
  if (said !== null) throw new Error(`no last backup: ${said}`);
}

/** Quits, which makes a snapshot from the database, and reads every record out of that without Kebu. */
export async function quitAndRead(app: TestApp, paperKey: string): Promise<string[]> {
  await quit(app);
  const snapshots = join(app.dataDir, 'archive', 'snapshots');
  const newest = (await readdir(snapshots))
    .filter((name) => name.endsWith('.kebu'))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error('Kebu left no snapshot');
  const dir = await mkdtemp(join(tmpdir(), 'kebu-read-'));
  try {
    const pipe = 'tar xOf "$0" archive.age | age -d -i <(echo "$1") | tar xz';
    execFileSync('bash', ['-o', 'pipefail', '-c', pipe, join(snapshots, newest), paperKey], { cwd: dir });
    return readRecovered(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A file of customers, each with everything that the numbers give. */
export function customersFile(name: string, first: number, count: number) {
  const rows = Array.from({ length: count }, (_, index) => {
    const n = first + index;
    return [`客户${n}`, `138${String(n).padStart(8, '0')}`, `第${n}家公司`, `备注 ${n} `.repeat(1 + (n % 40))];
  });
  const bytes = csvFile([['姓名', '手机', '公司', '备注'], ...rows]);
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
}

/** Imports a list, quits, and goes on: the last changes are in the journal and the database and in no snapshot. */
export async function prepareKebu(customers: number): Promise<PreparedKebu> {
  const folders = await makeFolders();
  const app = openKebu(folders);
  const page = await app.launch();
  const groups = await frontDoor.enterBy(page, /导入一个文件/);
  const paperKey = `AGE-SECRET-KEY-1${groups.join('')}`;
  const data = dataScreen(page);
  await data.choose(customersFile('客户.csv', 0, customers));
  await data.tryOut();
  await data.write();
  await app.quit();
  const olderStore = join(folders.filesDir, 'older');
  await cp(storeOf(folders.userDataDir), olderStore, { recursive: true });

  await open(app);
  const screen = customersScreen(app.page);
  await shell(app.page).goTo('customers');
  for (const { name, phone, said } of talkedTo) {
    const card = await screen.add({ name, phone });
    await card.log(said);
    await card.close();
  }
  await app.close();
  if (customers > 100) {
    // Opening a large one once more lets Chromium tidy what was written.
    await open(app);
    await app.close();
  }
  const { userDataDir } = folders;
  const records = await withCopy({ userDataDir }, async (copy) => {
    await open(copy);
    return quitAndRead(copy, paperKey);
  });
  return { userDataDir, olderStore, paperKey, records };
}
