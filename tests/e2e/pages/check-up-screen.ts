import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said } from './words.ts';

const parts = ['confirmed', 'changed', 'unreachable', 'skipped'] as const;
type Part = (typeof parts)[number];

/** Going through those whose details are due for a check. */
export function checkUpScreen(page: Page) {
  const screen = screenOf(page, 'checkUp.title');
  const open = screen.getByRole('article');
  const report = screen.getByRole('region', { name: said('checkUp.report') });
  return {
    screen,
    report,
    /** Whose page is open, once it is. */
    async name(): Promise<string> {
      await expect(open).toHaveAttribute('aria-label', /./);
      return (await open.getAttribute('aria-label')) ?? '';
    },
    /** Waits until the page was turned from somebody. */
    async isPast(name: string): Promise<void> {
      await expect(open).not.toHaveAttribute('aria-label', name);
      await expect(open).toHaveAttribute('aria-label', /./);
    },
    page: open,
    /** How fresh the details of each value class are. */
    figures: screen.getByRole('complementary', { name: said('checkUp.coverage') }),
    /** What is said of a part of the report. */
    part: (part: Part) => report.getByRole('region', { name: said(`checkUp.part.${part}`) }),
    async counts(): Promise<Record<Part, number>> {
      const of = async (part: Part) =>
        Number(
          await report
            .locator('dl > div')
            .filter({ has: page.getByText(said(`checkUp.part.${part}`), { exact: true }) })
            .locator('dd')
            .innerText(),
        );
      return {
        confirmed: await of('confirmed'),
        changed: await of('changed'),
        unreachable: await of('unreachable'),
        skipped: await of('skipped'),
      };
    },
  };
}
