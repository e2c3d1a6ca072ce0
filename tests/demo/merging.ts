import type { Page } from 'playwright/test';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { duplicatesSection } from '../e2e/pages/duplicates-section.ts';
import { expect } from '../e2e/pages/expect.ts';
import { mergeDialog } from '../e2e/pages/merge-dialog.ts';
import { shell } from '../e2e/pages/shell.ts';
import { type Report, seconds } from './report.ts';
import { timed } from './stage.ts';

/** Looks through the archive for customers who are one, makes one of a pair, and takes it apart again. */
export async function mergeAndUnmerge(report: Report, { page }: TestApp): Promise<void> {
  report.section('Customers who are one');
  const duplicates = duplicatesSection(page);
  await shell(page).goTo('data');
  const { ms } = await timed(() => duplicates.find());
  const before = await counts(page);
  report.say(`${before.customers} customers compared in ${seconds(ms)}: ${told(before)}`);
  report.check('Some may be one, and some belong together', before.same > 0 && before.related > 0, told(before));

  const { row, names, phone } = await likeliestWithMobile(page);
  await duplicates.compare(row);
  const { dialog } = mergeDialog(page);
  await dialog.getByRole('button', { name: '合并', exact: true }).press('Enter');
  await expect.poll(() => shell(page).readCustomers()).not.toBe(before.customers);
  await expect(duplicates.list('same')).not.toHaveCount(before.same);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const merged = await counts(page);
  report.check(
    `${names.join(' and ')} merged are one customer fewer, and no pair any more`,
    merged.customers === before.customers - 1 && merged.same < before.same,
    `${merged.customers} customers, ${told(merged)}`,
  );

  const customers = customersScreen(page);
  await shell(page).goTo('customers');
  await customers.search.fill(phone);
  await expect.poll(async () => (await customers.names()).filter((name) => names.includes(name)).length).toBe(1);
  const survivor = (await customers.names()).find((name) => names.includes(name)) ?? '';
  const card = await customers.open(survivor);
  await card.unmerge();
  await customers.closeCard();
  await customers.search.fill('');
  await shell(page).goTo('data');
  await expect.poll(() => shell(page).readCustomers()).not.toBe(merged.customers);
  await expect(duplicates.list('same')).toHaveCount(before.same);
  const apart = await counts(page);
  report.check(
    'Taken apart again they are counted as before',
    JSON.stringify(apart) === JSON.stringify(before),
    `${apart.customers} customers, ${told(apart)}`,
  );
}

interface Counts {
  customers: number;
  same: number;
  related: number;
}

async function counts(page: Page): Promise<Counts> {
  return { customers: await shell(page).readCustomers(), ...(await duplicatesSection(page).count()) };
}

function told({ same, related }: Counts): string {
  return `${same} pairs may be one, ${related} belong together`;
}

/** The likeliest pair with a mobile, by which the one that stays is found. */
async function likeliestWithMobile(page: Page) {
  const { list, names } = duplicatesSection(page);
  const rows = await list('same').all();
  const all = await Promise.all(
    rows.map(async (row) => {
      const [phone = ''] = /\d{3} \d{4} \d{4}/.exec(await row.innerText()) ?? [];
      return { row, names: await names(row), phone };
    }),
  );
  const found = all.find((pair) => pair.phone !== '');
  if (!found) throw new Error('No pair with a mobile is listed');
  return found;
}
