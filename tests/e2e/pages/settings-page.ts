import type { Locator, Page } from 'playwright/test';
import { shopFields, type ShopField } from '#shared/domain/settings/shop.ts';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import { typeInBox } from './keyboard.ts';
import { screenOf } from './screen.ts';
import { said, saidFirst, saidLast } from './words.ts';

/** The settings: the archive's own fields. */
export function settingsPage(page: Page) {
  const screen = screenOf(page, 'settings.title');
  const dialog = page.getByRole('dialog').last();
  const fields = screen.getByRole('list', { name: said('fields.title') });
  const choose = async (select: MessageKey, option: MessageKey): Promise<void> => {
    await dialog.getByRole('button', { name: saidLast(select) }).click();
    await page.getByRole('option', { name: said(option) }).click();
  };
  return {
    screen,
    dialog,
    fields,
    async showPart(part: 'general' | 'fields' | 'tags' | 'words' | 'card' | 'starters'): Promise<void> {
      await screen.getByRole('radio', { name: said(`settings.part.${part}`) }).click();
    },
    /** A part of the card, or a fact, among those that can be laid. */
    laid: (label: MessageKey): Locator =>
      screen
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: said('cardLayout.move', { what: messages[label][0] }) }) }),
    async openStarterSet(trade: MessageKey): Promise<void> {
      const card = screen.getByRole('listitem').filter({ has: page.getByRole('heading', { name: said(trade) }) });
      await card.getByRole('button').click();
    },
    async addStarterSet(count: number): Promise<void> {
      await dialog.getByRole('button', { name: said('starters.apply', { count }) }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    line: (label: string): Locator => screen.getByRole('listitem').filter({ hasText: label }),
    /** Makes a field from its name, its type and the options of a choice. */
    async addField(label: string, type: MessageKey, options: readonly string[] = []): Promise<void> {
      await screen.getByRole('button', { name: said('fields.new') }).click();
      await choose('fields.type', type);
      for (const option of options) {
        await dialog.getByRole('button', { name: said('fields.addOption') }).click();
        await typeInBox(page, option);
      }
      await dialog.getByRole('textbox', { name: said('fields.label') }).fill(label);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
    },
    /** Chooses what to do with a field. */
    async act(label: string, entry: MessageKey, menu: 'fields.more' | 'tags.more' = 'fields.more'): Promise<void> {
      await screen.getByRole('button', { name: said(menu, { field: label, tag: label }) }).click();
      await page.getByRole('menuitem', { name: saidFirst(entry) }).click();
    },
    choose,
    /** Each box is saved when it is left. */
    async sayShop(shop: Partial<Record<ShopField, string>>): Promise<void> {
      const region = screen.getByRole('region', { name: said('settings.shop') });
      for (const field of shopFields) {
        const box = region.getByRole('textbox', { name: said(`settings.${field}`) });
        await box.fill(shop[field] ?? '');
        await box.blur();
      }
    },
    /** The keys that bring Kebu forward from any program. */
    newCustomerKeys: screen.getByRole('region', { name: said('settings.newKeys') }),
    /** Takes an option of the list that is open. */
    pickOption: (name: string) => page.getByRole('option', { name, exact: true }).click(),
  };
}
