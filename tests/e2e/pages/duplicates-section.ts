import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { said, saidFirst } from './words.ts';

const verdicts = ['same', 'household', 'contact', 'branch'] as const;

/** The search for duplicates on the data screen. */
export function duplicatesSection(page: Page) {
  const section = page.getByRole('region', { name: said('duplicates.title') });
  const list = (verdict: (typeof verdicts)[number]): Locator =>
    section.getByRole('list', { name: said(`duplicates.${verdict}`) }).getByRole('listitem');
  const press = (row: Locator, action: MessageKey) =>
    row.getByRole('button', { name: saidFirst(action) }).press('Enter');
  return {
    section,
    list,
    rowOf: (name: string) => section.getByRole('listitem').filter({ hasText: name }),
    /** How many pairs are listed that may be one, and that belong together. */
    async count(): Promise<{ same: number; related: number }> {
      const [same = 0, ...others] = await Promise.all(verdicts.map((verdict) => list(verdict).count()));
      return { same, related: others.reduce((sum, each) => sum + each, 0) };
    },
    /** The names of both of a pair. */
    names: (row: Locator) => row.locator('strong').allTextContents(),
    /** Looks through the whole archive and waits for the answer. */
    async find(): Promise<void> {
      const begin = section.getByRole('button', { name: /^(?:查找重复|重新查找|Find duplicates|Look again)$/ });
      await begin.press('Enter');
      await expect(section.getByRole('status')).toBeVisible();
    },
    compare: (row: Locator) => press(row, 'duplicates.compare'),
    tellApart: (row: Locator) => press(row, 'duplicates.notSame'),
    async relate(row: Locator, word: string): Promise<void> {
      await press(row, 'duplicates.relate');
      await page.getByRole('menuitem', { name: word }).press('Enter');
    },
  };
}
