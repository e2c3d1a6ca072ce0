import { readdir } from 'node:fs/promises';
import type { Locator } from 'playwright/test';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { HeldDisk } from '../helpers/held-disk.ts';
import { csvFile } from '../helpers/import-files.ts';
import { expectNoSurprises } from './fixtures/app.ts';
import { expect, test } from './fixtures/archive.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { createStandInApp } from './fixtures/stand-in-app.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { historyPanel } from './pages/history-panel.ts';
import { typeInBox } from './pages/keyboard.ts';
import { safetyPage } from './pages/safety-page.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said, saidFirst } from './pages/words.ts';

const mib = 1024 ** 2;

/** Tells whether a progress bar was shown from now on, however short. */
async function hadProgress(place: Locator): Promise<() => Promise<boolean>> {
  const seen = await place.evaluateHandle((element) => {
    const told = { isSeen: false };
    const look = () => {
      told.isSeen ||= element.querySelector('[role="progressbar"]') !== null;
    };
    new MutationObserver(look).observe(element, { childList: true, subtree: true });
    return told;
  });
  return () => seen.evaluate(({ isSeen }) => isSeen);
}

test('stops before harm is done: a backup in the middle, a disk that fills up, many deleted at once', async ({
  host,
  app,
  language,
  theme,
  windowSize,
}) => {
  test.skip(host === 'electron', 'Its disk cannot be filled');
  const { userDataDir, dataDir, filesDir } = app;
  let freeMib = 5_000;
  const disk = new HeldDisk({ ...nodeFileSystem, freeBytes: () => Promise.resolve(freeMib * mib) });
  const own = createStandInApp(
    { language, theme, windowSize },
    { userDataDir, dataDir, filesDir },
    { files: disk.files },
  );
  const page = await safetyPage.begin(own, '张国强');

  await test.step('a backup shows how far it is, and leaves nothing when it is stopped', async () => {
    const folder = await safetyPage.prepareFolder(own, 'stick');
    disk.hold('write', folder);
    await page.getByRole('button', { name: said('safety.chooseAndBackUp') }).click();
    await expect(safetyPage.headline(page)).toContainText('stick');
    const state = page.getByRole('region', { name: said('safety.state.label') });
    await expect(state.getByRole('progressbar')).toBeVisible();
    await state.getByRole('button', { name: said('ui.cancel') }).click();
    disk.release();
    await expect(page.getByText(said('safety.state.stopped'))).toBeVisible();
    expect((await readdir(folder)).filter((name) => name.startsWith('kebu-'))).toEqual([]);
    await safetyPage.backUp(page, 'stick');
  });

  const customers = customersScreen(page);
  await test.step('a disk that is nearly full is told, refuses in words, and takes changes again when there is room', async () => {
    freeMib = 299;
    // What was measured before is believed for a second.
    await page.waitForTimeout(1_100);
    await shell(page).goTo('customers');
    await page.keyboard.press('n');
    await customers.fillIn({ name: '曾丽华' });
    await page.keyboard.press('Enter');
    await expect(page.getByText(/磁盘只剩 299 MB，客簿先不写了/).first()).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: '磁盘快满了，客簿已转为只读' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await shell(page).settles();
    await shell(page).goTo('settings');
    const settings = settingsPage(page);
    await settings.showPart('tags');
    await settings.screen.getByRole('button', { name: said('tags.new') }).click();
    await typeInBox(page, '茶友');
    await page.keyboard.press('Enter');
    await expect(settings.dialog.getByRole('textbox', { name: said('tags.name') })).toHaveValue('茶友');
    await expect(page.getByText(/磁盘只剩 299 MB，客簿先不写了/).first()).toBeVisible();
    freeMib = 900;
    await page.waitForTimeout(1_100);
    await page.keyboard.press('Enter');
    await expect(settings.line('茶友')).toBeVisible();
    await shell(page).goTo('customers');
    await page.keyboard.press('n');
    await expect(customers.line).toHaveValue(/曾丽华/);
    await page.keyboard.press('Enter');
    await expect(customers.form).toBeHidden();
    await customers.closeCard();
    await expect.poll(() => customers.names()).toContain('曾丽华');
    freeMib = 5_000;
  });

  await test.step('a fifth of the customers at once is asked about with its numbers', async () => {
    await shell(page).goTo('data');
    const data = dataScreen(page);
    const rows = Array.from({ length: 1_100 }, (_, n) => [`客户${n}`, `138${String(n).padStart(8, '0')}`]);
    const bytes = csvFile([['姓名', '手机'], ...rows]);
    await data.choose({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) });
    await data.tryOut();
    await data.write();
    await shell(page).goTo('customers');
    const list = customerGrid(page);
    const total = rows.length + 2;
    await expect.poll(() => shell(page).readCustomers()).toBe(total);
    const remove = async (): Promise<void> => {
      await list.grid.focus();
      await list.press('Control+a');
      await list.say('bulk.delete');
      await list.dialog.getByRole('button', { name: said('bulk.applyDelete', { count: total }) }).press('Enter');
    };
    await remove();
    const question = page.getByRole('alertdialog', { name: said('massDelete.title', { count: total }) });
    await expect(question.getByRole('button', { name: said('massDelete.no') })).toBeFocused();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect.poll(() => shell(page).readCustomers()).toBe(total);
  });

  await test.step('a change of very many is stopped while nothing of it is written, and goes on to its end after that', async () => {
    const list = customerGrid(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await list.grid.focus();
    await list.press('Control+a');
    await list.say('bulk.edit');
    const apply = list.dialog.getByRole('button', { name: said('bulk.apply', { count: 1_102 }) });
    // What another change came to is no answer: each time it is told how far the look at all of them is.
    for (const industry of ['餐饮', '建材']) {
      const hasBar = await hadProgress(list.dialog);
      await list.dialog.getByRole('textbox', { name: said('bulk.value') }).fill(industry);
      await expect.poll(hasBar).toBe(true);
      await apply.waitFor();
    }
    await list.press('Enter', 'Escape');
    await expect(list.dialog.getByText(said('bulk.stopped'))).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    disk.hold('write', dataDir, 'journal');
    await page.keyboard.press('Enter');
    await expect(list.dialog.getByText(said('bulk.mayNotStop'))).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await list.dialog
      .getByRole('button', { name: said('ui.close') })
      .last()
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    disk.release();
    await shell(page).tells(said('bulk.done', { count: 1_102 }));
  });

  await test.step('an undo of very many is stopped while nothing of it is written, from the status line and from its row of the history', async () => {
    const frame = shell(page);
    const { status } = frame;
    const history = historyPanel(page);
    await frame.settles();
    disk.hold('read', dataDir, 'journal');
    await frame.undo();
    const stop = status.getByRole('button', { name: said('undo.stop'), exact: true });
    await stop.focus();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(status.getByRole('button', { name: said('undo.stopping') })).toBeFocused();
    disk.release();
    await frame.tells(said('undo.stopped'));
    await expect(stop).toBeHidden();

    await frame.settles();
    await history.open();
    const row = history.rows.first();
    disk.hold('read', dataDir, 'journal');
    await history.undo(row);
    await expect(row.getByRole('button', { name: saidFirst('history.stop', { what: '' }) })).toBeFocused();
    await expect(row).toContainText(/撤销前逐条核算 \d+%/);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(row).toContainText('正在停止');
    await expect(page.getByRole('contentinfo', { includeHidden: true })).toContainText('正在停止');
    disk.release();
    await frame.tells(said('undo.stopped'));
    const undone = history.panel.getByText(said('history.undone'), { exact: true });
    await expect(undone).toBeHidden();
    await history.undo(row);
    await expect(undone).toBeVisible();
  });
  await own.close();
  expectNoSurprises(own);
});
