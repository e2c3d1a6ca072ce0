import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { said, saidFirst } from './words.ts';

/** The dialog in which customers stand side by side before they become one. */
export function mergeDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^(?:合并 \d+ 位客户|Merge \d+ customers)$/ });
  return {
    dialog,
    /** The line of a fact, by its name. */
    row: (fact: string) => dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: fact }) }),
    /** What stays of a fact. */
    result: (fact: string) =>
      dialog
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: fact }) })
        .getByRole('cell')
        .last(),
    survivor: (name: string) => dialog.getByRole('radio', { name: said('merge.survivor', { name }) }),
    choose: (fact: string, name: string) => dialog.getByRole('radio', { name: said('merge.choose', { fact, name }) }),
    async merge(): Promise<void> {
      await dialog.getByRole('button', { name: said('merge.merge') }).press('Enter');
      await expect(dialog).toBeHidden();
    },
    /** From the menu of an open card: looks up who it really is. */
    async openInto(text: string, name: string | RegExp): Promise<void> {
      await page
        .getByRole('article')
        .getByRole('button', { name: said('ui.more') })
        .first()
        .press('Enter');
      await page.getByRole('menuitem', { name: said('merge.openInto') }).press('Enter');
      const lookup = page.getByRole('combobox', { name: saidFirst('merge.who') });
      await lookup.pressSequentially(text);
      await expect(page.getByRole('option', { name }).first()).toBeVisible();
      await lookup.press('ArrowDown');
      await lookup.press('Enter');
      await expect(dialog).toBeVisible();
    },
  };
}
