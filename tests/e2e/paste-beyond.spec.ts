import { expect, test } from './fixtures/archive.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('a block that reaches below the last customer is pasted, and the rest of it comes in as new customers', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  for (const name of ['安一', '贝二']) {
    await customers.add({ name });
    await customers.closeCard();
  }
  await shell(page).settles();
  await customers.sortBy('field.name');
  await expect.poll(() => customers.names()).toEqual(['安一', '贝二']);
  await list.grid.focus();
  await list.press('End', 'ArrowRight');
  await list.paste('贝贝\t13800138002\n陈三\t13800138003\n丁四\t13800138004');
  await expect(list.dialog).toContainText('最后一位客户之后的 2 行放不下');
  await list.dialog.getByRole('button', { name: said('bulk.pasteAndBring') }).click();
  const data = dataScreen(page);
  expect((await data.readPreview()).rowsRead).toBe(2);
  expect(await data.tryOut()).toMatchObject({ created: 2 });
  expect(await data.write()).toMatchObject({ created: 2 });
  await shell(page).goTo('customers');
  await expect.poll(() => customers.names()).toEqual(['安一', '贝贝', '陈三', '丁四']);
  await expect(list.cell('丁四', 'phone')).toHaveText('138 0013 8004');
});

test('what goes wrong with a paste is told', async ({ app, archive: page, host }) => {
  test.skip(host === 'electron', 'Its files come by a way that no test can cut');
  const customers = customersScreen(page);
  await customers.add({ name: '安一' });
  await customers.closeCard();
  app.problems.expect(/Failed to/);
  await page.route('**/paste-cells*', (route) => route.abort());
  const list = customerGrid(page);
  await list.grid.focus();
  await list.press('Home', 'ArrowRight');
  await list.paste('贝贝');
  await shell(page).tells(/^出了意外的问题/);
});
