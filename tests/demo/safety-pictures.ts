import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { makeFolders, removeFolders } from '../e2e/fixtures/test-app.ts';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { dataScreen } from '../e2e/pages/data-screen.ts';
import { expect } from '../e2e/pages/expect.ts';
import { frontDoor } from '../e2e/pages/front-door.ts';
import { safetyPage } from '../e2e/pages/safety-page.ts';
import { shell } from '../e2e/pages/shell.ts';
import { said } from '../e2e/pages/words.ts';
import { countPictures, picturesDir } from './pictures.ts';
import { damageJournal, takeDoorPictures, takeRecoveryPictures } from './recovery-pictures.ts';
import { takeRestorePictures } from './restore-pictures.ts';
import { Story, type Language } from './story.ts';

/*
 * Every state of the Safety screen, of the locked page while a backup goes on, and of the pages after a loss, each reached as a
 * person would meet it, in both languages, both themes and two sizes: `npm run pictures:safety`, into out/demo.
 */

/** A week and a day after the sample day. */
const muchLater = '2026-12-02';

const drive = (story: Story) => join(story.folders.filesDir, 'media', 'KINGSTON');

async function plugIn(story: Story): Promise<string> {
  const stick = join(drive(story), '客簿备份');
  await mkdir(stick, { recursive: true });
  await story.app.plugIn([drive(story)]);
  return stick;
}

async function backUpNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /立即备份|选文件夹并备份|Back up now|Choose a folder/ }).click();
}

async function theStick(story: Story): Promise<void> {
  const { app, disk } = story;
  const page = await app.launch();
  await frontDoor.enterBy(page, /练习店铺|practice shop/i);
  await dataScreen(page).practiceIsLoaded();
  await safetyPage.open(page);
  await story.look('01-never-backed-up');

  const stick = await plugIn(story);
  app.dialogs.prepare({ question: 'folder', path: stick });
  disk.hold('write', stick);
  await backUpNow(page);
  await expect(page.getByText(said('safety.folder.state.writing'))).toBeVisible();
  await story.look('02-writing');
  disk.release();
  disk.hold('read', stick);
  await expect(page.getByText(said('safety.folder.state.verifying'))).toBeVisible({ timeout: 30_000 });
  await story.look('03-verifying');
  disk.release();
  // From here on the schedule knows that the stick is there.
  await story.app.plugIn([drive(story)]);
  await expect(page.getByText(said('safety.folder.removable'))).toBeVisible({ timeout: 30_000 });
  await story.look('04-safe-to-remove');
  await page.getByRole('button', { name: said('safety.drill.now') }).click();
  await expect(page.getByText(/一条不差|none missing/).first()).toBeVisible({ timeout: 60_000 });
  await story.look('05-drill-passed');
  await shell(page).goTo('customers');
  await customersScreen(page).add({ name: '曾丽华', phone: '13800138000' });
  await safetyPage.open(page);
  await story.look('06-changed-since');
}

async function lockedWhileCopying(story: Story): Promise<void> {
  const { app, disk, page } = story;
  const stick = join(drive(story), '客簿备份');
  await rename(drive(story), `${drive(story)} in a drawer`);
  await app.plugIn([]);
  await expect(page.getByText(said('safety.folder.state.awayBehind'))).toBeVisible();
  await story.look('07-stick-in-the-drawer');
  // What is copied while it is locked was packed while it was open.
  await safetyPage.prepareFolder(app, '文档备份');
  await backUpNow(page);
  await expect(safetyPage.folder(page, '文档备份')).toContainText(/最新，已核对|Up to date and verified/, {
    timeout: 60_000,
  });
  await frontDoor.lock(page);
  disk.hold('write', stick);
  await rename(`${drive(story)} in a drawer`, drive(story));
  const copying = app.plugIn([drive(story)]);
  await expect(page.getByText(/别拔|leave it in/)).toBeVisible({ timeout: 30_000 });
  await story.look('08-locked-while-copying');
  disk.release();
  await copying;
  await expect(page.getByText(/可以拔下|safe to remove/)).toBeVisible({ timeout: 30_000 });
  await story.look('09-locked-safe-to-remove');
  await frontDoor.unlock(page);
  await shell(page).isOpen();
  await safetyPage.open(page);
}

async function whatGoesWrong(story: Story): Promise<void> {
  const { app, disk, page } = story;
  disk.fill(story.folder('文档备份'));
  await backUpNow(page);
  await expect(safetyPage.headline(page)).toHaveText(said('safety.state.partly'), { timeout: 60_000 });
  await story.look('10-one-failed');
  disk.release();

  const stick = join(drive(story), '客簿备份');
  const [newest = ''] = (await readdir(stick))
    .filter((name) => name.endsWith('.kebu'))
    .sort()
    .reverse();
  const flip = async (): Promise<void> => {
    const bytes = await readFile(join(stick, newest));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5000) ^ 1, bytes.length - 5000);
    await writeFile(join(stick, newest), bytes);
  };
  await flip();
  await page.getByRole('button', { name: said('safety.drill.now') }).click();
  await expect(page.getByText(/演练没有成功|could not be restored/).first()).toBeVisible({ timeout: 60_000 });
  await story.look('11-drill-failed');
  await flip();

  for (const name of ['客簿备份', '文档备份']) {
    await page.getByRole('button', { name: said('safety.folder.remove', { folder: name }) }).click();
  }
  const only = await safetyPage.prepareFolder(app, '网盘');
  await backUpNow(page);
  await expect(safetyPage.folder(page, '网盘')).toContainText(/最新，已核对|Up to date and verified/, {
    timeout: 60_000,
  });
  await rename(only, `${only} elsewhere`);
  await app.plugIn([]);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(safetyPage.headline(page)).toHaveText(said('safety.state.missing'), { timeout: 30_000 });
  await story.look('12-target-missing');
  await rename(`${only} elsewhere`, only);
  const later = await story.wakeOn(muchLater);
  await safetyPage.open(later);
  await story.look('13-stale');
}

async function theWayBack(story: Story): Promise<void> {
  const { page } = story;
  await page
    .getByRole('main')
    .getByRole('button', { name: /从备份恢复…|^Restore…/ })
    .click();
  await story.look('20-restore-choose');
  await page.keyboard.press('Escape');
  await safetyPage
    .backups(page)
    .getByRole('button', { name: /^恢复|^Restore/ })
    .first()
    .click();
  await expect(safetyPage.restoreDialog(page).getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
  await story.look('21-restore-preview');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: said('safety.passphrase.change') }).click();
  await story.look('22-change-passphrase');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: said('safety.paperKey.show') }).click();
  const paper = page.getByRole('dialog', { name: said('safety.paperKey') });
  await frontDoor.unlock(page);
  await expect(paper.getByRole('img')).toBeVisible();
  await story.look('25-paper-key');
  await page.pdf({ path: join(picturesDir, `paper-key.${story.language}.pdf`), format: 'A4' });
  await page.keyboard.press('Escape');
  await takeRestorePictures(story);
  await page
    .getByRole('region', { name: said('trust.audit') })
    .getByRole('button', { name: said('trust.audit.check') })
    .click();
  await page.getByRole('region', { name: said('trust.audit') }).scrollIntoViewIfNeeded();
  await story.look('24-audit');
}

async function tell(language: Language): Promise<void> {
  const story = new Story(language, await makeFolders());
  try {
    await theStick(story);
    await lockedWhileCopying(story);
    await whatGoesWrong(story);
    await theWayBack(story);
    await takeDoorPictures(story);
    await damageJournal(story.app);
    await takeRecoveryPictures(story.app, (name) => story.look(name));
  } catch (error) {
    await story.look('failed').catch(() => undefined);
    throw error;
  } finally {
    await story.app.close();
    await removeFolders(story.folders);
  }
}

const only = process.argv[2];
await rm(picturesDir, { recursive: true, force: true });
for (const language of ['zh-CN', 'en'] as const) if (only === undefined || only === language) await tell(language);
console.log(`${String(await countPictures())} pictures lie in out/demo/`);
