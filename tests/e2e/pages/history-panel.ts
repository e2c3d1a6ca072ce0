import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';
import { said, saidFirst } from './words.ts';

/** The list of all changes, and what is asked when an undo meets later work. */
export function historyPanel(page: Page) {
  const panel = page.getByRole('dialog', { name: said('history.title') });
  const question = page.getByRole('alertdialog', { name: said('undo.conflict.title') });
  const rows = panel.locator('ol > li');
  return {
    panel,
    question,
    rows,
    async open(): Promise<void> {
      await page.keyboard.press('Control+Shift+H');
      await expect(panel).toBeVisible();
    },
    async find(text: string, count: number): Promise<void> {
      await panel.getByRole('searchbox').fill(text);
      await expect(rows).toHaveCount(count);
    },
    /** Shows what one of the changes changed. */
    async look(row: Locator): Promise<Locator> {
      await row.getByRole('button', { expanded: false }).click();
      return row.locator('dl').first();
    },
    undo: (row: Locator) => row.getByRole('button', { name: saidFirst('history.undo', { what: '' }) }).click(),
  };
}
