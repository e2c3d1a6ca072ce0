import { findBarriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { windowSizes } from './fixtures/test-app.ts';
import { customerCard } from './pages/customer-card.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { typeInBox } from './pages/keyboard.ts';
import { shell } from './pages/shell.ts';

const people = [
  { name: '安一', phone: '13800138001' },
  { name: '贝二', phone: '13800138002', organization: '青禾五金' },
  { name: '陈三', organization: '青禾五金' },
  { name: '丁四', phone: '13800138004' },
];

test('filters, keeps views, selects and edits in the list without the mouse', async ({ archive: page }) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  for (const person of people) {
    await customers.add(person);
    await customers.closeCard();
  }
  await shell(page).settles();

  await test.step('a filter is built by the keyboard, says itself as a sentence and counts', async () => {
    const builder = await list.openFilter();
    await expect(builder.getByRole('button', { name: /^字段/ })).toBeFocused();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '公司');
    await builder.getByRole('textbox', { name: '值' }).fill('青禾');
    await expect(builder.getByRole('status')).toHaveText('符合 2 位');
    await expect(builder.getByText('公司包含“青禾”')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(customers.count).toHaveText('2 / 4');
  });

  await test.step('it is kept as a view that counts itself, and undone like anything', async () => {
    await list.say('views.saveNew');
    await typeInBox(page, '青禾的人');
    await page.keyboard.press('Enter');
    const kept = list.view('青禾的人', 2);
    await expect(kept).toBeChecked();
    // Where the buttons of a changed one leave less room, it is rolled into view.
    await customers.sortBy('field.name');
    await page.setViewportSize({ width: 960, height: 600 });
    await expect(kept).toBeInViewport({ ratio: 0.9 });
    await list.say('views.revert');
    await page.setViewportSize(windowSizes.laptop);
    await list.view('全部', 4).click();
    await expect(customers.count).toHaveText('4 位');
    await shell(page).undo();
    await expect(list.view('青禾的人', 2)).toBeHidden();
    await shell(page).redo();
    await expect(list.view('青禾的人', 2)).toBeVisible();
  });

  await test.step('a cell is typed into: Tab goes on, Escape leaves it, a refusal says why', async () => {
    await customers.sortBy('field.name');
    await expect.poll(() => customers.names()).toEqual(people.map(({ name }) => name));
    await list.grid.focus();
    await list.press('Home', 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(page.getByRole('textbox', { name: '修改 安一 的电话' })).toBeFocused();
    await page.keyboard.type('13900139009');
    await list.press('Enter');
    await expect(list.cell('安一', 'phone')).toHaveText('139 0013 9009');
    await expect(list.grid).toBeFocused();
    await list.press('ArrowLeft', 'F2');
    await page.getByRole('textbox', { name: '修改 贝二 的客户名称' }).fill('');
    await list.press('Enter');
    await expect(list.grid.getByRole('alert')).toHaveText('名称不能空着');
    await list.press('Escape');
    await expect(list.rowOf('贝二')).toBeVisible();
  });

  await test.step('a digit types into the cell, Delete empties it, and cells that Shift took in are copied as they stand', async () => {
    await list.press('Escape', 'Home', 'ArrowRight', 'ArrowRight', '1', '3');
    await expect(page.getByRole('textbox', { name: '修改 安一 的电话' })).toHaveValue('13');
    await list.press('Escape', 'Delete');
    await expect(list.cell('安一', 'phone')).toHaveText('');
    await shell(page).undo();
    await expect(list.cell('安一', 'phone')).toHaveText('139 0013 9009');
    await list.grid.focus();
    await list.press('Shift+ArrowLeft', 'Shift+ArrowDown');
    await expect(list.takenCells).toHaveCount(4);
    await list.press('Control+c');
    await shell(page).tells('已复制 2 行 × 2 列');
    await list.press('Delete');
    await expect(list.dialog.getByRole('status')).toHaveText(/2 格会改变，2 格不能改/);
    await list.press('Escape', 'Escape', 'Escape');
    await expect(list.selection).toBeHidden();
  });

  await test.step('the mouse takes cells in as Shift does; Escape lets them go, a double press types into one, a press opens', async () => {
    await list.dragOver(list.cell('陈三', 'value'), list.cell('安一', 'phone'));
    await page.mouse.up();
    await expect(list.takenCells).toHaveCount(6);
    await list.press('Shift+ArrowDown');
    await expect(list.takenCells).toHaveCount(4);
    await list.dragOver(list.cell('安一', 'name'), list.cell('丁四', 'phone'));
    await expect(list.takenCells).toHaveCount(8);
    await list.press('Escape');
    await page.mouse.up();
    await expect(list.takenCells).toHaveCount(4);
    await expect(customerCard(page, '安一').card).toBeHidden();
    await list.cell('贝二', 'phone').dblclick();
    await expect(page.getByRole('textbox', { name: '修改 贝二 的电话' })).toBeFocused();
    await list.press('Escape', 'Escape');
    await customers.open('安一');
    await customers.closeCard();
    await expect(list.selection).toBeHidden();
  });

  await test.step('one value pasted fills all cells taken in; what has no place or no meaning is told; one undo takes it back', async () => {
    const phones = () => customers.readColumn('phone');
    const before = await phones();
    await list.press('Control+Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown');
    await list.paste('136 0013 6001');
    await expect(list.dialog.getByRole('status')).toHaveText('2 格会改变');
    await list.press('Enter');
    await expect.poll(phones).toEqual(['136 0013 6001', '136 0013 6001', ...before.slice(2)]);
    await shell(page).undo();
    await expect.poll(phones).toEqual(before);
    await list.grid.focus();
    await list.press('Control+End', 'Home');
    await list.paste('客户名称\t电话\t客户价值\r\n丁四\t\t高\r\n戊五\t1\t');
    await expect(list.dialog.getByText('第一行是列名，不会粘贴')).toBeVisible();
    await expect(list.dialog.getByText(/最后一位客户之后的 1 行放不下/)).toBeVisible();
    await expect(list.dialog.getByText(/“客户价值”有 1 格不能改：.*如 丁四：高/)).toBeVisible();
    await list.press('Escape');
    await expect(list.grid).toBeFocused();
    await list.press('Escape', 'Escape');
  });

  await test.step('of numbers that a spreadsheet shortened those are pasted of which the table beside them knows the digits', async () => {
    await list.grid.focus();
    await list.press('Control+Home', 'ArrowRight', 'ArrowRight');
    const text = '1.38E+10\r\n1.39E+10\r\n########\r\n';
    await list.paste(text, '<table><tr><td x:num="13800138007">1.38E+10<tr><td>1.39E+10<tr><td>########</table>');
    await expect(list.dialog.getByRole('status')).toHaveText('1 格会改变，2 格不能改');
    await expect(list.dialog.getByText(/1 格不能改：号码被表格变成了科学计数.*如 .+：1\.39E\+10/)).toBeVisible();
    await expect(list.dialog.getByText(/1 格不能改：表格里是错误值，或列太窄.*如 .+：########/)).toBeVisible();
    await list.press('Enter');
    await expect(list.cell('安一', 'phone')).toHaveText('138 0013 8007');
    await shell(page).undo();
    await list.press('Escape', 'Escape');
  });

  await test.step('who leaves the list by being filled in is followed by the next, and nobody is passed over', async () => {
    await customers.chooseColumn('生日');
    await customers.chooseFilter('没有生日');
    await list.grid.focus();
    await list.press('Control+Home', 'ArrowRight', 'End');
    // Without a look at the screen, as whoever knows the keys goes down a list.
    for (let filled = 0; filled < 2; filled += 1) {
      await list.press('F2');
      await page.keyboard.type('1990-01-02');
      await list.press('Enter');
    }
    await list.press('F2');
    await expect(page.getByRole('textbox', { name: '修改 陈三 的生日' })).toBeFocused();
    for (const name of ['安一', '贝二']) await expect(list.rowOf(name)).toBeHidden();
    await expect(list.grid.locator('[data-active=true]')).toContainText('陈三');
    await list.press('Escape', 'Escape');
    await customers.removeFilter('生日');
    await list.grid.focus();
  });

  await test.step('a column becomes as wide as what stands in it', async () => {
    const heading = customers.columnHeader('field.phones');
    const width = async () => (await heading.boundingBox())?.width ?? 0;
    const before = await width();
    await list.press('Home', 'ArrowRight', 'ArrowRight', 'm');
    await page.getByRole('menuitem', { name: '自动列宽' }).press('Enter');
    await expect.poll(width).not.toBe(before);
    const cell = list.cell('安一', 'phone');
    await expect.poll(() => cell.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    await list.grid.focus();
    await list.press('Escape');
  });

  await test.step('Shift and Ctrl+A select, with sums; a change of many is previewed and one undo takes it back', async () => {
    await list.press('Escape', 'Home', 'Space', 'Shift+ArrowDown');
    await expect(list.selection.getByRole('status')).toHaveText('已选 2 位');
    await list.press('Control+a');
    await expect(list.selection.getByRole('status')).toHaveText('已选 4 位');
    await expect(list.rowOf('丁四')).toHaveAttribute('aria-selected', 'true');
    await list.say('bulk.edit');
    await list.pick(list.dialog.getByRole('button', { name: /^改哪一项/ }), '公司');
    await list.dialog.getByRole('textbox', { name: '改成' }).fill('青禾五金');
    await expect(list.dialog.getByRole('status')).toHaveText('2 位会改变，2 位已经是这样');
    await page.keyboard.press('Enter');
    await expect(list.view('青禾的人', 4)).toBeVisible();
    await shell(page).undo();
    await expect(list.view('青禾的人', 2)).toBeVisible();
  });

  await test.step('who is selected and not in the list any more is told, and let go', async () => {
    await customers.search.fill('丁四');
    await expect(list.selection).toContainText('3 位不在列表里');
    await list.say('bulk.keepListed');
    await expect(list.selection.getByRole('status')).toHaveText('已选 1 位');
    // Quicker than the list: those are meant whom it is about to show.
    await list.selectAllAtOnce(customers.search, '');
    await expect(list.selection.getByRole('status')).toHaveText('已选 4 位');
  });

  await test.step('a tag that is typed is shown by its name, and taken instead of made when there is one', async () => {
    const name = list.dialog.getByRole('textbox', { name: '新标签的名称' });
    await list.say('bulk.tag');
    await name.fill('老主顾');
    await expect(list.dialog.getByRole('listitem').first()).toHaveText('安一+ 老主顾');
    await page.keyboard.press('Enter');
    await shell(page).tells('已修改 4 位客户');
    await list.say('bulk.tag');
    await name.fill(' 老主顾');
    await expect(list.dialog.getByRole('status')).toHaveText('0 位会改变，4 位已经是这样');
  });
});

test('of very many columns those near are drawn, where their heads are, and the keyboard comes to all', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  await customers.add({ name: '安一', phone: '13800138001' });
  await customers.closeCard();
  await customers.chooseAllColumns();
  const heads = list.grid.getByRole('columnheader');
  const cells = list.rowOf('安一').getByRole('gridcell');
  const count = await heads.count();
  expect(count).toBeGreaterThan(40);
  await expect.poll(() => cells.count()).toBeLessThan(count / 2);

  const standsBelowHead = async (): Promise<void> => {
    const cell = cells.last();
    await expect(cell).toBeInViewport();
    const at = Number(await cell.getAttribute('aria-colindex')) - 1;
    expect((await cell.boundingBox())?.x).toBe((await heads.nth(at).boundingBox())?.x);
  };
  await list.grid.focus();
  await list.press('Home', 'ArrowRight', 'End');
  await expect(cells.last()).toHaveAttribute('aria-colindex', String(count));
  await standsBelowHead();
  await list.grid.evaluate((grid) => grid.scrollTo({ left: grid.scrollWidth / 2 }));
  await expect.poll(() => cells.count()).toBeLessThan(count / 2 + 1);
  const middle = list.rowOf('安一').locator(`[aria-colindex="${String(Math.round(count / 2))}"]`);
  await expect(middle).toBeAttached();
  await list.press('Home', 'ArrowRight');
  await expect(list.cell('安一', 'phone')).toBeInViewport();
  await expect(list.cell('安一', 'phone')).toHaveText(/138/);
  // Those beside it too.
  await expect(list.rowOf('安一').locator('[aria-colindex="8"]')).toBeAttached();
});
