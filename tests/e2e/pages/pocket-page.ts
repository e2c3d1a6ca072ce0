import { chromium, type Page } from 'playwright/test';
import { findBrowser } from '../../../electron/stand-in/find-browser.ts';
import { expect } from './expect.ts';
import { said } from './words.ts';

/** The page for a phone, opened in a browser of the size of one that has nothing to do with Kebu. */
export async function withPocketPage(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => wrong.push(message.text()));
    await page.goto(`file://${path}`);
    await use(page);
    expect(wrong).toEqual([]);
    expect(asked).toHaveLength(1);
  } finally {
    await browser.close();
  }
}

export async function findInPocket(page: Page, text: string, names: readonly string[]): Promise<void> {
  await page.getByRole('searchbox', { name: said('exports.pocket.find') }).fill(text);
  await expect(page.locator('li:visible b')).toHaveText([...names]);
  await expect(page.getByText(said('exports.pocket.none'))).toBeVisible({ visible: names.length === 0 });
}
