import { findBarriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { typeInBox } from './pages/keyboard.ts';
import { shell } from './pages/shell.ts';

const people = [{ name: '安一', phone: '13800138001' }, { name: '贝二', phone: '13800138002' }, { name: '陈三' }];

test('the other button of the mouse and Shift+F10 open what can be done with a cell, a row and a column', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  for (const person of people) {
    await customers.add(person);
    await customers.closeCard();
  }
  await shell(page).settles();
  await customers.sortBy('field.name');
  await expect.poll(() => customers.names()).toEqual(people.map(({ name }) => name));
  const button = { button: 'right' } as const;

  await test.step('a cell is typed into and copied from its menu', async () => {
    await list.cell('贝二', 'phone').click(button);
    await expect(list.menu).toHaveAccessibleName('贝二的菜单');
    expect(await findBarriers(page)).toEqual([]);
    await list.choose(/^修改格子/);
    await typeInBox(page, '13900139009');
    await list.press('Enter');
    await expect(list.cell('贝二', 'phone')).toHaveText('139 0013 9009');
    await list.cell('贝二', 'phone').click(button);
    await list.choose('复制整行');
    await shell(page).tells('已复制 1 行');
  });

  await test.step('another press beside it opens the menu of what lies there', async () => {
    await list.cell('安一', 'phone').click(button);
    const box = await list.cell('陈三', 'phone').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 9, (box?.y ?? 0) + 9, button);
    await expect(list.menu).toHaveAccessibleName('陈三的菜单');
    await list.press('Escape');
    await expect(list.grid).toBeFocused();
  });

  await test.step('the list is narrowed to those whose cell is as empty', async () => {
    await list.cell('陈三', 'phone').click(button);
    await list.choose('没有电话');
    await expect.poll(() => customers.names()).toEqual(['陈三']);
    await customers.removeFilter('没有电话');
    await expect.poll(() => customers.names()).toHaveLength(3);
  });

  await test.step('of who is selected, the menu is that of everybody selected; of another row its own', async () => {
    await list.grid.focus();
    await list.press('Escape', 'Home', 'Space', 'ArrowDown', 'Space');
    await list.cell('贝二', 'name').click(button);
    await expect(list.menu.getByText('已选 2 位')).toBeVisible();
    await list.press('Escape');
    await list.cell('陈三', 'name').click(button);
    await list.choose('移到回收站');
    await expect(list.dialog.getByText(/陈三/)).toBeVisible();
    await list.press('Escape');
  });

  await test.step('Shift+F10 opens it where the keyboard is, which has the list again after Escape', async () => {
    await list.grid.focus();
    await list.press('Escape', 'Escape', 'Home', 'Shift+F10');
    await expect(list.menu).toHaveAccessibleName('安一的菜单');
    await expect(page.getByRole('menuitem', { name: '打开客户' })).toBeFocused();
    await list.press('Escape');
    await expect(list.grid).toBeFocused();
  });

  await test.step('of a heading it is the menu of its column, which groups and filters', async () => {
    await customers.columnHeader('dimension.lifecycle').click(button);
    await list.choose('按这一列分组');
    await expect(customers.groups).toHaveCount(1);
    await customers.columnHeader('dimension.lifecycle').click(button);
    await list.choose('取消分组');
    await expect(customers.groups).toHaveCount(0);
    await customers.columnHeader('field.phones').click(button);
    await list.choose('按这一列筛选…');
    await expect(page.getByRole('dialog').getByRole('button', { name: /^字段/ })).toHaveText(/电话/);
  });
});
