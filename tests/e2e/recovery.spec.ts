import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleNames, writeSampleFiles } from '../samples/files.ts';
import { expect, test } from './fixtures/archive.ts';
import { expectNoSurprises } from './fixtures/app.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { createStandInApp } from './fixtures/stand-in-app.ts';
import { sampleDay } from './fixtures/wall-clock.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { recovery } from './pages/recovery.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('erases a customer for good after a typed word, proves it, and a restore does not bring them back', async ({
  app,
}) => {
  const page = await safetyPage.begin(app, '张国强', '曾丽华');
  await safetyPage.prepareFolder(app, '黑色闪迪');
  await safetyPage.backUp(page, '黑色闪迪');
  await recovery.deleteCustomer(page, '曾丽华');

  await safetyPage.open(page);
  const bin = recovery.section(page, '回收站');
  await expect(bin.getByRole('listitem')).toHaveText(/曾丽华.*还有 90 天/);
  // By the keyboard: what the backup comes to is still being filled in above, and moves the button.
  await bin.getByRole('button', { name: '永久删除：曾丽华' }).press('Enter');
  const dialog = page.getByRole('alertdialog');
  const last = dialog.getByRole('button', { name: '永久删除' });
  await expect(last).toBeDisabled();
  await dialog.getByLabel(/输入“永久删除”/).fill('删除');
  await expect(last).toBeDisabled();
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByLabel(/输入“永久删除”/).fill('永久删除');
  await last.click();
  await expect(dialog).toBeHidden();
  await expect(bin.getByText('回收站是空的。')).toBeVisible();
  await expect(bin.getByText(/黑色闪迪 \/ kebu-/)).toBeVisible();

  const saved = join(app.filesDir, '证明.txt');
  app.dialogs.prepare({ question: 'save-path', path: saved });
  await bin.getByRole('button', { name: '保存证明…' }).click();
  await expect(page.getByText('已保存到“证明.txt”。')).toBeVisible();
  const text = await readFile(saved, 'utf8');
  expect(text).toContain('删除人数: 1');
  expect(text).not.toContain('曾丽华');

  await safetyPage.backups(page).filter({ hasText: '黑色闪迪' }).getByRole('button', { name: /^恢复/ }).click();
  await expect(safetyPage.restoreDialog(page).getByText(/有 1 位已按要求永久删除的客户/)).toBeVisible();
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('1 位客户')).toBeVisible();
  await safetyPage.open(page);
  await expect(page.getByText('恢复前的档案还留着')).toBeVisible();
  await expect(page.getByText(/还剩 30 天/)).toBeVisible();
  expect(await readdir(app.dataDir, { recursive: true })).not.toContain('曾丽华');
});

test('goes back to right after a change, and to the state before going back', async ({ app }) => {
  const page = await safetyPage.begin(app, '张国强', '曾丽华');
  await page.getByRole('main').getByRole('button', { name: '从备份恢复…' }).click();
  const dialog = safetyPage.restoreDialog(page);
  await expect(dialog.getByRole('heading', { name: '回到某个时刻' })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('listitem').filter({ hasText: '张国强' }).getByRole('button').click();
  const row = dialog.getByRole('row', { name: /^客户/ });
  await expect(row).toHaveText('客户21少 1');
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('1 位客户')).toBeVisible();

  await safetyPage.open(page);
  await page.getByRole('button', { name: '撤销恢复…' }).click();
  await expect(row).toHaveText('客户12多 1');
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('2 位客户')).toBeVisible();
});

test('goes back to what was yesterday at five in the afternoon', async ({ host, app, language, theme, windowSize }) => {
  test.skip(host === 'electron', 'It is opened on one day');
  await safetyPage.begin(app, '张国强');
  await app.quit();
  const { userDataDir, dataDir, filesDir } = app;
  const look = { language, theme, windowSize, day: '2026-11-22' } as const;
  const later = createStandInApp(look, { userDataDir, dataDir, filesDir });
  const page = await safetyPage.begin(later, '曾丽华');
  await page.getByRole('main').getByRole('button', { name: '从备份恢复…' }).click();
  const dialog = safetyPage.restoreDialog(page);
  const time = dialog.getByRole('textbox', { name: said('trust.moment.time') });
  await expect(time).toHaveValue('17:00');
  await dialog.getByRole('spinbutton').first().focus();
  await page.keyboard.type(sampleDay.replaceAll('-', ''));
  await time.fill('25:00');
  await expect(dialog.getByText(said('trust.moment.badTime'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: said('trust.moment.show') })).toBeDisabled();
  await time.fill('17:00');
  await dialog.getByRole('button', { name: said('trust.moment.show') }).click();
  await expect(dialog.getByRole('row', { name: /^客户/ })).toHaveText('客户21少 1');
  await safetyPage.restore(page);
  await shell(page).goTo('customers');
  await expect.poll(() => customersScreen(page).names()).toEqual(['张国强']);
  await later.close();
  expectNoSurprises(later);
});

test('takes one customer with a picture out of a backup, shows what differs, and takes that back again', async ({
  app,
}) => {
  const page = await safetyPage.begin(app, '张国强', '曾丽华');
  const { picture } = writeSampleFiles(join(app.filesDir, 'own'));
  await shell(page).goTo('customers');
  const { card } = await customersScreen(page).open('曾丽华');
  const files = filesBlock(page, card);
  await files.choose(picture);
  await files.expectNames(sampleNames.picture);
  await safetyPage.open(page);
  await safetyPage.prepareFolder(app, 'stick');
  await safetyPage.backUp(page, 'stick');
  // Only the backup has the picture now.
  const stored = join(app.dataDir, 'archive', 'attachments');
  for (const name of await readdir(stored)) await rm(join(stored, name));
  await recovery.deleteCustomer(page, '曾丽华');
  await safetyPage.open(page);
  await safetyPage.backups(page).filter({ hasText: 'stick' }).getByRole('button', { name: /^恢复/ }).click();
  const dialog = safetyPage.restoreDialog(page);
  await dialog.getByRole('radio', { name: '只取一位客户' }).click();
  await dialog.getByLabel('备份里的客户').fill('zlh');
  const found = dialog.getByRole('listitem');
  await expect(found).toHaveText(/曾丽华.*在回收站/);
  await found.getByRole('button').click();
  await expect(dialog.getByRole('row', { name: /在回收站/ })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: '取回这位客户' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已从备份取回“曾丽华”。')).toBeVisible();
  await expect(recovery.section(page, '回收站').getByText('回收站是空的。')).toBeVisible();
  await shell(page).goTo('customers');
  await customersScreen(page).open('曾丽华');
  await files.open(sampleNames.picture).click();
  await expect(files.preview.getByRole('img', { name: sampleNames.picture })).toHaveJSProperty('naturalWidth', 960);
  await page.keyboard.press('Escape');
  await safetyPage.open(page);
  const brought = safetyPage.changes(page).first();
  await expect(brought).toContainText('从备份取回客户');
  await brought.getByRole('button', { name: /撤销/ }).click();
  await expect(recovery.section(page, '回收站').getByRole('listitem')).toHaveText(/曾丽华/);
});

test('keeps an audit log, verifies it, names the entry that somebody changed, and exports it', async ({ app }) => {
  const page = await safetyPage.begin(app, '张国强');
  const log = recovery.section(page, '审计日志');
  await expect(log.getByRole('listitem').filter({ hasText: '建立档案' })).toHaveCount(1);
  await log.getByRole('button', { name: '核对' }).click();
  await expect(log.getByRole('alert')).toContainText('完好');
  const saved = join(app.filesDir, 'audit.csv');
  app.dialogs.prepare({ question: 'save-path', path: saved });
  await log.getByRole('button', { name: '导出 CSV…' }).click();
  await expect(log.getByRole('listitem').filter({ hasText: '导出审计日志' })).toHaveCount(1);
  expect(await readFile(saved, 'utf8')).toContain(',archive-created,');
  await recovery.alterAuditLog(app);
  await log.getByRole('button', { name: '核对' }).click();
  await expect(log.getByRole('alert')).toContainText('第 1 条被改过');
  expect(await findBarriers(page)).toEqual([]);
});
