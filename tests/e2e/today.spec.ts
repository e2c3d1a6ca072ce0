import { expect, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';
import { todayScreen } from './pages/today-screen.ts';

test('tells who to contact, why now and whose birthday comes, and is worked by single keys', async ({ shop }) => {
  const today = todayScreen(shop);
  await test.step('tells who to contact, why now, and whose birthday comes by either calendar', async () => {
    await shell(shop).goTo('customers');
    const card = await customersScreen(shop).add({ name: '闻人静' });
    await card.showAllFacts();
    // 2026-11-23.
    await card.editFact('field.birthday', '农历十月十五');
    await shell(shop).goTo('today');
    const { due, birthdays } = await today.read();
    expect(due).toBeGreaterThan(5);
    expect(birthdays).toBeGreaterThan(1);
    // Every line says who, what, and a reason with a number.
    for (const text of await today.group('due').getByRole('listitem').allInnerTexts()) {
      expect(text).toMatch(/逾期 \d+ 天|今天/);
    }
    await expect(
      today
        .group('due')
        .getByText(/净额超过 \d+% 的买家/)
        .first(),
    ).toBeVisible();
    // Lunar ones with their lunar date, solar ones without; all within seven days.
    const sides = await today.side.getByRole('listitem').allInnerTexts();
    expect(sides.find((text) => text.includes('闻人静'))).toMatch(/农历十月十五\s+11月23日 周一/);
    expect(sides.some((text) => !text.includes('农历'))).toBe(true);
    for (const text of sides) expect(text).toMatch(/11月2[1-8]日|今天|明天|后天/);
  });
  const left = async (): Promise<number> => {
    const { promises, due, missed } = await today.read();
    return promises + due + missed;
  };
  await shell(shop).goTo('today');
  await test.step('logs a contact in two keystrokes and brings the next one; it is taken back with the next date', async () => {
    const count = await left();
    const first = await today.active.innerText();
    let keystrokes = 0;
    const press = async (key: string): Promise<void> => {
      keystrokes += 1;
      await shop.keyboard.press(key);
    };
    await press('l');
    await expect(today.active.getByRole('textbox')).toBeFocused();
    await press('Enter');
    await shell(shop).tells(/^已记下与 .+ 的联系$/);
    expect(keystrokes).toBeLessThanOrEqual(3);
    await expect(today.active).not.toHaveText(first);
    await expect.poll(left).toBe(count - 1);
    await shell(shop).undo();
    await expect(today.active).toHaveText(first, { useInnerText: true });
  });
  await test.step('Escape in a card leads back to the row from which it was opened', async () => {
    await shop.keyboard.press('j');
    const row = await today.active.innerText();
    await shop.keyboard.press('Enter');
    await expect(shop.getByRole('article')).toBeFocused();
    await shop.keyboard.press('Escape');
    await expect(today.active).toHaveText(row, { useInnerText: true });
    await expect(today.active.getByRole('button').first()).toBeFocused();
    await shop.keyboard.press('k');
  });
  await test.step('moves with J and K, puts off with S and finishes with D', async () => {
    const count = await left();
    const first = await today.active.innerText();
    await shop.keyboard.press('j');
    await expect(today.active).not.toHaveText(first);
    await shop.keyboard.press('k');
    await expect(today.active).toHaveText(first, { useInnerText: true });
    await shop.keyboard.press('s');
    await shell(shop).tells(/^推迟到 /);
    await expect.poll(left).toBe(count - 1);
    // Why is one more key, or left.
    await expect(today.whyPutOff).toBeVisible();
    await shop.keyboard.press('2');
    await shell(shop).tells(/：对方在忙$/);
    await expect(today.whyPutOff).toBeHidden();
    await shop.keyboard.press('d');
    await shell(shop).tells(/^已完成：/);
    await expect.poll(left).toBe(count - 2);
    await expect(today.side.getByText(/^今天 1 · 本周/)).toBeVisible();
    await shop.keyboard.press('Shift+s');
    await expect(shop.getByRole('menu')).toBeVisible();
    await shop.keyboard.press('ArrowDown');
    await expect(shop.getByRole('menuitem').first()).toBeFocused();
    await shop.getByRole('menuitem', { name: /^7 天后/ }).press('Enter');
    await shell(shop).tells('推迟到 11月28日');
    await expect.poll(left).toBe(count - 3);
  });
  await test.step('the largest text in the smallest window leaves room for what was said', async () => {
    await shell(shop).setPreferences({ textSizePercent: 150 });
    await shop.setViewportSize({ width: 960, height: 600 });
    await shell(shop).goTo('today');
    await shop.keyboard.press('l');
    const words = today.active.getByRole('textbox');
    await expect(words).toBeFocused();
    expect((await words.boundingBox())?.width).toBeGreaterThan(200);
  });
});

test.describe('some days later', () => {
  test.use({ day: '2026-11-26' });

  test('tells apart what fell due while Kebu was closed', async ({ shop }) => {
    const today = todayScreen(shop);
    await shell(shop).goTo('today');
    await expect(today.group('missed')).toBeVisible();
    await expect(today.group('missed').getByRole('listitem').first()).toContainText(/逾期 [1-5] 天/);
  });
});
