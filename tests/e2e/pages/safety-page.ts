import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { TestApp } from '../fixtures/test-app.ts';
import { expect } from './expect.ts';
import { frontDoor } from './front-door.ts';

/** The safety screen as a person works it. Both languages. */
export const safetyPage = {
  /** An open archive with these customers, and the safety screen in front. */
  async begin(app: TestApp, ...customers: readonly string[]): Promise<Page> {
    const page = await app.launch();
    await frontDoor.open(page);
    for (const name of customers) await this.addCustomer(page, name);
    await this.open(page);
    return page;
  },

  async addCustomer(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Alt+2');
    await page
      .getByRole('main')
      .getByRole('button', { name: /新客户|New customer/ })
      .first()
      .click();
    await this.saveCustomer(page, name);
  },

  async saveCustomer(page: Page, name: string): Promise<void> {
    const dialog = page.getByRole('dialog', { name: /新客户|New customer/ });
    await dialog.getByRole('textbox').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  },

  async open(page: Page): Promise<void> {
    await page.keyboard.press('Alt+6');
    await expect(page.getByRole('heading', { level: 1, name: /安全|Safety/ })).toBeVisible();
  },

  /** The one sentence about the backups. */
  headline(page: Page): Locator {
    return page.getByRole('region', { name: /备份状态|Backup state/ }).getByRole('heading');
  },

  /** A folder that the dialog will answer with when it is asked for one. */
  async prepareFolder(app: TestApp, name: string): Promise<string> {
    const path = join(app.filesDir, name);
    await mkdir(path, { recursive: true });
    app.dialogs.prepare({ question: 'folder', path });
    return path;
  },

  /** Waits until everything there is lies in the folder and was read back. */
  async backUp(page: Page, folder: string): Promise<void> {
    await page.getByRole('button', { name: /立即备份|选文件夹并备份|Back up now|Choose a folder/ }).click();
    await expect(this.headline(page)).toContainText(/已备份并核对|Backed up/, { timeout: 60_000 });
    await expect(page.getByText(/之后没有改动|Nothing has changed since/)).toBeVisible();
    await expect(this.backups(page).first()).toContainText(folder);
  },

  /** The row of a folder among those where backups go. */
  folder(page: Page, name: string): Locator {
    return page
      .getByRole('region', { name: /备份放在哪里|Where backups go/ })
      .getByRole('listitem')
      .filter({ hasText: name });
  },

  /** Rows of the list of backups, newest first. */
  backups(page: Page): Locator {
    return page.getByRole('region', { name: /^(备份记录|Backups)$/ }).getByRole('listitem');
  },

  changes(page: Page): Locator {
    return page.getByRole('region', { name: /^(改动记录|Changes)$/ }).getByRole('listitem');
  },

  restoreDialog(page: Page): Locator {
    return page.getByRole('dialog', { name: /从备份恢复|Restore from a backup/ });
  },

  /** Goes as far as choosing a file, which the dialog answers with. */
  async chooseFile(app: TestApp, page: Page, path: string): Promise<void> {
    app.dialogs.prepare({ question: 'backup-file', path });
    const dialog = this.restoreDialog(page);
    if (!(await dialog.isVisible())) {
      await page
        .getByRole('main')
        .getByRole('button', { name: /从备份恢复…|^Restore…/ })
        .click();
    }
    await dialog.getByRole('button', { name: /选别的文件|Choose a file/ }).click();
  },

  /** Presses the last button of the preview, and opens the archive anew. */
  async restore(page: Page): Promise<void> {
    await this.restoreDialog(page)
      .getByRole('button', { name: /^(恢复|Restore)$/ })
      .click();
    await expect(page.getByRole('heading', { name: /客簿已锁定|Kebu is locked/ })).toBeVisible();
    await frontDoor.unlock(page);
    await expect(page.getByText(/已从备份恢复|Restored from a backup/)).toBeVisible();
  },
};
