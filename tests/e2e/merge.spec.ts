import { findBarriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/shop.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { duplicatesSection } from './pages/duplicates-section.ts';
import { mergeDialog } from './pages/merge-dialog.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('makes one customer of two without the mouse, two of one again, and decides the pairs that it finds', async ({
  shop,
}) => {
  const customers = customersScreen(shop);
  const merging = mergeDialog(shop);
  await shell(shop).goTo('customers');
  const first = await customers.add({ name: '闻人静', phone: '13955550001', note: '爱喝龙井' });
  await first.log('第一次来店');
  await first.close();
  const second = await customers.add({ name: '闻人靖', phone: '13955550002', organization: '闻人茶社' });
  await second.log('打过电话');

  await test.step('from the card, with a choice that goes before the proposal', async () => {
    await merging.openInto('13955550001', /闻人静/);
    await expect(merging.survivor('闻人静')).toBeChecked();
    await expect(merging.dialog).toContainText('联系记录 1');
    await expect(merging.result('电话')).toContainText('139 5555 0001');
    await expect(merging.result('电话')).toContainText('139 5555 0002');
    await expect(merging.result('公司')).toHaveText('闻人茶社');
    await merging.choose('客户名称', '闻人靖').press('Space');
    await expect(merging.result('客户名称')).toHaveText('闻人靖');
    await merging.choose('客户名称', '闻人静').press('Space');
    expect(await findBarriers(shop)).toEqual([]);
    await merging.merge();
  });
  const card = customerCard(shop, '闻人静');
  await test.step('everything is on the card of the one that stayed', async () => {
    await expect(card.timeline).toContainText('第一次来店');
    await expect(card.timeline).toContainText('打过电话');
    await expect(card.card).toContainText('合并自“闻人靖”');
    // By the other's name too.
    await customers.find('闻人靖', ['闻人静']);
  });
  await test.step('and on its paper, each thing once', async () => {
    await card.card.press('Control+p');
    const dialog = shop.getByRole('dialog', { name: said('print.card.title', { name: '闻人静' }) });
    await expect(dialog.getByRole('button', { name: said('print.print') })).toBeEnabled();
    await shop.emulateMedia({ media: 'print' });
    const printed = await shop.locator('[data-printed]').innerText();
    await shop.emulateMedia({ media: 'screen' });
    for (const once of ['139 5555 0001', '139 5555 0002', '闻人茶社', '爱喝龙井', '第一次来店', '打过电话', '闻人靖'])
      expect(printed.split(once).length, once).toBe(2);
    // What is not drawn on paper had the keyboard.
    await dialog.getByRole('button', { name: said('ui.cancel') }).click();
    await expect(dialog).toBeHidden();
  });
  await test.step('one key takes it back, another puts it on again', async () => {
    await customers.grid.press('Control+z');
    await customers.find('闻人', ['闻人静', '闻人靖']);
    await customers.grid.press('Control+Shift+z');
    await customers.find('闻人', ['闻人静']);
  });
  await test.step('taken apart later: what came since stays', async () => {
    await customers.open('闻人静');
    await card.log('合并以后的事');
    await card.unmerge();
    await expect(card.card).not.toContainText('合并自');
    await expect(card.timeline).toContainText('合并以后的事');
    await expect(card.timeline).not.toContainText('打过电话');
    await customers.find('闻人', ['闻人静', '闻人靖']);
  });
  await test.step('from the list, for those who are selected', async () => {
    await card.close();
    await customers.rows.first().click({ modifiers: ['Control'] });
    await customers.rows.nth(1).click({ modifiers: ['Control'] });
    await shop.getByRole('button', { name: '合并…' }).press('Enter');
    await merging.survivor('闻人靖').press('Space');
    await merging.merge();
    await expect(customerCard(shop, '闻人靖').card).toContainText('合并自“闻人静”');
  });
  await customerCard(shop, '闻人靖').close();

  // What the archive as a whole holds of them: one pair after the other.
  await customers.search.fill('');
  const duplicates = duplicatesSection(shop);
  await shell(shop).goTo('customers');
  for (const name of ['闻人朗', '赵小满']) await (await customers.add({ name, phone: '13955550009' })).close();
  await shell(shop).goTo('data');
  await duplicates.find();
  const found = await duplicates.list('same').count();
  expect(found).toBeGreaterThan(3);

  await test.step('side by side; the next pair comes by itself', async () => {
    await duplicates.compare(duplicates.list('same').first());
    await expect(merging.dialog).toBeVisible();
    expect(await findBarriers(shop)).toEqual([]);
    await merging.dialog.getByRole('button', { name: '合并', exact: true }).press('Enter');
    await expect(duplicates.list('same')).toHaveCount(found - 1);
    await merging.dialog.getByRole('button', { name: '不是同一位' }).press('Enter');
    await expect(duplicates.list('same')).toHaveCount(found - 2);
    await shop.keyboard.press('Escape');
    await expect(merging.dialog).toBeHidden();
  });
  await test.step('what was decided is remembered; undo asks again', async () => {
    await duplicates.find();
    await expect(duplicates.list('same')).toHaveCount(found - 2);
    await shell(shop).undo();
    await shell(shop).tells('已撤销：认定不是同一位');
    await duplicates.find();
    await expect(duplicates.list('same')).toHaveCount(found - 1);
  });
  await test.step('who shares a phone is related, never merged', async () => {
    const family = duplicates.rowOf('赵小满');
    await expect(family).toContainText('手机相同');
    await duplicates.relate(family, '配偶');
    await expect(family).toBeHidden();
    await duplicates.find();
    await expect(duplicates.rowOf('赵小满')).toHaveCount(0);
    expect(await findBarriers(shop)).toEqual([]);
  });
});
