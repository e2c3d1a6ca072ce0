import { sayMoney } from '#shared/money/say-money.ts';
import { expect, openShop, test } from './fixtures/shop.ts';
import { windowSizes } from './fixtures/test-app.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { orderDialog } from './pages/order-dialog.ts';
import { shell } from './pages/shell.ts';
import { said, saidFirst } from './pages/words.ts';

test('edits each kind of fact where it stands, and keeps it after locking', async ({ shop, app }) => {
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  const card = await customers.add({ name: '闻人静', phone: '13900000001' });
  await card.showAllFacts();
  await card.editFact('field.organization', '闻人工坊');
  await card.editFact('field.phones', '13900000001；0571-8888 7777转12');
  await card.editFact('field.addresses', '浙江省杭州市西湖区文三路 9 号');
  await card.editFact('field.birthday', '农历八月十五');
  // The next two, by the solar calendar.
  await expect(card.fact('field.birthday')).toContainText('2027年9月15日 · 2028年10月3日');

  await test.step('one of a list of words', async () => {
    await card.fact('field.source').click();
    await shop
      .getByRole('listbox')
      .or(card.card.getByRole('button', { name: /来源/ }))
      .first()
      .click();
    await shop.getByRole('option', { name: '展会' }).click();
    await expect(card.fact('field.source')).toContainText('展会');
  });
  await test.step('a long text, with a line break', async () => {
    await card.fact('field.note').click();
    await card.factBox('field.note').fill('下午来电\n要开票');
    await shop.keyboard.press('Control+Enter');
    await expect(card.fact('field.note')).toContainText('要开票');
  });
  await test.step('a text of pages begins on the card, and is whole in its box', async () => {
    await card.fact('field.note').click();
    await card.factBox('field.note').fill(`下午来电\n要开票\n${'再问一次\n'.repeat(60)}寄到新地址`);
    await shop.keyboard.press('Control+Enter');
    await expect(card.fact('field.note')).toContainText('点开看全文');
    await expect(card.fact('field.note')).not.toContainText('寄到新地址');
    await card.fact('field.note').click();
    await expect(card.factBox('field.note')).toHaveValue(/寄到新地址$/);
    await shop.keyboard.press('Escape');
  });
  await test.step('tags', async () => {
    await card.card.getByRole('button', { name: '填写标签' }).click();
    await card.card.getByRole('combobox', { name: '标签' }).fill('#老街坊');
    await shop.keyboard.press('Enter');
    await expect(card.card.getByText('老街坊')).toBeVisible();
    await card.card.getByRole('button', { name: '移除 老街坊' }).press('Enter');
    await expect(card.card.getByText('老街坊')).toBeHidden();
    await (await card.history('field.tagIds')).getByRole('button', { name: /老街坊/ }).press('Enter');
    await shop.keyboard.press('Escape');
    await expect(card.card.getByText('老街坊')).toBeVisible();
  });
  await test.step('what is no date is refused with a word about how to write one', async () => {
    await card.fact('field.birthday').click();
    await card.factBox('field.birthday').fill('不知道');
    await shop.keyboard.press('Enter');
    await expect(card.card.getByText(/看不懂这个日期/)).toBeVisible();
    await shop.keyboard.press('Escape');
  });

  await frontDoor.lock(shop);
  await frontDoor.unlock(shop);
  await shell(shop).isOpen();
  await app.close();
  const page = await openShop(app);
  await shell(page).goTo('customers');
  await customersScreen(page).search.fill('wrj');
  const again = await customersScreen(page).open('闻人静');
  for (const [fact, text] of [
    ['field.organization', '闻人工坊'],
    ['field.addresses', '文三路'],
    ['field.birthday', '八月十五'],
    ['field.source', '展会'],
    ['field.note', '要开票'],
  ] as const) {
    await expect(again.fact(fact)).toContainText(text);
  }
  await expect(again.reach('field.phones').values).toHaveText([/139 0000 0001/, /0571 8888 7777-12/]);
  await expect(again.card.getByText('老街坊')).toBeVisible();
});

test('logs what was said and what comes next, goes to the next customer of its list, and has each class explain itself', async ({
  shop,
}) => {
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  const card = await customers.add({ name: '闻人静', phone: '13900000001' });
  const { composer } = card;
  await composer.getByRole('textbox', { name: '记一笔' }).fill('嫌交期长，答应周四给报价');
  await composer.getByRole('button', { name: '微信' }).click();
  await card.chooseMore('对方找来的');
  await card.chooseMore('有意向');
  await card.chooseMore('资料核对过，没变');
  await composer.getByRole('button', { name: '不安排' }).click();
  await shop.getByRole('menuitem', { name: /^3 天后/ }).click();
  await composer.getByRole('textbox', { name: '下次要做什么' }).fill('给报价');
  await composer.getByText('答应了').click();
  await shop.keyboard.press('Control+Enter');
  await shell(shop).tells('已记下与 闻人静 的联系');
  // While somebody points at it, it stays.
  await shell(shop).toasts.getByText('已记下与 闻人静 的联系').hover();
  const entry = card.timeline.getByRole('listitem').filter({ hasText: '嫌交期长' });
  await expect(entry).toContainText('微信');
  await expect(entry).toContainText('有意向');
  await expect(entry).toContainText('呼入');
  const lastWords = card.card.getByText('微信 · 有意向：嫌交期长，答应周四给报价');
  await expect(lastWords).toBeVisible();
  await expect(card.followUps).toContainText('给报价');
  await expect(card.followUps).toContainText('答应过客户');
  await expect(composer.getByRole('textbox', { name: '记一笔' })).toHaveValue('');
  await expect(card.card.getByText('今天核实过')).toBeVisible();

  await shell(shop).toasts.getByRole('button', { name: /撤销/ }).first().click();
  await expect(entry).toHaveCount(0);
  await expect(lastWords).toHaveCount(0);
  await expect(card.followUps).not.toContainText('给报价');
  await expect(card.card.getByText('还没核实过')).toBeVisible();
  await shell(shop).redo();
  await expect(entry).toBeVisible();

  await test.step('what was logged is put right, or taken away, and comes back', async () => {
    await entry.getByRole('button').press('Enter');
    const dialog = shop.getByRole('dialog', { name: said('timeline.edit') });
    await dialog.getByRole('textbox', { name: said('timeline.text') }).fill('嫌交期长，答应周五给报价');
    // From the day too, whose segments keep other keys to themselves.
    await dialog.getByRole('spinbutton').last().press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(entry).toContainText('答应周五给报价');
    await expect(entry).toContainText('有意向');
    await entry.getByRole('button').press('Enter');
    await dialog.getByRole('button', { name: said('timeline.delete') }).press('Enter');
    await expect(entry).toHaveCount(0);
    await shell(shop).undo();
    await expect(entry).toContainText('答应周五给报价');
  });

  await test.step('what is typed before the last contact is written stays in the box', async () => {
    const box = composer.getByRole('textbox', { name: '记一笔' });
    await box.fill('先说的');
    await box.press('Control+Enter');
    await box.pressSequentially('接着说');
    await expect(card.timeline.getByRole('listitem').filter({ hasText: '先说的' })).toBeVisible();
    await expect(box).toHaveValue('接着说');
  });

  await composer.getByRole('textbox', { name: '记一笔' }).fill(`通话记录\n${'他说\n'.repeat(60)}成交`);
  await shop.keyboard.press('Control+Enter');
  const long = card.timeline.getByRole('listitem').filter({ hasText: '通话记录' });
  await expect(long).not.toContainText('成交');
  await long.getByRole('button', { name: /看全文/ }).click();
  await expect(long).toContainText('成交');

  await test.step('plans a follow-up that comes again, and finishing it brings the next one', async () => {
    await card.followUps.getByRole('button', { name: '添加跟进' }).click();
    const dialog = shop.getByRole('dialog', { name: '添加跟进' });
    await dialog.getByRole('textbox', { name: '要做什么' }).fill('查库存');
    await dialog.getByRole('button', { name: /重复/ }).click();
    await shop.getByRole('option', { name: '每周', exact: true }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeHidden();
    const item = card.followUps.getByRole('listitem').filter({ hasText: '查库存' });
    await expect(item).toContainText('今天');
    await item.getByRole('button', { name: '修改跟进: 查库存' }).press('Enter');
    const edit = shop.getByRole('dialog', { name: said('followUps.edit') });
    await edit.getByRole('textbox', { name: '要做什么' }).fill('查库存和价格');
    await edit.getByText('答应过客户').click();
    await edit.getByRole('button', { name: '保存' }).press('Enter');
    await expect(edit).toBeHidden();
    await expect(item).toContainText(/查库存和价格.*答应过客户/);
    await shell(shop).undo();
    await expect(item).not.toContainText('和价格');
    await card.followUps.getByRole('checkbox', { name: /完成: 查库存/ }).press('Space');
    await shell(shop).tells('已完成：查库存');
    await expect(item).toHaveCount(1);
    await expect(item).not.toContainText('今天');
  });
  await card.close();
  await test.step('goes to the next customer of the list it came from', async () => {
    const customers = customersScreen(shop);
    await shell(shop).goTo('customers');
    const [first, second] = await customers.names();
    await customers.open(first!);
    await shop.getByRole('article').getByRole('button', { name: '下一位' }).click();
    await expect(shop.getByRole('article', { name: second!, exact: true })).toBeVisible();
    await shop.getByRole('article').getByRole('button', { name: '上一位' }).click();
    await expect(shop.getByRole('article', { name: first!, exact: true })).toBeVisible();
    // In a small window it lies over the list, and gives way to what is sought.
    await shop.setViewportSize({ width: 960, height: 600 });
    await expect(shop.locator('[data-wide=false]')).toBeVisible();
    await customers.search.fill(second!);
    await expect(shop.getByRole('article')).toBeHidden();
    await expect(customers.rows.first()).toContainText(second!);
    await customers.search.press('Enter');
    await expect(shop.getByRole('article', { name: second!, exact: true })).toBeVisible();
    await shop.setViewportSize(windowSizes.laptop);
    await customers.search.fill('');
    await customers.closeCard();
  });
  await test.step('has each class explain itself with its numbers and say what would change it', async () => {
    const customers = customersScreen(shop);
    await shell(shop).goTo('customers');
    await customers.chooseFilter('高价值');
    await expect(customers.count).toContainText(' / ');
    await expect.poll(async () => [...new Set(await customers.readColumn('value'))]).toEqual(['高价值']);
    const [name = ''] = await customers.names();
    const card = await customers.open(name);
    const why = await card.explain('dimension.value');
    await expect(why).toContainText(/近 365 天净额 ¥[\d,.]+ ≥ 高价值线 ¥[\d,.]+（累计占比 [\d.]+% < 80%/);
    await expect(why).toContainText('什么会改变它');
    await shop.keyboard.press('Escape');
    await expect(why).toBeHidden();
    await expect(await card.explain('dimension.lifecycle')).toContainText(/\d+ (?:次|天)/);
    await shop.keyboard.press('Escape');
  });
  const timeline = shop.getByRole('article').getByRole('region', { name: said('timeline.title') });
  const orders = orderDialog(shop);
  await test.step('a month of long ago is chosen by typing it, and its newest entry has the keyboard', async () => {
    const months = timeline.getByRole('button', { name: saidFirst('timeline.month') });
    await months.press('Enter');
    const oldest = (await shop.getByRole('option').last().textContent())?.split(' ')[0] ?? '';
    await shop.keyboard.type(oldest);
    await shop.keyboard.press('ArrowDown');
    await shop.keyboard.press('Enter');
    const heading = timeline.getByRole('heading', { name: oldest, exact: true });
    await expect(heading).toBeInViewport();
    const entry = heading.locator('xpath=parent::li');
    await expect(entry).toBeFocused();
    await timeline.getByRole('button', { name: said('timeline.newest') }).press('Enter');
    await expect(heading).toBeHidden();
    await expect(timeline.getByRole('radio').first()).toBeFocused();
  });
  await test.step('an order is put right or taken away, and what is no amount is told', async () => {
    await timeline.getByRole('radio', { name: said('timeline.orders') }).press('Space');
    const entry = timeline.getByRole('listitem').filter({ hasText: /销售/ }).first();
    await orders.tool(entry, 'order.editOf').press('Enter');
    const dialog = shop.getByRole('dialog', { name: saidFirst('order.title', { kind: '销售' }) });
    const line = dialog.getByRole('group', { name: said('order.line', { number: 1 }) });
    await line.getByRole('textbox', { name: said('import.field.amount') }).fill('很多');
    await shop.keyboard.press('Control+Enter');
    await expect(dialog.getByText(said('order.problem.no-amount'))).toBeVisible();
    await line.getByRole('combobox', { name: said('import.field.product') }).fill('定制货架');
    await line.getByRole('textbox', { name: said('import.field.qty') }).fill('3');
    await line.getByRole('textbox', { name: said('import.field.unitPrice') }).fill('1234.5');
    await expect(line.getByRole('textbox', { name: said('import.field.amount') })).toHaveValue('3703.5');
    await dialog.getByRole('textbox', { name: said('field.note') }).fill('送到后门');

    // Goods that were sold before are offered with their price, and never stand in the way.
    const lines = dialog.getByRole('group', { name: /^(?:第 \d+ 行|Line \d+)$/ });
    const count = await lines.count();
    await dialog.getByRole('button', { name: said('order.addLine') }).press('Enter');
    await expect(lines.nth(count).getByRole('combobox')).toBeFocused();
    await shop.keyboard.type('sld');
    await expect(shop.getByRole('option').first()).toHaveText(/^生料带.*¥/);
    await shop.keyboard.press('ArrowDown');
    await shop.keyboard.press('Enter');
    await expect(lines.nth(count).getByRole('combobox')).toHaveValue('生料带');
    for (const label of ['import.field.unitPrice', 'import.field.amount'] as const)
      await expect(lines.nth(count).getByRole('textbox', { name: said(label) })).toHaveValue(/^\d/);
    await dialog.getByRole('button', { name: said('order.removeLine', { number: count + 1 }) }).press('Enter');
    await expect(lines).toHaveCount(count);

    // It is not lost by leaving.
    await shop.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await orders.tool(entry, 'order.editOf').press('Enter');
    await expect(dialog.getByRole('button', { name: said('unsaved.discard') })).toBeVisible();
    await shop.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(entry).toContainText('定制货架');
    await expect(entry).toContainText('送到后门');

    await orders.tool(entry, 'order.editOf').press('Enter');
    await dialog.getByRole('button', { name: saidFirst('order.delete') }).press('Enter');
    await expect(timeline.getByText('定制货架')).toHaveCount(0);
    await shell(shop).undo();
    await expect(entry).toContainText('定制货架');
    await shell(shop).undo();
    await expect(timeline.getByText('定制货架')).toHaveCount(0);
  });
  await test.step('a sale is entered in a few keys, made once more and given back', async () => {
    const newest = timeline.getByRole('listitem').first();
    await shop.keyboard.press('s');
    await expect(orders.goods(1)).toBeFocused();
    await expect(orders.asContact).toBeChecked();
    await shop.keyboard.press('Control+Enter');
    await expect(orders.dialog.getByText(said('order.problem.nothing'))).toBeVisible();
    await shop.keyboard.type('sld');
    await expect(shop.getByRole('option').first()).toHaveText(/^生料带.*¥/);
    await shop.keyboard.press('ArrowDown');
    await shop.keyboard.press('Enter');
    const price = await orders.price(1).inputValue();
    const fen = Math.round(Number(price) * 100);
    expect(fen).toBeGreaterThan(0);
    // Left half way, it is there again.
    await shop.keyboard.press('Escape');
    await expect(orders.dialog).toBeHidden();
    await shop.keyboard.press('s');
    await expect(orders.discardNote).toBeVisible();
    await expect(orders.amount(1)).toHaveValue(price);
    await orders.goods(1).press('Enter');
    await shell(shop).tells(/^已记下 .+ 的销售 ¥/);
    await expect(newest).toContainText(sayMoney('zh-CN', 'CNY', fen));
    await expect(newest).toContainText('生料带');

    await orders.tool(newest, 'order.againOf').press('Enter');
    // The contact of that day is in the timeline by now.
    await expect(orders.asContact).not.toBeChecked();
    await orders.qty(1).fill('3');
    await shop.keyboard.press('Enter');
    await expect(orders.dialog).toBeHidden();
    await expect(newest).toContainText(sayMoney('zh-CN', 'CNY', 3 * fen));

    await orders.tool(newest, 'order.returnOf').press('Enter');
    await expect(orders.qty(1)).toHaveValue('3');
    await orders.qty(1).fill('1');
    await shop.keyboard.press('Control+Enter');
    await expect(newest).toContainText(/退货|Refund/);
    await expect(newest).toContainText(sayMoney('zh-CN', 'CNY', -fen));
    await shell(shop).undo();
    await expect(newest).toContainText(sayMoney('zh-CN', 'CNY', 3 * fen));
  });
  await test.step('a sale to somebody new brings the customer along, and one undo takes both back', async () => {
    const customers = customersScreen(shop);
    await customers.closeCard();
    const before = await customers.count.textContent();
    await shop.keyboard.press('Control+k');
    // Chinese comes by an input method, which writes only where there is a box.
    await expect(shop.getByRole('combobox')).toBeFocused();
    await shop.keyboard.type('销售');
    await expect(shop.getByRole('option').first()).toHaveText(saidFirst('order.new'));
    await shop.keyboard.press('Enter');
    await expect(orders.buyer).toBeFocused();
    await shop.keyboard.type('欧阳金丝 13900001234');
    await expect(shop.getByRole('option')).toHaveText(said('order.newBuyer', { name: '欧阳金丝' }));
    await shop.keyboard.press('Enter');
    await expect(orders.goods(1)).toBeFocused();
    for (const text of ['竹茶杯', '2', '15']) {
      await shop.keyboard.type(text);
      await shop.keyboard.press('Enter');
    }
    const card = shop.getByRole('article', { name: '欧阳金丝' });
    await expect(card).toContainText('139 0000 1234');
    await expect(card.getByRole('region', { name: said('timeline.title') })).toContainText(/¥30.*竹茶杯/);
    await shell(shop).undo();
    await expect(card).toBeHidden();
    await expect(customers.count).toHaveText(before ?? '');
  });
  await test.step('whom the line for a new buyer names beside a company is its contact person', async () => {
    await shop.keyboard.press('Control+k');
    await expect(shop.getByRole('combobox')).toBeFocused();
    await shop.keyboard.type('销售');
    await expect(shop.getByRole('option').first()).toHaveText(saidFirst('order.new'));
    await shop.keyboard.press('Enter');
    await orders.buyer.fill('永兴五金有限公司 0571-85123456 王总 13812345678');
    await expect(shop.getByRole('option')).toHaveText(said('order.newBuyer', { name: '永兴五金有限公司' }));
    await shop.keyboard.press('Enter');
    await orders.goods(1).fill('竹茶杯');
    await orders.amount(1).fill('30');
    await shop.keyboard.press('Control+Enter');
    const company = customerCard(shop, '永兴五金有限公司');
    await expect(company.people.names).toHaveText(/王总/);
    await expect(company.card).toContainText('138 1234 5678');
    await expect(company.timeline).toContainText(/¥30.*竹茶杯/);
    await shell(shop).undo();
    await expect(company.card).toBeHidden();
  });
});
