import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { samplesDir } from '../e2e/fixtures/samples.ts';
import { windowSizes } from '../e2e/fixtures/test-app.ts';
import { calendarScreen } from '../e2e/pages/calendar-screen.ts';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { dataScreen } from '../e2e/pages/data-screen.ts';
import { shell } from '../e2e/pages/shell.ts';
import { said } from '../e2e/pages/words.ts';
import { rootDir } from '../helpers/paths.ts';

export const picturesDir = join(rootDir, 'out', 'demo');

const themes = ['light', 'dark'] as const;

/** What is pictured, each from where the last one left off. */
const scenes: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  today: (page) => shell(page).goTo('today'),
  customers: (page) => shell(page).goTo('customers'),
  'customer-card': (page) => customersScreen(page).rows.nth(1).click(),
  'calendar-month': async (page) => {
    await customersScreen(page).closeCard();
    await shell(page).goTo('calendar');
  },
  'calendar-agenda': (page) => calendarScreen(page).show('agenda'),
  classes: async (page) => {
    await calendarScreen(page).show('month');
    await shell(page).goTo('classes');
  },
  data: (page) => shell(page).goTo('data'),
  'data-preview': (page) => dataScreen(page).look(join(samplesDir, '客户名单.csv')),
  'data-plan': (page) => dataScreen(page).tryOut(),
  safety: async (page) => {
    await dataScreen(page).back();
    await dataScreen(page).another();
    await shell(page).goTo('safety');
  },
  settings: (page) => shell(page).goTo('settings'),
  palette: async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: said('palette.placeholder') }).fill('wang');
  },
};

/** Saves a picture of the page as it stands. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await shell(page).settles();
  await save(page, name);
}

async function save(page: Page, name: string): Promise<void> {
  await mkdir(picturesDir, { recursive: true });
  await page.screenshot({ path: join(picturesDir, `${name}.png`), animations: 'disabled' });
}

/** Saves pictures of the page as it stands in both themes, which follow the system, and in these sizes. */
export async function takeLooks(
  page: Page,
  name: string,
  sizes: readonly (keyof typeof windowSizes)[] = ['laptop', 'desktop'],
  settles: () => Promise<void> = () => shell(page).settles(),
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(windowSizes[size]);
    await settles();
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await save(page, `${name}.${theme}.${size}`);
    }
  }
  await page.setViewportSize(windowSizes.laptop);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Pictures of every screen in both languages, on a small laptop and on a larger screen; the archive must be open. */
export async function takePictures(page: Page): Promise<void> {
  for (const language of ['en', 'zh-CN'] as const) {
    await shell(page).setPreferences({ language });
    for (const [name, show] of Object.entries(scenes)) {
      await show(page);
      await takeLooks(page, `${name}.${language}`, ['laptop', 'desktop']);
    }
    await page.keyboard.press('Escape');
  }
}

/** Pictures of a page before the archive is open, which has a switch of languages. */
export async function takePicturesOutside(page: Page, name: string): Promise<void> {
  for (const language of ['en', 'zh-CN'] as const) {
    await page.getByRole('radio', { name: language === 'en' ? 'English' : '中文' }).click();
    await takeLooks(page, `${name}.${language}`, ['laptop']);
  }
}

export async function countPictures(): Promise<number> {
  return (await readdir(picturesDir)).length;
}
