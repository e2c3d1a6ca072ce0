import { rm } from 'node:fs/promises';
import { findReadable } from '../helpers/find-readable.ts';
import { expect, openShop, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';

const canary = { name: '夐鑫龘', phone: '19876501234' };

test('rebuilds a deleted database from the journal and tells so with numbers', async ({ shop, app }) => {
  const customers = await shell(shop).readCustomers();
  await shell(shop).goTo('customers');
  await customersScreen(shop).add(canary);
  await app.close();
  for (const dir of app.databaseDirs) await rm(dir, { recursive: true, force: true });

  const page = await openShop(app);
  const notice = await shell(page).readNotice();
  expect(notice).toContain('已从日志完整重建');
  expect(notice).toContain(`${(customers + 1).toLocaleString('en-US')} 位客户`);
  await shell(page).goTo('customers');
  await customersScreen(page).find(canary.phone, [canary.name]);
});

test('leaves no name and no number readable on the disk after real work', async ({ shop, app }) => {
  await shell(shop).goTo('customers');
  const card = await customersScreen(shop).add(canary);
  await card.log(`${canary.name}来电，回电${canary.phone}`);
  await shell(shop).tells(/^已记下/);
  await customersScreen(shop).search.fill(canary.name);
  await shop.keyboard.press('Control+k');
  await shop.getByRole('combobox').fill(canary.phone);
  await shop.keyboard.press('Escape');
  await safetyPage.open(shop);
  await safetyPage.prepareFolder(app, 'stick');
  await safetyPage.backUp(shop, 'stick');
  // A browser writes down its windows every few seconds.
  await shop.waitForTimeout(3000);
  await app.quit();
  const { files, found } = await findReadable([app.userDataDir, app.filesDir], Object.values(canary));
  expect(files).toBeGreaterThan(20);
  expect(found).toEqual([]);
});
