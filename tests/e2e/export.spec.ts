import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/app.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { frontDoor } from './pages/front-door.ts';
import { findInPocket, withPocketPage } from './pages/pocket-page.ts';
import { recovery } from './pages/recovery.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('gives out the customers of the list as table, workbook and cards, and takes them in again', async ({ app }) => {
  const page = await app.launch();
  const customers = customersScreen(page);
  const exporting = exportDialog(page);
  await frontDoor.enterBy(page);
  const lines = ['张三 13800138001 浙江省杭州市西湖区文三路1号', '李四 13800138002 @"=1+1 商店"', '王五 13900139003'];
  for (const line of lines) {
    await customers.line.fill(line);
    await customers.line.press('Control+Enter');
    await expect(customers.line).not.toHaveValue(line);
  }
  await page.keyboard.press('Escape');
  // The line is free before the last card is written.
  await expect(customers.count).toHaveText('3 位');
  await customers.sortBy('field.name');
  await customers.find('13800138', ['李四', '张三']);

  const fileAt = (name: string): string => {
    const path = join(app.filesDir, name);
    app.dialogs.prepare({ question: 'save-path', path });
    return path;
  };

  await test.step('everything, as a table that changes nothing when it comes in again', async () => {
    await exporting.openForList(2);
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    await exporting.choose('csv', 'every');
    const path = fileAt('客户.csv');
    await exporting.run();
    await exporting.hasSaved(2, '客户.csv');
    const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(header).toMatch(/^\uFEFF客户编号,客户名称,客户类型,/);
    expect(rows.map((row) => row.split(',')[1])).toEqual(['李四', '张三']);
    expect(rows[0]).toContain("'=1+1 商店");
    expect(rows[1]).toContain('浙江省,杭州市,西湖区,文三路1号');
  });

  await test.step('the columns of the list, as a workbook', async () => {
    await exporting.openForList(2);
    await exporting.choose('xlsx', 'list');
    const path = fileAt('客户.xlsx');
    await exporting.run();
    await exporting.hasSaved(2, '客户.xlsx');
    const sheet = Object.values(read(readFileSync(path)).Sheets)[0];
    const rows: unknown[][] = sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1 });
    // A file says in what its amounts are.
    const inYuan = (heading: string) => (heading === '近一年' ? '近一年（CNY）' : heading);
    expect(rows[0]).toEqual((await customers.headings()).map(inYuan));
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['李四', '13800138002'],
      ['张三', '13800138001'],
    ]);
  });

  await test.step('who is selected, as cards; nothing is written when one thinks better of it or the folder is gone', async () => {
    await customers.grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await exporting.openForSelected(1);
    await exporting.choose('vcf');
    app.dialogs.prepare({ question: 'save-path', path: null });
    await exporting.run();
    await expect(exporting.dialog.getByRole('button', { name: said('exports.run') })).toBeEnabled();
    app.dialogs.prepare({ question: 'save-path', path: join(app.filesDir, 'gone', '客户.vcf') });
    await exporting.run();
    await shell(page).tells(/^文件没有保存/);
    expect(readdirSync(app.filesDir).toSorted()).toEqual(['客户.csv', '客户.xlsx']);
    const path = fileAt('客户.vcf');
    await exporting.run();
    await exporting.hasSaved(1, '客户.vcf');
    expect(readFileSync(path, 'utf8').match(/^FN:.*$/gm)).toEqual(['FN:李四']);
    expect(existsSync(join(app.filesDir, 'gone'))).toBe(false);
  });

  await test.step('the list as a page for a phone, which finds and dials without Kebu', async () => {
    await page.keyboard.press('Escape');
    await exporting.openForList(2);
    await exporting.choose('html');
    const path = fileAt('客户.html');
    await exporting.run();
    await exporting.hasSaved(2, '客户.html');
    await withPocketPage(path, async (phone) => {
      await findInPocket(phone, 'ls', ['李四']);
      await findInPocket(phone, '138 0013 8001 wensan', []);
      await findInPocket(phone, '文三 138 0013 8001', ['张三']);
      await expect(phone.getByRole('link', { name: '138 0013 8001' })).toHaveAttribute('href', 'tel:+8613800138001');
      await findInPocket(phone, '', ['李四', '张三']);
    });
  });

  await test.step('the audit log says how many left', async () => {
    await safetyPage.open(page);
    const exported = recovery.section(page, '审计日志').getByRole('listitem').filter({ hasText: '导出' });
    await expect(exported).toHaveCount(4);
    await expect(exported.last()).toContainText('2 ');
  });

  await shell(page).goTo('data');
  await dataScreen(page).look(join(app.filesDir, '客户.csv'));
  expect(await dataScreen(page).tryOut()).toEqual({ created: 0, updated: 0, skipped: 2, failed: 0 });
});
