import { expect, test } from './fixtures/shop.ts';
import { shell } from './pages/shell.ts';
import { todayScreen } from './pages/today-screen.ts';

test('logs a contact in two keystrokes and brings the next one; it is taken back with the next date', async ({
  shop,
}) => {
  const today = todayScreen(shop);
  await shell(shop).goTo('today');
  const before = await today.read();
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
  const after = await today.read();
  expect(after.promises + after.due + after.missed).toBe(before.promises + before.due + before.missed - 1);
  await shell(shop).undo();
  await expect(today.active).toHaveText(first, { useInnerText: true });
});

test('moves with J and K, puts off with S and finishes with D', async ({ shop }) => {
  const today = todayScreen(shop);
  await shell(shop).goTo('today');
  const { promises, due, missed } = await today.read();
  const count = promises + due + missed;
  const first = await today.active.innerText();
  await shop.keyboard.press('j');
  await expect(today.active).not.toHaveText(first);
  await shop.keyboard.press('k');
  await expect(today.active).toHaveText(first, { useInnerText: true });
  await shop.keyboard.press('s');
  await shell(shop).tells(/^推迟到 /);
  await expect(today.items).toHaveCount(count - 1);
  await shop.keyboard.press('d');
  await shell(shop).tells(/^已完成：/);
  await expect(today.items).toHaveCount(count - 2);
  await expect(today.side.getByText(/^今天 1 · 本周/)).toBeVisible();
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
