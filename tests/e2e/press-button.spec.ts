import { expect, test } from './fixtures/archive.ts';
import { calendarScreen } from './pages/calendar-screen.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';
import { saidFirst } from './pages/words.ts';

test('a key held down on a button presses it once, and a menu opens before the mouse is up again', async ({
  archive: page,
}) => {
  await shell(page).goTo('calendar');
  const calendar = calendarScreen(page);
  const months = async () => (await calendar.screen.locator('h1 + div').textContent()) ?? '';
  const first = await months();

  for (const key of ['Enter', ' ']) {
    await test.step(`held: ${key === ' ' ? 'the space bar' : key}`, async () => {
      const before = await months();
      await calendar.next.focus();
      // Pressed again without being let go, it repeats.
      for (let times = 0; times < 4; times += 1) await page.keyboard.down(key);
      await page.keyboard.up(key);
      await expect.poll(months).not.toBe(before);
      await calendar.previous.click();
      await expect.poll(months).toBe(before);
    });
  }
  expect(await months()).toBe(first);

  await test.step('a menu is there as soon as the mouse is down, and stays when it is up', async () => {
    await shell(page).goTo('customers');
    await customersScreen(page).add({ name: '安一' });
    await customersScreen(page).closeCard();
    const button = page.getByRole('button', { name: saidFirst('customers.group') });
    await button.hover();
    await page.mouse.down();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.mouse.up();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  });
});
