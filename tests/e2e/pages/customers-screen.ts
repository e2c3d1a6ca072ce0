import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { customerCard } from './customer-card.ts';
import { screenOf } from './screen.ts';
import { said, saidFirst } from './words.ts';

export interface NewCustomer {
  readonly name: string;
  readonly phone?: string;
  readonly organization?: string;
  readonly note?: string;
}

/** The list of customers and the dialog for a new one. */
export function customersScreen(page: Page) {
  const screen = screenOf(page, 'customers.title');
  const grid = screen.getByRole('grid', { name: said('customers.title') });
  const search = screen.getByRole('searchbox', { name: said('customers.search') });
  const form = page.getByRole('dialog', { name: said('new.title') });
  const nameCells = grid.locator('[role=row][aria-selected] [data-column=name] > span:first-child');
  const columnHeader = (label: MessageKey): Locator => grid.getByRole('columnheader', { name: said(label) });
  const choose = async (menu: MessageKey, entry: string | RegExp): Promise<void> => {
    await screen.getByRole('button', { name: saidFirst(menu) }).click();
    await page.getByRole('menuitem', { name: entry }).first().click();
  };
  return {
    screen,
    grid,
    search,
    form,
    columnHeader,
    /** Rows of customers as they are drawn; a long list has more. */
    rows: grid.locator('[role=row][aria-selected]'),
    /** `805 位`, or `3 / 805` while something is sought. */
    count: screen.locator('h1 + div'),

    /** Types into the search box and waits until exactly these customers answer, in this order. */
    /** What is drawn as found in the list. */
    markedLetters: () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ),
    async find(text: string, names: readonly string[]): Promise<void> {
      await search.fill(text);
      await expect(nameCells).toHaveText([...names]);
    },
    /** The names of the rows that are drawn, as soon as there are any. */
    async names(): Promise<string[]> {
      await nameCells.first().waitFor();
      return nameCells.allTextContents();
    },
    async open(name: string): Promise<ReturnType<typeof customerCard>> {
      await this.rows.filter({ hasText: name }).first().click();
      const card = customerCard(page, name);
      await expect(card.card).toBeVisible();
      return card;
    },
    async closeCard(): Promise<void> {
      await page.getByRole('button', { name: said('card.close') }).click();
    },
    async sortBy(label: MessageKey): Promise<void> {
      await columnHeader(label).getByRole('button').first().click();
    },
    /** The columns that are shown, from left to right. */
    headings: (): Promise<string[]> =>
      grid
        .getByRole('columnheader')
        .evaluateAll((headers) => headers.map((header) => header.ariaLabel ?? '').filter((name) => name !== '')),
    /** What the drawn rows show in a column, from top to bottom. */
    readColumn: (column: string): Promise<string[]> =>
      grid.locator('[role=row][aria-selected]').evaluateAll((rows, id) => {
        const place = (row: Element): number => Number(row.getAttribute('aria-rowindex'));
        return rows
          .toSorted((a, b) => place(a) - place(b))
          .map((row) => row.querySelector(`[data-column="${id}"]`)?.textContent ?? '');
      }, column),
    /** The lines above the customers of one class, as they are drawn. */
    groups: grid.locator('[role=row][data-group]'),
    async removeFilter(entry: string): Promise<void> {
      await screen.getByRole('button', { name: new RegExp(`^(?:移除|Remove) .*${entry}`) }).click();
    },
    chooseFilter: (entry: string | RegExp) => choose('customers.addFilter', entry),
    async chooseGroup(entry: string | RegExp): Promise<void> {
      // Its name tells by what the list is grouped.
      await screen.getByRole('button', { name: /分组$|^Group/ }).click();
      await page.getByRole('menuitem', { name: entry }).first().click();
    },
    /** Shows a column or hides it. */
    async chooseColumn(column: string): Promise<void> {
      await screen.getByRole('button', { name: said('grid.columns') }).click();
      const panel = page.getByRole('dialog');
      await panel.getByRole('searchbox', { name: said('grid.column.find') }).fill(column);
      await panel.getByText(column, { exact: true }).click();
      await page.keyboard.press('Escape');
      // The first one empties the search, where that still has the keyboard.
      if (await panel.isVisible()) await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    },
    /** Shows every column that there is. */
    async chooseAllColumns(): Promise<void> {
      await screen.getByRole('button', { name: said('grid.columns') }).click();
      const panel = page.getByRole('dialog');
      const left = panel.getByRole('checkbox', { checked: false });
      for (let count = await left.count(); count > 0; count -= 1) {
        await left.first().press('Space');
        await expect(left).toHaveCount(count - 1);
      }
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    },

    line: form.getByRole('textbox', { name: said('new.line') }),
    /** How a search may go on. */
    suggestions: screen.getByRole('listbox', { name: said('search.complete') }).getByRole('option'),
    /** The parts as they are understood. */
    chips: form.getByRole('list', { name: said('new.understood') }).getByRole('listitem'),
    /** Writes the line of the box that is open. */
    async fillIn({ name, phone = '', organization, note = '' }: NewCustomer): Promise<void> {
      const company = organization === undefined ? '' : `@"${organization}"`;
      await this.line.fill([name, phone, company, note].filter((part) => part !== '').join(', '));
    },
    /** From the key N to the card of the new customer. */
    async add(customer: NewCustomer): Promise<ReturnType<typeof customerCard>> {
      await page.keyboard.press('n');
      await this.fillIn(customer);
      await page.keyboard.press('Enter');
      await expect(form).toBeHidden();
      const card = customerCard(page, customer.name);
      await expect(card.card).toBeVisible();
      return card;
    },
  };
}
