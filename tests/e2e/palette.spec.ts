import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { said } from './pages/words.ts';

test('finds people by what they said and with slips of the fingers, and says where', async ({ archive: page }) => {
  const customers = customersScreen(page);
  await customers.add({ name: 'Aoife Byrne', organization: 'Larkbeck Ltd' });
  const card = await customers.add({ name: '仇小满', phone: '138 0013 8001' });
  await card.log('问了防水涂料的价格，下周给报价');

  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: said('palette.placeholder') });
  const options = page.getByRole('option');
  await test.step('an entry is found by its words, marked', async () => {
    await box.fill('涂料');
    await expect(page.getByRole('group', { name: said('palette.entries') }).getByRole('option')).toHaveText(/仇小满/);
    await expect(options.locator('mark')).toHaveText('涂料');
  });
  await test.step('a name with two letters swapped is found all the same', async () => {
    await box.fill('bryne');
    await expect(options.first()).toContainText('Aoife Byrne');
    await expect(options.locator('mark').first()).toHaveText('Byrne');
    await box.fill('larkbek');
    await expect(options.first()).toContainText('Larkbeck Ltd');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: 'Aoife Byrne' })).toBeVisible();
  });
});
