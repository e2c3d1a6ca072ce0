import { findBarriers, findCutOff, saysWhatItShows } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/shop.ts';
import { calendarScreen } from './pages/calendar-screen.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { gapsScreen } from './pages/gaps-screen.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

for (const [language, theme, windowSize, textSizePercent] of [
  ['zh-CN', 'light', 'desktop', 100],
  ['en', 'dark', 'laptop', 150],
] as const) {
  test.describe(`a full archive in ${language}, ${theme}, with text at ${String(textSizePercent)}%`, () => {
    test.use({ language, theme, windowSize });

    test('shows no screen with a barrier and nothing cut off', async ({ shop }) => {
      await shell(shop).setPreferences({ language, theme, textSizePercent });
      const looks: [name: string, show: () => Promise<unknown>][] = [
        ['settings', () => shell(shop).goTo('settings')],
        ['today', () => shell(shop).goTo('today')],
        ['customers', () => shell(shop).goTo('customers')],
        ['card', () => customersScreen(shop).rows.nth(1).click()],
        ['month', () => shell(shop).goTo('calendar')],
        ['agenda', () => calendarScreen(shop).show('agenda')],
        ['classes', () => shell(shop).goTo('classes')],
        ['data', () => shell(shop).goTo('data')],
        ['safety', () => shell(shop).goTo('safety')],
        [
          'palette',
          async () => {
            await shop.keyboard.press('Control+k');
            await shop.getByRole('combobox', { name: said('palette.placeholder') }).fill('wang');
            await expect(shop.getByRole('option').nth(2)).toBeVisible();
          },
        ],
        [
          'gaps',
          async () => {
            await shop.keyboard.press('Escape');
            await gapsScreen(shop).come();
          },
        ],
      ];
      const found: Record<string, string[]> = {};
      for (const [name, show] of looks) {
        await show();
        await shell(shop).settles();
        const barriers = [...(await findBarriers(shop, saysWhatItShows)), ...(await findCutOff(shop))];
        if (barriers.length > 0) found[name] = barriers;
      }
      expect(found).toEqual({});
    });
  });
}
