import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { inEach } from './words.ts';

/**
 * The screen of this title while it is shown, in either language. It is found by element and label: a search by role looks at
 * everything on the page first, and most of that belongs to the screens that are set aside.
 */
export function screenOf(page: Page, title: MessageKey): Locator {
  return page.locator(
    inEach(title)
      .map((text) => `main[aria-label=${JSON.stringify(text)}]:visible`)
      .join(', '),
  );
}
