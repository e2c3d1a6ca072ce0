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
  await test.step('and opened where it stands on the card, with the keyboard in it', async () => {
    await page.keyboard.press('Enter');
    const entry = card.timeline.getByRole('listitem').filter({ hasText: '防水涂料' });
    await expect(entry).toBeFocused();
    await expect(entry).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(entry.getByRole('button')).toBeFocused();
    await page.keyboard.press('Control+k');
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
  await test.step('whose card was open before is offered before anything is typed', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('group', { name: said('palette.recent') }).getByRole('option')).toHaveText([/仇小满/]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: '仇小满' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(options.first()).toContainText('Aoife Byrne');
    await page.keyboard.press('Escape');
  });
  await test.step('operators hold in it and are completed, and all who were found are shown as a list', async () => {
    await page.keyboard.press('Control+k');
    await box.fill('公');
    await expect(options.filter({ hasText: '公司:' })).toBeVisible();
    await box.press('Tab');
    await expect(box).toHaveValue('公司:');
    await page.keyboard.type('larkbeck');
    await expect(page.getByRole('group', { name: said('palette.customers') }).getByRole('option')).toHaveText(/Aoife/);
    await options.filter({ hasText: said('palette.all', { count: 1 }) }).click();
    await expect(customers.search).toHaveValue('公司:larkbeck');
    await expect(customers.count).toHaveText('1 / 2');
  });
  await test.step('a list is found by its name, in pinyin too', async () => {
    await page.keyboard.press('Control+k');
    await box.fill('yqgj');
    await expect(options.first()).toHaveText('逾期跟进');
    await page.keyboard.press('Enter');
    await expect(customers.screen.getByRole('radio', { name: /逾期跟进/ })).toBeChecked();
  });
});
