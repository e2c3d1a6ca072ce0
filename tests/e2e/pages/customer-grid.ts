import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { typeInBox } from './keyboard.ts';
import { screenOf } from './screen.ts';
import { said, saidFirst } from './words.ts';

/** What a spreadsheet put on the clipboard comes in at this place. */
export function pasteInto(place: Locator, text: string, html: string): Promise<void> {
  return place.evaluate(
    (box, given) => {
      const data = new DataTransfer();
      data.setData('text/plain', given.text);
      data.setData('text/html', given.html);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { text, html },
  );
}

/** The list of customers as a grid: filters, views, cells, selection, columns. */
export function customerGrid(page: Page) {
  const screen = screenOf(page, 'customers.title');
  const grid = screen.getByRole('grid', { name: said('customers.title') });
  const dialog = page.getByRole('dialog').last();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    grid,
    dialog,
    press,
    rowOf: (name: string): Locator => grid.getByRole('row').filter({ hasText: name }),
    cell: (name: string, column: string): Locator =>
      grid.getByRole('row').filter({ hasText: name }).locator(`[data-column="${column}"]`),
    selection: screen.getByRole('toolbar'),
    /** The cells that are taken in. */
    takenCells: grid.locator('[role=gridcell][aria-selected=true]'),
    /** Presses on one cell and goes on to another; the button is still held then. */
    async dragOver(from: Locator, to: Locator): Promise<void> {
      await from.hover();
      await page.mouse.down();
      await to.hover();
    },
    views: screen.getByRole('radiogroup', { name: said('views.label') }),
    /** A view by its name and count, as it is read out. */
    view: (name: string, count: number): Locator =>
      screen.getByRole('radio', { name: said('views.count', { name, count }) }),
    /** What the other button of the mouse opens, or Shift+F10. */
    menu: page.getByRole('menu'),
    /** Chooses in the menu that is open. */
    async choose(entry: string | RegExp): Promise<void> {
      await page.getByRole('menuitem', { name: entry }).click();
      await page.getByRole('menu').waitFor({ state: 'hidden' });
    },
    /** Pastes what a spreadsheet put on the clipboard: its text, and where told the table beside it. */
    paste: (text: string, html = ''): Promise<void> => pasteInto(grid, text, html),
    /** Types into the search and presses Ctrl+A in the list before any answer can have come. */
    selectAllAtOnce: (search: Locator, text: string): Promise<void> =>
      search.evaluate(async (box, typed) => {
        const list = document.querySelector<HTMLElement>('[role=grid]');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, typed);
        box.dispatchEvent(new Event('input', { bubbles: true }));
        // React draws what was typed; messages of the engine come later than that.
        await Promise.resolve();
        list?.focus();
        list?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true }),
        );
      }, text),
    /** Opens the builder by its key, from anywhere on the screen. */
    async openFilter(): Promise<Locator> {
      await grid.focus();
      await press('f');
      return page.getByRole('dialog', { name: said('filters.title') });
    },
    /** Chooses by typing in a list that a button opened by the keyboard. */
    async pick(button: Locator, ...words: string[]): Promise<void> {
      await button.focus();
      await press('Enter');
      const options = page.getByRole('listbox');
      await options.waitFor();
      for (const word of words) {
        await typeInBox(page, word);
        await options.getByRole('option', { name: word }).first().waitFor();
        await press('ArrowDown', 'Enter');
      }
      if (await options.isVisible()) await press('Escape');
      await options.waitFor({ state: 'hidden' });
    },
    /** Chooses one more of a list of which several can be chosen: Escape empties its search box first, then closes it. */
    async pickAlso(button: Locator, word: string): Promise<void> {
      await button.focus();
      await press('Enter');
      const options = page.getByRole('listbox');
      await options.waitFor();
      await typeInBox(page, word);
      await options.getByRole('option', { name: word }).first().waitFor();
      await press('ArrowDown', 'Enter', 'Escape', 'Escape');
      await options.waitFor({ state: 'hidden' });
    },
    async say(button: MessageKey): Promise<void> {
      await page
        .getByRole('button', { name: saidFirst(button) })
        .last()
        .press('Enter');
    },
  };
}
