import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { shell } from './pages/shell.ts';

test('takes relations in from a table, tells what it cannot place, and gives them out again', async ({
  app,
  archive: page,
}) => {
  const customers = customersScreen(page);
  const data = dataScreen(page);
  for (const name of ['安一', '贝二']) {
    await customers.add({ name });
    await customers.closeCard();
  }
  const table =
    '客户,关系,对方,起,备注\r\n安一,师傅兄弟,贝二,,\r\n安一,朋友,贝二,2019-05-20,一起进的货\r\n贝二,同事,老李,,\r\n';

  await test.step('each row that can be placed comes in; the other one says why', async () => {
    await shell(page).goTo('data');
    await data.choose({ name: '关系.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(data.preview).toBeVisible();
    await expect(data.screen.getByRole('radio', { name: '关系', exact: true })).toBeChecked();
    await expect(data.screen.getByText(/没有“师傅兄弟”这种关系/).first()).toBeVisible();
    expect(await data.tryOut()).toEqual({ created: 2, updated: 0, skipped: 0, failed: 1 });
    await data.write();
    await data.another();
    await shell(page).goTo('customers');
    const { card } = await customers.open('贝二');
    const relations = card.getByRole('region', { name: '关系', exact: true });
    await expect(relations).toContainText('安一');
    await expect(relations).toContainText('老李');
    await customers.closeCard();
  });

  await test.step('the file that is saved says the same, and changes nothing when it comes in again', async () => {
    await shell(page).goTo('data');
    const path = join(app.filesDir, '客户关系.csv');
    app.dialogs.prepare({ question: 'save-path', path });
    await data.screen.getByRole('button', { name: '存成 CSV' }).click();
    await expect(page.getByText(/^已把 2 条关系存到/)).toBeVisible();
    const saved = readFileSync(path, 'utf8');
    expect(saved).toContain('朋友');
    expect(saved).toContain('一起进的货');
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    await data.look(path);
    expect(await data.tryOut()).toEqual({ created: 0, updated: 0, skipped: 2, failed: 0 });
  });
});
