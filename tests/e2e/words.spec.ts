import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';

test('keeps lists of words of the shop’s own: added, renamed, hidden, joined, and names for places', async ({
  shop,
}) => {
  const customers = customersScreen(shop);
  const settings = settingsPage(shop);
  const open = async (): Promise<void> => {
    await shell(shop).goTo('settings');
    await settings.showPart('words');
  };

  await test.step('a source is added, one renamed, one hidden, one moved', async () => {
    await open();
    const list = settings.screen.getByRole('list', { name: '来源', exact: true });
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '说法' }).fill('茶博会');
    await shop.keyboard.press('Enter');
    await expect(list.getByRole('listitem').last()).toContainText('茶博会');
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '说法' }).fill('写错的');
    await shop.keyboard.press('Enter');
    await expect(list.getByRole('listitem').last()).toContainText('写错的');
    await settings.act('写错的', 'words.delete');
    await shell(shop).tells('已删除“写错的”');
    await expect(list.getByRole('listitem').last()).toContainText('茶博会');
    await settings.screen.getByRole('button', { name: '把“展会”改名' }).click();
    await settings.dialog.getByRole('textbox', { name: '说法' }).fill('大展会');
    await shop.keyboard.press('Enter');
    await expect(list.getByRole('listitem').filter({ hasText: '大展会' })).toBeVisible();
    await settings.act('广告', 'words.hide');
    await expect(list.getByRole('listitem').filter({ hasText: '广告' })).toContainText('已隐藏');
    await settings.screen.getByRole('button', { name: '“茶博会”上移' }).click();
    await expect(list.getByRole('listitem').last()).not.toContainText('茶博会');
    // The pointer is on another word now, whose button says what it does.
    await shop.mouse.move(400, 20);
    await expect(shop.getByRole('tooltip')).toHaveCount(0);
    await shell(shop).settles();
    expect([...(await findBarriers(shop)), ...(await findCutOff(shop))]).toEqual([]);
  });

  await test.step('the card offers them, and what is hidden only where it is in use', async () => {
    await shell(shop).goTo('customers');
    const { card } = await customers.add({ name: '闻人静' });
    await card.getByRole('button', { name: '显示所有资料' }).click();
    await card.getByRole('button', { name: '填写来源', exact: true }).click();
    await shop.keyboard.press('ArrowDown');
    await expect(shop.getByRole('option', { name: '大展会' })).toBeVisible();
    await expect(shop.getByRole('option', { name: '广告' })).toHaveCount(0);
    await settings.pickOption('茶博会');
    await expect(card.getByRole('button', { name: '修改来源: 茶博会' })).toBeVisible();
    await customers.closeCard();
    await customers.find('来源:茶博会', ['闻人静']);
    await customers.search.fill('');
  });

  await test.step('two are joined, which is shown before and taken back by one undo', async () => {
    await open();
    await settings.act('茶博会', 'words.joinInto');
    await settings.dialog.getByRole('button', { name: /合并到/ }).click();
    await shop.getByRole('option', { name: /大展会/ }).click();
    await expect(settings.dialog.getByRole('status')).toHaveText('1 位客户的“茶博会”会改为“大展会”，一步即可撤销');
    await settings.dialog.getByRole('button', { name: '合并', exact: true }).click();
    await expect(settings.screen.getByRole('listitem').filter({ hasText: '茶博会' })).toHaveCount(0);
    await shell(shop).undo();
    await expect(settings.screen.getByRole('listitem').filter({ hasText: '茶博会' })).toContainText('1 位客户');
  });

  await test.step('a name for several provinces is understood by the search', async () => {
    await settings.screen.getByRole('radio', { name: '地区别名' }).click();
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '叫法' }).fill('江浙沪');
    await settings.dialog.getByRole('textbox', { name: '指这些地区' }).fill('江苏，浙江、没有的地方');
    await expect(settings.dialog.getByText('找不到地区：没有的地方')).toBeVisible();
    await settings.dialog.getByRole('textbox', { name: '指这些地区' }).fill('江苏，浙江、上海');
    await shop.keyboard.press('Enter');
    await expect(settings.line('江浙沪')).toContainText('江苏省、浙江省、上海市');
    await shell(shop).settles();
    expect([...(await findBarriers(shop)), ...(await findCutOff(shop))]).toEqual([]);
    await shell(shop).goTo('customers');
    const all = Number((await customers.count.textContent())?.replaceAll(/\D/g, ''));
    await customers.search.fill('地区:江浙沪');
    await expect(customers.count).toHaveText(/^\d+ \/ /);
    const found = Number((await customers.count.textContent())?.split('/')[0]?.replaceAll(/\D/g, ''));
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
  });
});
