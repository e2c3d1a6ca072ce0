import type { Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said, saidLast } from './words.ts';

/** The list of what is missing. */
export function gapsScreen(page: Page) {
  const screen = screenOf(page, 'gaps.title');
  const lines = screen.getByRole('list', { name: said('gaps.list') }).getByRole('listitem');
  return {
    screen,
    /** By the palette, until the keyboard is in the first box. */
    async come(): Promise<void> {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('tbqs');
      await expect(page.getByRole('option', { name: said('gaps.title') })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(screen.locator('[data-gap]').first()).toBeFocused();
    },
    /** Where something is missing of this field, from the top. */
    boxes: (field: MessageKey) => lines.getByLabel(saidLast(field)),
    /** The button that chooses files for a field of somebody. */
    files: (name: string, field: string) =>
      lines.getByRole('button', {
        name: new RegExp(`^(?:${name} · ${field}|${field} of ${name}): (?:选择文件…|Choose files…)$`),
      }),
    /** What stands of somebody. */
    line: (name: string) => lines.filter({ has: page.getByRole('button', { name, exact: true }) }),
    /** Asks again for what was answered for somebody. */
    takeBack: (name: string) =>
      lines
        .filter({ has: page.getByRole('button', { name, exact: true }) })
        .getByRole('button', { name: /撤回|take back/ }),
    problem: lines.getByRole('alert'),
    progress: screen.getByRole('progressbar'),
    /** The fields that count. */
    asked: (field: MessageKey) =>
      screen
        .getByRole('complementary', { name: said('gaps.asked') })
        .getByRole('checkbox', { name: saidWithCount(field) }),
  };
}

/** Behind the name of a field stands how many lack it. */
function saidWithCount(field: MessageKey): RegExp {
  return new RegExp(`${said(field).source.replace(/\$$/, '')}\\s*[\\d,]+$`);
}
