import { expect, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';

test('finds one among hundreds by any way to write name, phone, company, address and note', async ({ shop }) => {
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  const card = await customers.add({
    name: '单仇夐',
    phone: '138 0013 8001',
    organization: '青禾桥五金',
    note: '养了一只鹦鹉',
  });
  await card.showAllFacts();
  await card.editFact('field.addresses', '杭州市余杭区良渚街道玉鸟路 7 号');
  await customers.closeCard();
  for (const text of [
    '仇夐',
    'shanqiu',
    'sqx',
    'danchou',
    '13800138001',
    '138-0013-8001',
    '+86 138 0013',
    '00138001',
    '１３８００１３８００１',
    '青禾桥 夐',
    '玉鸟路',
    '鹦鹉',
  ]) {
    await test.step(text, async () => {
      await customers.search.fill(text);
      await expect(customers.rows.filter({ hasText: '单仇夐' }), text).toHaveCount(1);
    });
  }
  await expect(customers.count).toHaveText(/^1 \/ /);
});
