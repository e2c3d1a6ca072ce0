import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said, saidFirst } from './words.ts';

type Pile = 'changed' | 'new' | 'missing' | 'same';

/** A list beside the archive: piles, and who is right. */
export function comparisonPanel(page: Page) {
  const screen = screenOf(page, 'imports.title');
  const heading = screen.getByRole('heading', { name: said('comparison.title') });
  const piles = screen.getByRole('radiogroup', { name: said('comparison.piles') });
  const tab = (pile: Pile): Locator => piles.getByRole('radio', { name: saidFirst(`comparison.pile.${pile}`) });
  const button = (key: MessageKey): Locator => screen.getByRole('button', { name: said(key) });
  const writing = (count: number): Locator => screen.getByRole('button', { name: said('comparison.write', { count }) });
  return {
    screen,
    button,
    /** The button that writes so many decisions. */
    writing,
    grid: (pile: Pile): Locator => screen.getByRole('grid', { name: said(`comparison.pile.${pile}`) }),
    /** Lays the list that is looked at beside the archive. */
    async begin(): Promise<void> {
      await button('comparison.open').press('Enter');
      await expect(heading).toBeVisible({ timeout: 60_000 });
    },
    /** How many customers each pile has. */
    async counts(expected: Readonly<Record<Pile, number>>): Promise<void> {
      for (const [pile, count] of Object.entries(expected)) {
        await expect(tab(pile as Pile)).toHaveAccessibleName(new RegExp(` ${String(count)}$`));
      }
    },
    async show(pile: Pile): Promise<void> {
      await tab(pile).click();
      await expect(tab(pile)).toBeChecked();
    },
    /** What the lines of the pile say, cell by cell. */
    async lines(pile: Pile): Promise<string[]> {
      const rows = await this.grid(pile).locator('[data-line]').allInnerTexts();
      return rows.map((row) => row.replaceAll(/\s*\n\s*/g, ' | ').trim());
    },
    /** Writes so many decisions, and waits until they are compared. */
    async write(count: number): Promise<void> {
      await expect(writing(count)).toBeEnabled();
      await writing(count).press('Enter');
      await expect(writing(0)).toBeVisible();
    },
    isDone: (): Promise<void> => expect(screen.getByText(saidFirst('comparison.done'))).toBeVisible(),
  };
}
