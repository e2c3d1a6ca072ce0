import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said } from './words.ts';

const groups = ['promises', 'due', 'missed'] as const;

/** The things to do today. */
export function todayScreen(page: Page) {
  const screen = screenOf(page, 'today.title');
  /** Birthdays and what was done. */
  const side = screen.getByRole('complementary');
  return {
    screen,
    side,
    group: (key: (typeof groups)[number]) => screen.getByRole('region', { name: said(`today.${key}`) }),
    /** How much there is to do, drawn or not. */
    async read(): Promise<Record<'promises' | 'due' | 'missed' | 'birthdays', number>> {
      await expect(side).toBeVisible();
      const count = async (key: (typeof groups)[number]): Promise<number> => {
        const heading = screen.getByRole('region', { name: said(`today.${key}`) }).getByRole('heading');
        if ((await heading.count()) === 0) return 0;
        return Number(/\d+/.exec(await heading.innerText())?.[0] ?? 0);
      };
      return {
        promises: await count('promises'),
        due: await count('due'),
        missed: await count('missed'),
        birthdays: await side.getByRole('listitem').count(),
      };
    },
    /** Asks why something was put off. */
    whyPutOff: screen.getByRole('group', { name: /为什么推迟/ }),
    /** The item on which the keys work. */
    active: screen.locator('[data-active="true"]'),
  };
}
