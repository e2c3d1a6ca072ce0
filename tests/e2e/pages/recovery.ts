import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { TestApp } from '../fixtures/test-app.ts';
import { expect } from './expect.ts';

/** The bin, erasure and the audit log as a person works them, in Chinese. */
export const recovery = {
  section(page: Page, title: string): Locator {
    return page.getByRole('region', { name: title, exact: true });
  },

  async deleteCustomer(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid').getByText(name, { exact: true }).first().click();
    const card = page.getByRole('article', { name });
    await card.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('menuitem', { name: '移到回收站' }).click();
    await expect(page.getByText(`${name} 已移到回收站`)).toBeVisible();
  },

  /** What somebody with an editor would do to hide that the archive was created. */
  async alterAuditLog(app: TestApp): Promise<void> {
    const path = join(app.dataDir, 'archive', 'audit.ndjson');
    await writeFile(path, (await readFile(path, 'utf8')).replace('archive-created', 'unlocked'));
  },
};
