import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { said } from './words.ts';

/** Asking a customer to look through the details, and reading what comes back. */
export function selfUpdate(page: Page) {
  const dialog = page.getByRole('dialog');
  const fromCard = async (entry: 'selfUpdate.ask' | 'selfUpdate.readReply'): Promise<void> => {
    await page
      .getByRole('article')
      .getByRole('button', { name: said('ui.more') })
      .first()
      .click();
    await page.getByRole('menuitem', { name: said(entry) }).click();
    await expect(dialog).toBeVisible();
  };
  return {
    dialog,
    ask: () => fromCard('selfUpdate.ask'),
    read: () => fromCard('selfUpdate.readReply'),
    message: dialog.getByRole('textbox', { name: said('selfUpdate.message') }),
    pasted: dialog.getByRole('textbox', { name: said('selfUpdate.pasteHere') }),
    changes: (count: number) =>
      dialog.getByRole('region', { name: said('selfUpdate.changes', { count }) }).getByRole('listitem'),
    async saves(name: string): Promise<void> {
      await dialog.getByRole('button', { name: said('selfUpdate.save') }).click();
      await expect(page.getByText(said('selfUpdate.saved', { count: 1, name }))).toBeVisible();
      await expect(dialog).toBeHidden();
    },
    async takes(count: number): Promise<void> {
      await dialog.getByRole('button', { name: said('selfUpdate.take', { count }) }).click();
      await expect(dialog).toBeHidden();
    },
    refuses: (words: Parameters<typeof said>[0], values?: Parameters<typeof said>[1]) =>
      expect(dialog.getByRole('alert').getByText(said(words, values))).toBeVisible(),
  };
}

/** What a customer does on the page that was sent. */
export async function answerForm(
  page: Page,
  { change, over, add }: { change: Record<string, string>; over: string; add: string },
): Promise<string> {
  for (const [was, now] of Object.entries(change)) await page.locator(`.value[data-was="${was}"]`).fill(now);
  await page
    .locator('.row', { has: page.locator(`[data-was="${over}"]`) })
    .getByRole('checkbox')
    .check();
  await page.locator('button[data-add="phones"]').click();
  await page.keyboard.type(add);
  await page.locator('#done').click();
  return page.locator('#reply').inputValue();
}
