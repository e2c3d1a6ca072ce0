import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures/shop.ts';
import { calendarScreen } from './pages/calendar-screen.ts';
import { customerCard } from './pages/customer-card.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { passphrase } from './pages/front-door.ts';
import { historyPanel } from './pages/history-panel.ts';
import { forbidMouse, keyboard, mouseWasUsed } from './pages/keyboard.ts';
import { safetyPage } from './pages/safety-page.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { todayScreen } from './pages/today-screen.ts';
import { said, saidFirst } from './pages/words.ts';

test('a day’s work is done by the keyboard alone', async ({ app }) => {
  const page = await app.launch();
  await forbidMouse(page.context());
  const keys = keyboard(page);
  const today = todayScreen(page);
  const tells = (text: RegExp) => shell(page).tells(text);
  const unlock = async (): Promise<void> => {
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
    await keys.type(passphrase);
    await keys.press('Enter');
    await shell(page).isOpen();
  };

  await test.step('in the morning the archive is unlocked, and the list of today stands there', async () => {
    await unlock();
    await expect(page).toHaveTitle('今日 · 客簿');
    await expect(today.active).toBeVisible();
  });

  let name = '';
  await test.step('a contact is logged, one is put off, one is done', async () => {
    await keys.press('l', 'Enter');
    await tells(/^已记下与 .+ 的联系$/);
    await keys.press('j', 's');
    await tells(/^推迟到 /);
    await keys.press('d');
    await tells(/^已完成：/);
    name = (await today.active.getByRole('button').first().textContent()) ?? '';
  });

  await test.step('the palette finds the next one', async () => {
    await keys.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await keys.type(name);
    await expect(page.getByRole('option', { selected: true })).toContainText(name);
    await keys.press('Enter');
    await expect(customerCard(page, name).card).toBeVisible();
  });

  await test.step('the card takes a fact, an entry with the next step, and a follow-up', () => workOnCard(page, name));
  await test.step('the list filters, groups, selects, edits and pastes', () => workOnList(page));
  await test.step('a new customer is one line, corrected by its chips', () => addByLine(page));
  await test.step('the calendar moves what is due', () => moveInCalendar(page));

  await test.step('a file is imported', async () => {
    const path = join(app.filesDir, 'stall.csv');
    await writeFile(path, '姓名,电话\n石榴一,13900139011\n石榴二,13900139012\n');
    const data = dataScreen(page);
    await keys.press('Alt+5');
    await expect(page).toHaveTitle('数据 · 客簿');
    const chooser = page.waitForEvent('filechooser');
    await keys.use(data.door);
    await (await chooser).setFiles(path);
    await expect(data.preview).toBeVisible();
    await keys.use(data.screen.getByRole('button', { name: said('data.check') }));
    await expect(data.plan).toBeVisible();
    await keys.use(data.screen.getByRole('button', { name: said('data.import') }));
    await expect(data.done).toBeVisible();
    expect(await data.readCounts()).toMatchObject({ created: 2, failed: 0 });
  });

  await test.step('the archive is backed up at once', async () => {
    const folder = await safetyPage.prepareFolder(app, 'stick');
    expect(folder).not.toBe('');
    await keys.press('Alt+6');
    await keys.use(page.getByRole('button', { name: /立即备份|选文件夹并备份/ }));
    await expect(safetyPage.headline(page)).toContainText(/已备份并核对/, { timeout: 60_000 });
  });

  await test.step('language and theme are changed', async () => {
    const settings = settingsPage(page);
    await keys.press('Alt+7');
    const choose = async (from: RegExp, to: RegExp): Promise<void> => {
      await keys.goTo(settings.screen.getByRole('radio', { name: from }));
      await keys.reach(settings.screen.getByRole('radio', { name: to }), 'ArrowRight', 3);
      await keys.press('Space');
      await expect(settings.screen.getByRole('radio', { name: to })).toBeChecked();
    };
    await choose(/^中文$/, /^English$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await choose(said('settings.theme.system'), said('settings.theme.dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('the import is taken back from the list of all changes', async () => {
    const before = await shell(page).readCustomers();
    const { panel, rows } = historyPanel(page);
    await keys.press('Control+Shift+H');
    await expect(panel.getByRole('searchbox')).toBeFocused();
    await keys.type('import');
    await expect(rows.first()).toContainText('Import');
    await keys.use(rows.first().getByRole('button', { name: saidFirst('history.undo', { what: '' }) }));
    await keys.press('Escape');
    await expect.poll(() => shell(page).readCustomers()).toBe(before - 2);
  });

  await test.step('in the evening it is locked, and opens again where it was', async () => {
    await keys.press('Control+Shift+L');
    await expect(page.getByRole('heading', { name: 'Kebu is locked' })).toBeVisible();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await keys.type(passphrase);
    await keys.press('Enter');
    await expect(page).toHaveTitle('Settings · Kebu');
  });
});

test('a mouse would have been noticed', async ({ app }) => {
  const page = await app.launch();
  await forbidMouse(page.context());
  app.problems.expect(new RegExp(`${mouseWasUsed}: mousedown`));
  app.problems.expect(new RegExp(`${mouseWasUsed}: (?!mousedown)`));
  await page.mouse.click(5, 5);
});

async function workOnCard(page: Page, name: string): Promise<void> {
  const keys = keyboard(page);
  const card = customerCard(page, name);
  await expect(card.card).toBeFocused();
  await keys.use(card.card.getByRole('button', { name: saidFirst('dimension.value') }));
  await expect(page.getByRole('dialog')).toContainText(/净额|成交/);
  await keys.press('Escape');

  await keys.use(card.card.getByRole('button', { name: said('facts.all') }));
  await keys.use(card.fact('field.industry'), 'Shift+Tab');
  await expect(card.factBox('field.industry')).toBeFocused();
  await keys.type('汽车配件');
  await keys.press('Enter');
  await expect(card.fact('field.industry')).toContainText('汽车配件');

  await keys.press('l');
  await expect(card.composer.getByRole('textbox', { name: said('compose.label') })).toBeFocused();
  await keys.type('答应周四给报价');
  await keys.use(card.composer.getByRole('button', { name: said('compose.noNext') }));
  await keys.choose(page.getByRole('menuitem', { name: saidFirst('compose.inDays', { days: 3 }) }));
  await keys.goTo(card.composer.getByRole('textbox', { name: said('compose.nextTitle') }), 'Shift+Tab');
  await keys.type('给报价');
  await keys.use(card.composer.getByRole('button', { name: said('channel.visit') }));
  await keys.press('Control+Enter');
  await shell(page).tells(/^已记下/);
  await expect(card.timeline).toContainText('答应周四给报价');
  await expect(card.followUps).toContainText('给报价');

  await keys.use(card.followUps.getByRole('button', { name: said('followUps.add') }));
  await expect(page.getByRole('dialog').getByRole('textbox', { name: said('followUps.what') })).toBeFocused();
  await keys.type('寄样品');
  await keys.press('Enter');
  await expect(card.followUps).toContainText('寄样品');
  await keys.press('Escape');
  await expect(card.card).toBeHidden();
}

async function workOnList(page: Page): Promise<void> {
  const keys = keyboard(page);
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const pick = async (button: Locator, word: string): Promise<void> => {
    await keys.use(button);
    await keys.type(word);
    await keys.choose(page.getByRole('option', { name: word, exact: true }));
  };
  await keys.press('f');
  const builder = page.getByRole('dialog', { name: said('filters.title') });
  await pick(builder.getByRole('button', { name: /^字段/ }), '地址');
  await keys.goTo(builder.getByRole('textbox', { name: said('filters.value') }));
  await keys.type('杭州');
  await expect(builder.getByRole('status')).toHaveText(/^符合 [1-9]\d* 位$/);
  await keys.press('Escape');
  await expect(customers.count).toHaveText(/^[1-9]\d* \/ /);

  await keys.use(customers.screen.getByRole('button', { name: said('customers.group') }));
  await keys.choose(page.getByRole('menuitem', { name: said('dimension.value') }));
  await expect(customers.groups.first()).toBeVisible();

  await keys.press('j');
  await expect(customers.grid).toBeFocused();
  await keys.press('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(list.selection.getByRole('status')).toHaveText('已选 3 位');
  await keys.use(list.selection.getByRole('button', { name: said('bulk.edit') }));
  await pick(list.dialog.getByRole('button', { name: /^改哪一项/ }), '部门');
  await keys.goTo(list.dialog.getByRole('textbox', { name: said('bulk.value') }));
  await keys.type('采购部');
  await expect(list.dialog.getByRole('status')).toHaveText(/^3 位会改变/);
  await keys.press('Enter');
  await shell(page).tells(/^已修改 3 位/);

  await keys.press('j', 'Escape', 'Home', 'ArrowRight', 'ArrowRight', 'F2');
  await expect(page.getByRole('textbox', { name: /^修改 .+ 的电话$/ })).toBeFocused();
  await keys.press('Control+a');
  await keys.type('13900139013');
  await keys.press('Enter');
  await expect(customers.rows.filter({ hasText: '139 0013 9013' })).toHaveCount(1);
  await expect(list.grid).toBeFocused();
  await keys.press('ArrowUp', 'Control+c', 'ArrowDown', 'Control+v');
  await expect(list.dialog.getByRole('status')).toContainText('1 格会改变');
  await keys.press('Enter');
  await expect(customers.rows.filter({ hasText: '139 0013 9013' })).toHaveCount(2);
}

async function addByLine(page: Page): Promise<void> {
  const keys = keyboard(page);
  const customers = customersScreen(page);
  await keys.press('n');
  await expect(customers.line).toBeFocused();
  await keys.type('石榴三 13900139014 #展会 下周二回访 老同学');
  await keys.use(customers.chips.getByRole('button', { name: '备注 老同学', exact: true }));
  await keys.choose(page.getByRole('menuitem', { name: said('field.title') }));
  await expect(customers.chips.last()).toHaveText('职位 老同学');
  await expect(customers.line).toBeFocused();
  await keys.press('Enter');
  await expect(customerCard(page, '石榴三').card).toContainText('老同学');
}

async function moveInCalendar(page: Page): Promise<void> {
  const keys = keyboard(page);
  const calendar = calendarScreen(page);
  await keys.press('Alt+3');
  await expect(calendar.grid).toBeVisible();
  await keys.press('t', 'ArrowDown', 'ArrowUp');
  await expect(calendar.chosen).toBeFocused();
  // What is due today, after the day that the arrows passed over.
  const items = calendar.panel.getByRole('listitem');
  await expect(items.filter({ hasText: '寄样品' })).toBeVisible();
  const moved = (await items.first().textContent()) ?? '';
  await keys.use(calendar.panel.getByRole('button', { name: said('calendar.move') }).first());
  const moving = page.getByRole('dialog', { name: said('calendar.move') });
  // The year, the month, then the day.
  await keys.press('ArrowRight', 'ArrowRight', 'ArrowUp');
  await keys.use(moving.getByRole('button', { name: said('calendar.move') }));
  await shell(page).tells(/改到/);
  await expect(items.filter({ hasText: moved })).toBeHidden();
}
