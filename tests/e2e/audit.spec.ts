import { expect, test } from './fixtures/shop.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { recovery } from './pages/recovery.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('writes down what leaves Kebu: many rows copied, customers printed', async ({ shop }) => {
  const customers = await shell(shop).readCustomers();
  const count = `${customers.toLocaleString('en-US')} `;
  await shell(shop).goTo('customers');
  const list = customerGrid(shop);
  await list.grid.focus();
  // One right after the other: the copy waits for the selection.
  await list.press('Control+a', 'Control+c');
  await shell(shop).tells(/^已复制/);
  await list.say('print.open');
  const print = shop.getByRole('dialog').getByRole('button', { name: said('print.print') });
  await expect(print).toBeEnabled();
  await print.click();
  await shop.keyboard.press('Escape');

  await safetyPage.open(shop);
  const log = recovery.section(shop, '审计日志');
  await expect(log.getByRole('listitem').filter({ hasText: '批量复制' })).toContainText(count);
  await expect(log.getByRole('listitem').filter({ hasText: '打印客户' })).toContainText(count);
  await log.getByRole('button', { name: '核对' }).click();
  await expect(log.getByRole('alert')).toContainText('完好');
});
