import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('takes contact persons in from a table, and gives them out as one that changes nothing', async ({
  app,
  archive: page,
}) => {
  const customers = customersScreen(page);
  const data = dataScreen(page);
  const exporting = exportDialog(page);
  const table =
    '客户名称,姓名,角色,职位,手机,是否主联系人,备注\r\n永兴五金,王总,老板,,13800138000,是,\r\n永兴五金,小李,财务,会计,13900139000,,周一在\r\n永兴五金,王总,,经理,13800138000,,\r\n永兴五金,,,,13700137000,,\r\n';

  await test.step('what was understood is shown, and who cannot come in says why', async () => {
    await shell(page).goTo('data');
    await data.choose({ name: '联系人.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(data.preview).toBeVisible();
    await expect(data.screen.getByRole('radio', { name: said('import.kind.contacts') })).toBeChecked();
    await expect(data.screen.getByText(said('data.duplicatePeople', { count: 1 }))).toBeVisible();
    await expect(data.understood.nth(1)).toContainText('小李');
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    expect(await data.tryOut()).toEqual({ created: 2, updated: 1, skipped: 0, failed: 1 });
    await data.write();
  });
  await test.step('the card of the company, which was in no list, has them', async () => {
    await shell(page).goTo('customers');
    const card = await customers.open('永兴五金');
    await expect(card.people.names).toContainText(['王总', '小李']);
    await expect(card.card).toContainText('138 0013 8000');
    await customers.closeCard();
  });
  await test.step('a fact that a file changed names the file and its row in its history', async () => {
    await shell(page).goTo('data');
    await data.another();
    const table = '客户名称,公司,行业\r\n某某商店,,茶叶\r\n永兴五金,,五金\r\n';
    await data.choose({ name: '行业.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(data.preview).toBeVisible();
    expect(await data.tryOut()).toEqual({ created: 1, updated: 1, skipped: 0, failed: 0 });
    await data.write();
    await shell(page).goTo('customers');
    const card = await customers.open('永兴五金');
    await expect(await card.history('field.industry')).toContainText('行业.csv 第 3 行');
    await page.keyboard.press('Escape');
    await customers.closeCard();
    await shell(page).undo();
    await expect(customers.rows).toHaveCount(1);
  });
  await test.step('the file that goes out says the same and changes nothing when it comes in again', async () => {
    await exporting.openForList(1);
    await exporting.choose('csv', 'contacts');
    const path = join(app.filesDir, '联系人.csv');
    app.dialogs.prepare({ question: 'save-path', path });
    await exporting.run();
    await expect(page.getByText(said('exports.contactsSaved', { count: 2, name: '联系人.csv' }))).toBeVisible();
    expect(readFileSync(path, 'utf8')).toContain('小李');
    await shell(page).goTo('data');
    await data.another();
    await data.look(path);
    expect(await data.tryOut()).toEqual({ created: 0, updated: 0, skipped: 2, failed: 0 });
    await data.back();
    await data.another();
  });
  await test.step('and one step takes it all back', async () => {
    await page.keyboard.press('Control+z');
    await shell(page).goTo('customers');
    await expect(customers.rows).toHaveCount(0);
  });
});
