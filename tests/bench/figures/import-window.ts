import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Figure } from '../figure.ts';
import { writeImportCsv } from '../import-files.ts';
import { timeOnce } from '../measure.ts';
import { prepareArchive } from '../prepared-archive.ts';
import { openKebu } from '../window/kebu-window.ts';
import { startWatchingTasks } from '../window/recorder.ts';

const rows = 100_000;
const patienceMs = 600_000;

/** The same list from the file to the receipt in a real window on a real disk, and what the page feels of it. */
export async function measureImportInWindow(folder: string): Promise<Figure[]> {
  const userDataDir = mkdtempSync(join(folder, 'import-window-'));
  const csv = join(userDataDir, 'customers.csv');
  await writeImportCsv(csv, rows);
  await prepareArchive(join(userDataDir, 'data'), 1);
  const kebu = await openKebu(userDataDir);
  const { page } = kebu;
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: /^数据/ }).click();
  const longestTask = await startWatchingTasks(page);
  const imported = await timeOnce(() => importFile(page, csv));
  const longestMs = await longestTask();
  await kebu.close();
  rmSync(userDataDir, { recursive: true });
  const what = `${rows} rows × 20 columns`;
  return [
    { name: 'import/csv in the window', what, unit: 's', value: imported.ms / 1000 },
    { name: 'import/longest task on the page', what, unit: 'ms', value: longestMs, budget: 100 },
  ];
}

async function importFile(page: Page, path: string): Promise<void> {
  const screen = page.getByRole('main', { name: '数据' });
  await screen.locator('input[type=file]').setInputFiles(path);
  await screen.getByRole('button', { name: '先算一遍' }).click({ timeout: patienceMs });
  await screen.getByRole('button', { name: '导入', exact: true }).click({ timeout: patienceMs });
  await screen.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: patienceMs });
}
