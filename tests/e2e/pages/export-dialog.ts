import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { said } from './words.ts';

type Format = 'xlsx' | 'csv' | 'vcf' | 'html';

/** Customers into a file. */
export function exportDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^(?:导出 [\d,]+ 位客户|Export [\d,]+ customers?)$/ });
  const open = async (button: 'exports.open' | 'exports.openSelected', count: number): Promise<void> => {
    await page.getByRole('button', { name: said(button) }).press('Enter');
    await expect(page.getByRole('dialog', { name: said('exports.title', { count }) })).toBeVisible();
  };
  return {
    dialog,
    /** Everybody whom the list shows. */
    openForList: (count: number) => open('exports.open', count),
    openForSelected: (count: number) => open('exports.openSelected', count),
    async choose(format: Format, columns?: 'list' | 'every' | 'contacts'): Promise<void> {
      await dialog.getByRole('radio', { name: said(`exports.format.${format}`) }).click();
      if (columns !== undefined) await dialog.getByRole('radio', { name: said(`exports.columns.${columns}`) }).click();
    },
    run: () => dialog.getByRole('button', { name: said('exports.run') }).press('Enter'),
    /** Waits until the toast names the file, and the dialog is gone. */
    async hasSaved(count: number, name: string): Promise<void> {
      await expect(page.getByText(said('exports.saved', { count, name }))).toBeVisible();
      await expect(dialog).toBeHidden();
    },
  };
}
