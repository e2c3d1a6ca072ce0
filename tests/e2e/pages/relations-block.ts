import type { Locator, Page } from 'playwright/test';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { said, saidFirst } from './words.ts';

export interface NewRelation {
  /** What is typed to find them. */
  readonly find: string;
  /** The choice to take; the name itself, not in the archive, when absent. */
  readonly take?: string;
  /** One of Kebu's, or what a kind of the user's own is called. */
  readonly role: MessageKey | { own: string };
}

/** The relations on the card of a customer, with their dialog. */
export function relationsBlock(page: Page, card: Locator) {
  const block = card.getByRole('region', { name: said('relations.title') });
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('textbox', { name: said('relations.note') }) });
  const row = (name: string): Locator => block.getByRole('listitem').filter({ hasText: name }).first();
  return {
    block,
    dialog,
    row,
    household: block.getByRole('region', { name: said('relations.household') }),
    company: block.getByRole('region', { name: said('relations.company') }),
    /** Opens the dialog and fills it in by the keyboard alone; nothing is saved yet. */
    async fillIn({ find, take, role }: NewRelation): Promise<void> {
      await block.getByRole('button', { name: said('relations.add') }).press('Enter');
      await dialog.getByRole('combobox', { name: said('relations.who') }).pressSequentially(find);
      await page
        .getByRole('option')
        .filter({ hasText: take ?? find })
        .first()
        .waitFor();
      if (take === undefined) await page.keyboard.press('ArrowUp');
      else await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: saidFirst('relations.role') }).press('Enter');
      await page
        .getByRole('searchbox', { name: said('relations.role') })
        .fill(typeof role === 'string' ? messages[role][0] : role.own);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    async save(): Promise<void> {
      await dialog.getByRole('button', { name: said('ui.save') }).press('Enter');
      await expect(dialog).toBeHidden();
    },
    async add(relation: NewRelation): Promise<void> {
      await this.fillIn(relation);
      await this.save();
    },
    async choose(name: string, action: MessageKey): Promise<void> {
      await row(name)
        .getByRole('button', { name: said('relations.actions', { other: name }) })
        .press('Enter');
      await page.getByRole('menuitem', { name: said(action) }).press('Enter');
    },
  };
}
