import { join } from 'node:path';
import { writeSampleFiles, sampleNames } from '../samples/files.ts';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { gapsScreen } from './pages/gaps-screen.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('keeps files and other customers as values of the shop’s own fields', async ({ app, archive: page }) => {
  const paths = writeSampleFiles(join(app.filesDir, 'own'));
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  for (const name of ['安一', '贝二', '陈三']) {
    await customers.add({ name });
    await page.keyboard.press('Escape');
  }

  await test.step('a field for files and one for customers are made', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await settings.addField('合同', 'fields.type.attachment');
    await settings.addField('总代理', 'fields.type.reference');
    await settings.fields.getByRole('button', { name: '编辑: 合同' }).click();
    await settings.dialog.getByText('没填时提醒').click();
    await expect(settings.dialog.getByText(/与其他客户相同时提醒/)).toHaveCount(0);
    await settings.dialog.getByRole('button', { name: '保存' }).click();
  });

  await test.step('the card takes files into the field: chosen, dropped on it, opened, removed, brought back', async () => {
    await shell(page).goTo('customers');
    const { card } = await customers.open('安一');
    const files = filesBlock(page, card);
    await expect(card.getByText(/完整 17%.*合同/)).toBeVisible();
    const choosing = page.waitForEvent('filechooser');
    await card.getByRole('button', { name: '给“合同”添加文件' }).click();
    await (await choosing).setFiles([paths.pdf]);
    const own = card.getByRole('list', { name: '合同', exact: true });
    await expect(own.getByRole('listitem')).toHaveCount(1);
    await expect(card.getByText('完整 33%')).toBeVisible();
    await files.dropOn(own, paths.picture);
    await expect(own.getByRole('listitem')).toHaveCount(2);
    // The file block has them too, and says whose they are.
    await expect(files.block.getByRole('listitem').filter({ hasText: '合同' })).toHaveCount(2);
    await own.getByRole('button', { name: `查看 ${sampleNames.pdf}` }).click();
    await expect(page.getByRole('dialog', { name: sampleNames.pdf })).toContainText('第 1 / 2 页');
    await page.keyboard.press('Escape');
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    await own.getByRole('button', { name: `${sampleNames.picture} 的操作` }).click();
    await page.getByRole('menuitem', { name: '移除' }).click();
    await expect(own.getByRole('listitem')).toHaveCount(1);
    // What left the field is told, and put back from there.
    await card.getByRole('button', { name: said('facts.history', { field: '合同' }) }).click();
    const history = page.getByRole('dialog').getByRole('listitem');
    await expect(history).toContainText([
      `移除 ${sampleNames.picture}`,
      `添加 ${sampleNames.picture}`,
      `添加 ${sampleNames.pdf}`,
    ]);
    await history.first().getByRole('button').click();
    await expect(history.first()).toContainText(`放回 ${sampleNames.picture}`);
    // The button that was pressed is gone; the keyboard is back once the popover has it.
    await expect(page.locator('[role=dialog]:focus-within, [role=dialog]:focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(own.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('the details of a file say to which field it belongs', async () => {
    const { card } = await customers.open('安一');
    const files = filesBlock(page, card);
    await files.choosing(sampleNames.picture, /名称与说明/);
    await settings.dialog.getByRole('button', { name: /属于字段/ }).click();
    await settings.pickOption('不属于任何字段');
    await settings.dialog.getByRole('button', { name: '保存' }).click();
    await expect(card.getByRole('list', { name: '合同', exact: true }).getByRole('listitem')).toHaveCount(1);
    await customers.closeCard();
  });

  await test.step('the list shows them and asks who has any', async () => {
    await customers.chooseColumn('合同');
    await customers.chooseColumn('总代理');
    await expect(list.rowOf('安一').locator('[data-column^="custom:"]').first()).toHaveText(sampleNames.pdf);
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '合同');
    await expect(builder.getByRole('status')).toHaveText('符合 1 位');
    await page.keyboard.press('Escape');
    await customers.removeFilter('合同');
  });

  await test.step('a cell that means a customer is found while typing, typed whole, and refused with a reason', async () => {
    await customers.sortBy('field.name');
    const agent = (name: string) => list.rowOf(name).first().locator('[data-column^="custom:"]').last();
    const toTheEnd = Array.from({ length: 12 }, () => 'ArrowRight');
    await list.grid.focus();
    await list.press('Home', ...toTheEnd, 'F2');
    const box = page.getByRole('combobox', { name: '修改 安一 的总代理' });
    await box.pressSequentially('陈');
    await page.getByRole('option', { name: /陈三/ }).waitFor();
    await list.press('ArrowDown', 'Enter');
    await expect(agent('安一')).toHaveText('陈三');
    await list.press('F2');
    const second = page.getByRole('combobox', { name: '修改 贝二 的总代理' });
    await second.fill('没有这个人');
    await list.press('Enter');
    await expect(page.getByRole('alert')).toContainText('找不到这位客户');
    await second.fill('安一');
    await list.press('Enter');
    await expect(agent('贝二')).toHaveText('安一');
    await list.press('Escape');
    await customers.find('陈三', ['陈三']);
    await customers.search.fill('');
  });

  await test.step('many are given one customer at once', async () => {
    await expect(customers.count).toHaveText('3 位');
    await list.grid.focus();
    await list.press('Control+a');
    await list.say('bulk.edit');
    await list.pick(list.dialog.getByRole('button', { name: /^改哪一项/ }), '总代理');
    await list.dialog.getByRole('combobox', { name: '改成' }).pressSequentially('贝');
    await page.getByRole('option', { name: /贝二/ }).click();
    await expect(list.dialog.getByRole('status')).toContainText('2');
    await expect(list.dialog.getByText(/不能关联客户自己/)).toBeVisible();
    await list.dialog.getByRole('button', { name: /修改 2/ }).click();
    await expect(list.rowOf('陈三').first().locator('[data-column^="custom:"]').last()).toHaveText('贝二');
  });

  await test.step('whoever lacks a file is listed, and one is chosen there or said not to be', async () => {
    const gaps = gapsScreen(page);
    await gaps.come();
    const choosing = page.waitForEvent('filechooser');
    await gaps.files('贝二', '合同').press('Enter');
    await (await choosing).setFiles(paths.pdf);
    await expect(gaps.line('贝二')).toContainText(new RegExp(`合同\\s*${sampleNames.pdf}`));
    await gaps.files('陈三', '合同').press('Alt+x');
    await expect(gaps.line('陈三')).toContainText(/合同\s*没有/);
  });
});
