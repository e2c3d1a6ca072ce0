import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/app.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';

test('keeps fields of the shop’s own from the settings to the card, the list and its filter', async ({ app }) => {
  test.setTimeout(120_000);
  const page = await app.launch();
  await frontDoor.enter(page);
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  for (const name of ['安一', '贝二', '陈三']) {
    await customers.add({ name });
    await page.keyboard.press('Escape');
  }
  await customers.closeCard();

  await test.step('fields are made in the settings', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await settings.addField('门店面积', 'fields.type.text');
    await settings.addField('会员等级', 'fields.type.choice', ['金卡', '银卡']);
    await expect(settings.fields.getByRole('listitem')).toHaveCount(2);
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
  });

  await test.step('the card takes their values where they stand', async () => {
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    await card.getByRole('button', { name: '填写门店面积' }).click();
    await page.keyboard.type('１２０');
    await page.keyboard.press('Enter');
    await expect(card.getByRole('button', { name: '修改门店面积: １２０' })).toBeFocused();
    await card.getByRole('button', { name: '填写会员等级' }).click();
    await settings.pickOption('金卡');
    await expect(card.getByRole('button', { name: '修改会员等级: 金卡' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await customers.closeCard();
  });

  await test.step('the list shows them, is typed into and asks for them', async () => {
    await customers.chooseColumn('门店面积');
    await list.grid.focus();
    await list.press('Home', 'ArrowDown', 'End');
    const cell = list.grid.locator('[data-column^="custom:"]');
    await expect(cell.first()).toHaveText('１２０');
    await cell.nth(1).dblclick();
    await page.keyboard.type('不清楚');
    await page.keyboard.press('Enter');
    await expect(cell.nth(1)).toHaveText('不清楚');
  });

  await test.step('another type is previewed; what does not fit stays; one undo takes it back', async () => {
    await shell(page).goTo('settings');
    await settings.act('门店面积', 'fields.retype');
    await settings.choose('fields.newType', 'fields.type.number');
    await expect(settings.dialog.getByRole('status')).toHaveText(
      '1 位客户的内容可以转换，1 位的保持原样、仍可查看和修改。',
    );
    await settings.dialog.getByRole('button', { name: '改为数字' }).click();
    await shell(page).goTo('customers');
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '门店面积');
    await builder.getByRole('textbox', { name: '最小' }).fill('100');
    await page.keyboard.press('Tab');
    await expect(builder.getByRole('status')).toHaveText('符合 1 位');
    await page.keyboard.press('Escape');
    await expect(customers.count).toHaveText('1 / 3');
    await expect(list.cell('安一', 'name')).toBeVisible();
    await shell(page).undo();
    await shell(page).goTo('settings');
    await expect(settings.line('门店面积')).toContainText('文字');
  });

  await test.step('a field that is archived is shown nowhere and comes back as it was', async () => {
    await settings.act('会员等级', 'fields.archive');
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    await expect(card.getByRole('button', { name: /会员等级/ })).toBeHidden();
    await shell(page).goTo('settings');
    await settings.act('会员等级', 'fields.restore');
    await shell(page).goTo('customers');
    await expect(card.getByRole('button', { name: '修改会员等级: 金卡' })).toBeVisible();
  });
});
