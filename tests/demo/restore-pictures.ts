import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { expect } from '../e2e/pages/expect.ts';
import { safetyPage } from '../e2e/pages/safety-page.ts';
import { shell } from '../e2e/pages/shell.ts';
import { said } from '../e2e/pages/words.ts';
import type { Story } from './story.ts';

/** A backup that is refused, one customer alone, the bin, an erasure, and a restore that can be undone. */
export async function takeRestorePictures(story: Story): Promise<void> {
  await aNewerBackup(story);
  await oneCustomer(story);
  await anErasure(story);
  await anUndo(story);
}

async function aNewerBackup(story: Story): Promise<void> {
  const { page, app } = story;
  const dir = story.folder('网盘');
  const newest =
    (await readdir(dir))
      .filter((name) => name.endsWith('.kebu'))
      .sort()
      .at(-1) ?? '';
  const newer = story.folder('newer.kebu');
  const bytes = await readFile(join(dir, newest), 'latin1');
  await writeFile(newer, bytes.replace('"version": 1,', '"version": 2,'), 'latin1');
  await safetyPage.chooseFile(app, page, newer);
  await expect(safetyPage.restoreDialog(page).getByRole('alert')).toBeVisible();
  await story.look('26-newer-backup');
  await page.keyboard.press('Escape');
}

async function openRestore({ page }: Story, at = 0): Promise<void> {
  await safetyPage
    .backups(page)
    .getByRole('button', { name: /^恢复|^Restore/ })
    .nth(at)
    .click();
}

async function oneCustomer(story: Story): Promise<void> {
  const { page } = story;
  await shell(page).goTo('customers');
  await customersScreen(page).rows.nth(2).click();
  await page
    .getByRole('article')
    .getByRole('button', { name: /^(更多|More)$/ })
    .click();
  await page.getByRole('menuitem', { name: /移到回收站|Move to the bin/ }).click();
  await safetyPage.open(page);
  await openRestore(story);
  const dialog = safetyPage.restoreDialog(page);
  await dialog.getByRole('radio', { name: said('trust.one.one') }).click();
  const inBin = dialog.getByRole('listitem').filter({ hasText: /在回收站|In the bin/ });
  const name = await binOf(story).getByRole('listitem').first().locator('strong').first().innerText();
  await dialog.getByLabel(said('trust.one.search')).fill(name);
  await inBin.first().getByRole('button').click({ timeout: 30_000 });
  await expect(dialog.getByRole('row').first()).toBeVisible();
  await story.look('27-one-customer');
  await page.keyboard.press('Escape');
}

const binOf = ({ page }: Story) => page.getByRole('region', { name: said('trust.bin') });

async function anErasure(story: Story): Promise<void> {
  const { page } = story;
  const bin = binOf(story);
  await bin.scrollIntoViewIfNeeded();
  await story.look('23-bin');
  await bin
    .getByRole('button', { name: /^永久删除|^Erase/ })
    .first()
    .click();
  const erase = page.getByRole('alertdialog');
  await erase.getByRole('textbox').fill(story.language === 'en' ? 'ERASE' : '永久删除');
  await story.look('28-erase');
  await page.keyboard.press('Enter');
  await expect(erase).toBeHidden({ timeout: 60_000 });
  await bin.scrollIntoViewIfNeeded();
  await story.look('29-erased');
}

async function anUndo(story: Story): Promise<void> {
  const { page } = story;
  await openRestore(story, 1);
  await expect(safetyPage.restoreDialog(page).getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
  await safetyPage.restore(page);
  await safetyPage.open(page);
  await expect(page.getByText(said('trust.undoRestore'))).toBeVisible();
  const byItself = page.getByRole('switch', { name: said('safety.keychain') });
  await byItself.press('Space');
  await expect(byItself).toBeChecked();
  await story.look('32-undo-restore-and-keychain');
  await byItself.press('Space');
  await expect(byItself).not.toBeChecked();
}
