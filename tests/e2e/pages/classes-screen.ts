import type { Locator, Page } from 'playwright/test';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said, saidFirst } from './words.ts';

export interface SchemeState {
  readonly name: string;
  readonly coveragePercent: number;
  readonly overlapping: number;
  readonly classes: readonly { readonly word: string; readonly count: number }[];
}

export function classesScreen(page: Page) {
  const screen = screenOf(page, 'classes.title');
  const list = screen.getByRole('navigation', { name: said('classes.dimensions') });
  const table = screen.getByRole('table');
  return {
    screen,
    list,
    table,
    async choose(dimension: Dimension): Promise<Locator> {
      const entry = list.getByRole('button', { name: saidFirst(`dimension.${dimension}`) });
      await entry.click();
      await expect(entry).toHaveAttribute('aria-current', 'true');
      return entry;
    },
    /** What the screen says of a scheme. */
    async read(dimension: Dimension): Promise<SchemeState> {
      const entry = await this.choose(dimension);
      const [name = '', state = ''] = await entry.locator('span').allTextContents();
      const [coveragePercent = Number.NaN, overlapping = Number.NaN] = [...state.matchAll(/\d+/g)].map(Number);
      const more = screen.getByRole('button', { name: /^还有 \d+ 个分类$|^\d+ more classes$/ });
      if (await more.isVisible()) await more.click();
      const rows = await table
        .locator('tbody tr')
        .evaluateAll((elements) =>
          elements.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent.trim())),
        );
      const classes = rows.map(([word = '', count = '']) => ({ word, count: Number(count.replaceAll(/\D/g, '')) }));
      return { name, coveragePercent, overlapping, classes };
    },
  };
}
