import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { typeInBox } from './pages/keyboard.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('keeps fields of the shop’s own from the settings to the card, the list and its filter', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  for (const name of ['安一', '贝二', '陈三']) {
    await customers.add({ name });
    await page.keyboard.press('Escape');
  }

  await test.step('fields are made in the settings', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await settings.addField('门店面积', 'fields.type.text');
    await settings.addField('会员等级', 'fields.type.choice', ['金卡', '银卡']);
    await expect(settings.fields.getByRole('listitem')).toHaveCount(2);
    await settings.fields.getByRole('button', { name: '编辑: 门店面积' }).click();
    await settings.dialog.getByText(/与其他客户相同时提醒/).click();
    await settings.dialog.getByText('没填时提醒').click();
    await settings.dialog.getByRole('button', { name: '保存' }).click();
    await settings.dialog.waitFor({ state: 'hidden' });
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
  });

  await test.step('the card takes their values where they stand', async () => {
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    await card.getByRole('button', { name: '填写门店面积' }).click();
    await typeInBox(page, '１２０');
    await page.keyboard.press('Enter');
    await expect(card.getByRole('button', { name: '修改门店面积: １２０' })).toBeFocused();
    // Tab saves too, and goes on to the next value.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(card.getByRole('button', { name: '填写会员等级' })).toBeFocused();
    await page.keyboard.press('Enter');
    // Escape leaves the box, not the card.
    await page.keyboard.press('Escape');
    await expect(card.getByRole('button', { name: '填写会员等级' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await settings.pickOption('金卡');
    await expect(card.getByRole('button', { name: '修改会员等级: 金卡' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await customers.closeCard();
  });

  await test.step('the list shows them, is typed into and asks for them', async () => {
    await customers.chooseColumn('门店面积');
    await customers.sortBy('field.name');
    const own = (name: string) => list.rowOf(name).locator('[data-column^="custom:"]');
    await expect(own('安一')).toHaveText('１２０');
    await list.grid.focus();
    await list.press('Home', 'ArrowDown', ...Array.from({ length: 12 }, () => 'ArrowRight'), 'F2');
    await expect(page.getByRole('textbox', { name: '修改 贝二 的门店面积' })).toBeFocused();
    await expect(own('陈三')).toHaveText('还没有填写');
    await typeInBox(page, '１２０');
    await list.press('Enter');
    await shell(page).tells('已修改门店面积，但与 安一 相同');
    await list.press('ArrowUp', 'F2');
    await typeInBox(page, '不清楚');
    await list.press('Enter');
    await expect(own('贝二')).toHaveText('不清楚');
    await list.press('Escape');
    await customers.find('会员等级:金', ['安一']);
    await customers.find('', ['安一', '贝二', '陈三']);
    await customers.chooseGroup('会员等级');
    await expect(customers.groups).toHaveText([/^金卡1 位/, /^没有填写2 位/]);
    await customers.chooseGroup('不分组');
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
    // It counts after a pause, without the box being left; what only begins a number is left alone.
    await expect(builder.getByRole('status')).toHaveText('符合 1 位');
    await page.keyboard.type('.5');
    await expect(builder.getByText('门店面积至少 100.5')).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await expect(builder.getByRole('status')).toHaveText('符合 1 位');
    // Escape keeps what is typed just now.
    await builder.getByRole('textbox', { name: '最大' }).fill('98765');
    await page.keyboard.press('Escape');
    await expect(customers.screen.getByRole('button', { name: /门店面积.*98,?765/ }).first()).toBeVisible();
    await expect(customers.count).toHaveText('1 / 3');
    await expect(list.cell('安一', 'name')).toBeVisible();
    await customers.removeFilter('门店面积');
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

  await test.step('parts and facts of the card stand as the settings say, for that kind of customer', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('card');
    await settings.laid('cardLayout.section.files').getByText('显示').click();
    await settings.laid('field.gender').getByText('总是').click();
    await settings.laid('cardLayout.section.timeline').getByRole('button', { name: '移动往来' }).click();
    await page.getByRole('menuitem', { name: said('cardLayout.top') }).click();
    await expect(settings.screen.getByRole('list', { name: '板块' }).getByRole('listitem').first()).toContainText(
      '往来',
    );
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    await expect(card.getByRole('button', { name: '填写性别' })).toBeVisible();
    const parts = card.getByRole('region');
    await expect(parts.first()).toHaveAccessibleName(said('timeline.title'));
    await expect(card.getByRole('region', { name: said('files.title') })).toBeHidden();
    await card.getByRole('button', { name: '展开收起的板块：文件' }).click();
    await expect(card.getByRole('region', { name: said('files.title') })).toBeVisible();
  });

  await test.step('a starter set for the trade brings what is not there yet, and one undo takes it back', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('starters');
    await settings.openStarterSet('starters.trade.retail');
    await expect(settings.dialog.getByText('已经有了')).toHaveCount(1);
    expect(await findBarriers(page)).toEqual([]);
    await settings.dialog.getByText('尺码').click();
    await settings.addStarterSet(11);
    await settings.showPart('fields');
    const labels = settings.fields.getByRole('listitem');
    await expect(labels.filter({ hasText: /会员卡号|储值余额|喜好/ })).toHaveCount(3);
    await expect(labels).toHaveCount(5);
    await shell(page).undo();
    await expect(labels).toHaveCount(2);
  });
});

test('computes formulas, and keeps fields of a tag through renaming and merging it', async ({ archive: page }) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  for (const line of ['安一 #展会', '贝二 #展销']) {
    await page.keyboard.press('n');
    await customers.line.fill(line);
    await page.keyboard.press('Enter');
    await expect(customers.form).toBeHidden();
    await page.keyboard.press('Escape');
  }

  await test.step('a formula says what it comes to, and in words what is wrong with it', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await settings.addField('年度预算', 'fields.type.money');
    await settings.screen.getByRole('button', { name: '新字段' }).click();
    await settings.choose('fields.type', 'fields.type.formula');
    const formula = settings.dialog.getByRole('textbox', { name: '公式' });
    await formula.fill('[年度预算] ÷ [月数]');
    await expect(settings.dialog.getByText('没有“月数”这个字段')).toBeVisible();
    await expect(settings.dialog.getByRole('button', { name: '保存' })).toBeDisabled();
    await formula.fill('[年度预算] ÷ 12');
    await expect(settings.dialog.getByText('结果是金额')).toBeVisible();
    await settings.dialog.getByRole('textbox', { name: '名称' }).fill('月均');
    await settings.dialog.getByRole('button', { name: '保存' }).click();
    await expect(settings.line('月均')).toContainText('公式');
  });

  await test.step('tags get a colour and a field of their own, called alike', async () => {
    await settings.showPart('tags');
    for (const tag of ['展会', '展销']) {
      await settings.screen.getByRole('button', { name: `编辑标签“${tag}”` }).click();
      await settings.dialog.getByRole('radio', { name: '绿' }).click();
      await settings.dialog.getByRole('button', { name: '新字段' }).click();
      await settings.dialog.getByRole('textbox', { name: '名称' }).fill('展位');
      await page.keyboard.press('Enter');
      await expect(settings.dialog.getByRole('listitem')).toHaveCount(1);
      await settings.dialog.getByRole('button', { name: '保存' }).click();
      await expect(settings.dialog).toBeHidden();
    }
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
  });

  await test.step('the card computes at once and shows the field of the tag only with the tag', async () => {
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    await card.getByRole('button', { name: '填写年度预算' }).click();
    await typeInBox(page, '3.6万');
    await page.keyboard.press('Enter');
    await expect(card.getByText('¥3,000', { exact: true })).toBeVisible();
    await card.getByRole('button', { name: '填写展位' }).click();
    await typeInBox(page, 'B12');
    await page.keyboard.press('Enter');
    await expect(card.getByRole('button', { name: '修改展位: B12' })).toBeVisible();
    await customers.closeCard();
    const other = await customers.open('贝二');
    await expect(other.card.getByRole('button', { name: '填写展位' })).toHaveCount(1);
    await other.card.getByRole('button', { name: '填写展位' }).click();
    await typeInBox(page, 'C3');
    await page.keyboard.press('Enter');
    await expect(other.card.getByRole('button', { name: '修改展位: C3' })).toBeVisible();
    await customers.closeCard();
    await customers.chooseColumn('月均');
    await expect(list.grid.locator('[data-column^="custom:"]').filter({ hasText: '¥3,000' })).toHaveCount(1);
  });

  const tagsOfSettings = async (): Promise<void> => {
    await shell(page).goTo('settings');
    await settings.showPart('tags');
  };
  const hasBooth = async (name: string, booth: string): Promise<void> => {
    await shell(page).goTo('customers');
    const { card } = await customers.open(name);
    await expect(card.getByRole('button', { name: `修改展位: ${booth}` })).toBeVisible();
    await customers.closeCard();
  };

  await test.step('two tags become one, and so do their fields that are called alike; one undo parts them', async () => {
    await tagsOfSettings();
    await settings.act('展会', 'tags.merge', 'tags.more');
    await list.pick(settings.dialog.getByRole('button', { name: /^另一个标签/ }), '展销');
    await settings.dialog.getByRole('button', { name: '合并', exact: true }).click();
    await expect(settings.line('展销')).toContainText('2 位客户');
    await expect(settings.line('展销')).toHaveText(/#展销展位2/);
    await hasBooth('安一', 'B12');
    await hasBooth('贝二', 'C3');
    await shell(page).undo();
    await hasBooth('安一', 'B12');
    await tagsOfSettings();
    await expect(settings.line('展会')).toContainText('1 位客户');
  });

  await test.step('a saved list asks for the tag', async () => {
    await shell(page).goTo('customers');
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '标签');
    await list.pickAlso(builder.getByRole('button', { name: /^值/ }), '展会');
    await page.keyboard.press('Escape');
    await list.say('views.saveNew');
    await page.keyboard.type('展会来的');
    await page.keyboard.press('Enter');
    await expect(list.view('展会来的', 1)).toBeChecked();
    await tagsOfSettings();
  });

  await test.step('a tag that is deleted leaves what its fields hold among the archived ones; one undo brings it back', async () => {
    await settings.act('展会', 'tags.delete', 'tags.more');
    await shell(page).tells('已删除标签“展会”，从 1 位客户上去掉；1 个有内容的字段归档在“字段”里');
    await settings.showPart('fields');
    const archived = settings.screen.getByRole('list', { name: said('fields.archived') }).getByRole('listitem');
    await expect(archived).toHaveText(/#展会 展位.*1 位客户/);
    await shell(page).goTo('customers');
    await expect(list.view('展会来的', 0)).toBeChecked();
    await expect(customers.screen.getByText(said('customers.noMatch.gone'))).toBeVisible();
    await expect(customers.screen.getByRole('button', { name: said('filters.edit') })).toBeVisible();
    await shell(page).undo();
    await expect(list.view('展会来的', 1)).toBeChecked();
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await expect(archived).toHaveCount(0);
    await hasBooth('安一', 'B12');
  });
});
