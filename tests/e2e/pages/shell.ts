import type { Locator, Page } from 'playwright/test';
import type { Preferences } from '#shared/ipc/contract.ts';
import { expect } from './expect.ts';
import { said, saidFirst } from './words.ts';

type ScreenId = 'today' | 'customers' | 'calendar' | 'classes' | 'data' | 'safety' | 'settings';

/** What surrounds every screen of the open archive. */
export function shell(page: Page) {
  const rail = page.getByRole('navigation', { name: said('nav.rail') });
  const status = page.getByRole('contentinfo', { name: said('status.label') });
  const toasts = page.getByRole('region', { name: said('ui.notifications') });
  return {
    rail,
    status,
    toasts,
    /** What the notice above the screen says. */
    async readNotice(): Promise<string> {
      return (await page.getByRole('alert').first().innerText()).replaceAll(/\s+/g, ' ');
    },
    /** How many customers the status line counts. */
    async readCustomers(): Promise<number> {
      const text = await status
        .getByText(/位客户$|customers?$/)
        .first()
        .textContent();
      return Number(text?.replaceAll(/\D/g, ''));
    },
    /** Waits until the archive is open, be it that it is built anew from its journal on a machine that has other things to do. */
    async isOpen(): Promise<void> {
      await expect(status).toBeVisible({ timeout: 120_000 });
    },
    async goTo(screen: ScreenId): Promise<Locator> {
      const item = rail.getByRole('button', { name: saidFirst(`nav.${screen}`) });
      await item.click();
      await expect(item).toHaveAttribute('aria-current', 'page');
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toBeVisible();
      return title;
    },
    /** Waits until the toast tells this. */
    async tells(text: string | RegExp): Promise<void> {
      await expect(toasts.getByText(text)).toBeVisible();
    },
    /** Waits until nothing is on its way to the screen, and puts the toasts aside. */
    async settles(): Promise<void> {
      const close = toasts.getByRole('button', { name: said('ui.close') });
      // One may go by itself meanwhile.
      await close.evaluateAll((buttons: HTMLElement[]) => {
        for (const button of buttons) button.click();
      });
      await expect(close).toHaveCount(0);
      await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0);
      await page.evaluate(untilQuiet);
    },
    undo: () => page.keyboard.press('Control+z'),
    redo: () => page.keyboard.press('Control+Shift+z'),
    /** Changes the look in Settings and stays there. */
    async setPreferences(
      preferences: Partial<Pick<Preferences, 'language' | 'theme' | 'textSizePercent'>>,
    ): Promise<void> {
      await this.goTo('settings');
      await page.getByRole('radio', { name: said('settings.part.general') }).click();
      const { language, theme, textSizePercent } = preferences;
      if (language) {
        await page.getByRole('radio', { name: language === 'en' ? 'English' : '中文' }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
      }
      if (theme) {
        await page.getByRole('radio', { name: said(`settings.theme.${theme}`) }).click();
        await expect(page.getByRole('radio', { name: said(`settings.theme.${theme}`) })).toBeChecked();
      }
      if (textSizePercent !== undefined) {
        const size = page.getByRole('radio', { name: `${String(textSizePercent)}%` });
        await size.click();
        await expect(size).toBeChecked();
      }
    },
  };
}

/** Runs in the page: settles when nothing has changed in it for a moment. */
function untilQuiet(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, 100);
    });
    const end = (): void => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, 100);
    setTimeout(end, 2000);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
