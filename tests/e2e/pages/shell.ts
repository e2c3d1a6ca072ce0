import { expect, type Locator, type Page } from 'playwright/test';
import type { Preferences } from '#shared/ipc/contract.ts';
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
    /** What was found when the archive was opened, or why nothing can be written. */
    notice: page.getByRole('alert'),
    /** Waits until the archive is open. */
    async isOpen(): Promise<void> {
      await expect(status).toBeVisible({ timeout: 30_000 });
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
    undo: () => page.keyboard.press('Control+z'),
    redo: () => page.keyboard.press('Control+Shift+z'),
    /** Changes the look in Settings and stays there. */
    async setPreferences(preferences: Partial<Pick<Preferences, 'language' | 'theme'>>): Promise<void> {
      await this.goTo('settings');
      const { language, theme } = preferences;
      if (language) {
        await page.getByRole('radio', { name: language === 'en' ? 'English' : /^(简体中文|Chinese.*)$/ }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
      }
      if (theme) {
        await page.getByRole('radio', { name: said(`settings.theme.${theme}`) }).click();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      }
    },
  };
}
