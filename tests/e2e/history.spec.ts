import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { historyPanel } from './pages/history-panel.ts';
import { orderDialog } from './pages/order-dialog.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('takes back one change from long ago, and asks what becomes of what came later', async ({ archive: page }) => {
  const customers = customersScreen(page);
  const history = historyPanel(page);
  await customers.add({ name: '单国强', phone: '139-1234-5678' });
  const card = await customers.add({ name: '仇小满', phone: '138 0013 8001', organization: '青禾五金' });
  await card.showAllFacts();
  await card.editFact('field.organization', '永兴建材');
  await card.editFact('field.title', '店长');
  await card.editFact('field.organization', '永兴集团');

  await test.step('finds what was done to one customer, by pinyin too, and by what it was', async () => {
    await history.open();
    await expect(history.rows).toHaveCount(5);
    await history.find('qxm', 4);
    await history.find('新增客户', 2);
    await history.find('qiuxiaoman', 4);
  });
  await test.step('says which field it was, and shows what a change changed', async () => {
    await expect(history.rows.nth(1)).toContainText('职位');
    const fields = await history.look(history.rows.nth(2));
    await expect(fields).toContainText('青禾五金 → 永兴建材');
  });
  await test.step('an old change that nothing stands in the way of is simply taken back', async () => {
    await history.undo(history.rows.nth(1));
    await expect(history.rows.nth(2)).toContainText('已撤销');
    await expect(card.fact('field.organization')).toContainText('永兴集团');
    await expect(card.fact('field.title')).not.toContainText('店长');
  });
  await test.step('one that was changed again is a question with both values', async () => {
    await history.undo(history.rows.nth(3));
    await expect(history.question.getByRole('row').nth(1)).toHaveText('仇小满 · 公司永兴集团青禾五金');
    await expect(history.question.getByRole('button', { name: said('undo.conflict.keep', { count: 1 }) })).toBeHidden();
    await history.question.getByRole('button', { name: said('ui.cancel') }).click();
    await expect(card.fact('field.organization')).toContainText('永兴集团');
  });
  await test.step('and goes back as far as is wanted', async () => {
    await history.undo(history.rows.nth(3));
    await history.question.getByRole('button', { name: said('undo.conflict.takeBack') }).click();
    await expect(card.fact('field.organization')).toContainText('青禾五金');
  });
  await test.step('the keyboard stays in the panel when the button that was pressed is gone', async () => {
    await expect(history.rows.nth(4).getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(history.panel).toBeHidden();
  });
  await test.step('the toast of an undo says whose field it was, and so does the list under “saved”', async () => {
    await card.editFact('field.title', '经理');
    await shell(page).undo();
    await shell(page).tells('已撤销：修改客户 · 仇小满 · 职位');
    await shell(page).redo();
    await shell(page).tells('已重做：修改客户 · 仇小满 · 职位');
    await shell(page)
      .status.getByRole('button', { name: said('status.saved') })
      .press('Enter');
    const latest = page.getByRole('dialog', { name: said('status.savedTitle') });
    await expect(latest.getByRole('listitem').first()).toContainText('重做：修改客户 仇小满 · 职位');
    await page.keyboard.press('Escape');
  });
  await test.step('and comes to no row by itself where the list is shown again', async () => {
    await page.keyboard.press('Alt+6');
    await expect(page.getByRole('main').getByText(said('history.undone')).first()).toBeVisible();
    await expect(page.locator('li :focus')).toHaveCount(0);
  });
  await test.step('a sale that was begun takes its buyer out of the bin', async () => {
    const orders = orderDialog(page);
    await page.keyboard.press('Alt+2');
    await customers.closeCard();
    await page.keyboard.press('s');
    await orders.buyer.fill('单国强');
    await page.getByRole('option', { name: '单国强' }).first().click();
    await orders.goods(1).fill('龙井');
    await orders.amount(1).fill('88');
    await page.keyboard.press('Escape');
    await expect(orders.dialog).toBeHidden();
    await shell(page).settles();
    const { card: open } = await customers.open('单国强');
    const moveToBin = async (): Promise<void> => {
      await open.getByRole('button', { name: said('ui.more') }).click();
      await page.getByRole('menuitem', { name: said('card.delete') }).click();
    };
    const putBack = open.getByRole('button', { name: said('card.putBack') });
    await moveToBin();
    // The card says where they are, and takes them out.
    await putBack.press('Enter');
    await expect(putBack).toBeHidden();
    await moveToBin();
    await customers.closeCard();
    await page.keyboard.press('s');
    await expect(orders.dialog.getByRole('alert')).toContainText('回收站');
    await page.keyboard.press('Control+Enter');
    await expect(
      orders.dialog.getByRole('button', { name: said('order.putBackBuyer', { name: '单国强' }) }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(orders.goods(1)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(open).toContainText('龙井');
  });
});
