import { csvFile } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/archive.ts';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { typeInBox } from './pages/keyboard.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

const tagName = (number: number): string => `标签${String(number).padStart(5, '0')}`;
const rows = Array.from({ length: 1000 }, (_, customer) => [
  `客户${String(customer).padStart(4, '0')}`,
  `138${String(customer).padStart(8, '0')}`,
  Array.from({ length: 10 }, (_each, at) => tagName(customer * 10 + at)).join('；'),
  ...Array.from({ length: 60 }, (_each, field) => `值${String(field)}`),
]);
const header = ['姓名', '手机', '标签', ...Array.from({ length: 60 }, (_, field) => `自定义:项目${String(field)}`)];

test('finds one of ten thousand tags wherever one is chosen, beside sixty fields of the shop’s own', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  const data = dataScreen(page);
  const isClean = async (): Promise<void> => {
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
  };
  const more = page.getByText(said('ui.moreToFind', { count: 9_799 }));

  await shell(page).goTo('data');
  await data.choose({ name: '大.csv', mimeType: 'text/csv', buffer: Buffer.from(csvFile([header, ...rows])) });
  await expect(data.preview).toBeVisible({ timeout: 60_000 });
  await data.tryOut();
  await data.write();

  await test.step('in the settings only those in view are drawn, and a part of the name finds the rest', async () => {
    await shell(page).goTo('settings');
    await settings.showPart('fields');
    await expect(settings.fields.getByRole('listitem')).toHaveCount(60);
    await settings.showPart('tags');
    await expect(settings.screen.getByText(said('tags.found', { count: 10_000 }))).toBeVisible();
    expect(await settings.screen.getByRole('listitem').count()).toBeLessThan(60);
    await isClean();
    await settings.screen.getByRole('searchbox', { name: said('tags.search') }).fill('0999');
    await expect(settings.screen.getByText(said('tags.found', { count: 11 }))).toBeVisible();
  });

  await test.step('a tag to merge into: some are offered, how many more is said, typing finds any', async () => {
    await settings.act(tagName(9_999), 'tags.merge', 'tags.more');
    await settings.dialog.getByRole('button', { name: /^另一个标签/ }).press('Enter');
    await expect(more).toBeVisible();
    await typeInBox(page, tagName(9_876));
    await expect(page.getByRole('option')).toHaveText([tagName(9_876)]);
    await expect(page.getByText(/输入几个字就能找到/)).toHaveCount(0);
    await list.press('ArrowDown', 'Enter');
    await settings.dialog.getByRole('button', { name: '合并', exact: true }).press('Enter');
    await expect(settings.screen.getByText(said('tags.found', { count: 10 }))).toBeVisible();
  });

  await test.step('a filter and a card find one too', async () => {
    await shell(page).goTo('customers');
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '标签');
    await list.pickAlso(builder.getByRole('button', { name: /^值/ }), tagName(9_876));
    await expect(builder.getByRole('status')).toHaveText('符合 2 位');
    await page.keyboard.press('Escape');
    await expect(customers.count).toHaveText('2 / 1,000');
    const { card } = await customers.open('客户0999');
    await isClean();
    await card.getByRole('button', { name: /^(?:填写|添加)标签$/ }).click();
    await typeInBox(page, tagName(1_234));
    await page.getByRole('option', { name: tagName(1_234) }).click();
    await expect(card.getByText(tagName(1_234))).toBeVisible();
  });
});
