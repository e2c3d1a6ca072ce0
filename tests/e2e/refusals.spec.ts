import type { Page } from 'playwright/test';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { expectNoSurprises } from './fixtures/app.ts';
import { expect, test } from './fixtures/archive.ts';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { createStandInApp } from './fixtures/stand-in-app.ts';
import { customerCard } from './pages/customer-card.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { mergeDialog } from './pages/merge-dialog.ts';
import { relationsBlock } from './pages/relations-block.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

const mib = 1024 ** 2;
/** What happened, what is safe, what to do. */
const refusal = /磁盘只剩 299 MB，客簿先不写了.*之前保存的都在，这次没有改动.*请腾出空间/;

/** Reads what was said, and puts it aside, so that the next refusal is seen to say it too. */
async function isTold(page: Page): Promise<void> {
  await expect(shell(page).toasts.getByText(refusal)).toBeVisible();
  await shell(page).settles();
  await expect(shell(page).toasts.getByText(refusal)).toHaveCount(0);
}

test('keeps every dialog open with what was chosen in it while nothing can be written, and says why', async ({
  host,
  app,
  language,
  theme,
  windowSize,
}) => {
  test.skip(host === 'electron', 'Its disk cannot be filled');
  let freeMib = 5_000;
  const files = { ...nodeFileSystem, freeBytes: () => Promise.resolve(freeMib * mib) };
  const { userDataDir, dataDir, filesDir } = app;
  const own = createStandInApp({ language, theme, windowSize }, { userDataDir, dataDir, filesDir }, { files });
  const page = await own.launch();
  await frontDoor.open(page);
  const frame = shell(page);
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const settings = settingsPage(page);
  /** What was measured before is believed for a second. */
  const haveFree = async (sizeMib: number): Promise<void> => {
    freeMib = sizeMib;
    await page.waitForTimeout(1_100);
  };

  for (const [name, phone] of [
    ['安一 #展会', '13955550001'],
    ['贝二 #展销', '13955550002'],
  ]) {
    await page.keyboard.press('n');
    await customers.line.fill(`${name} ${phone}`);
    await page.keyboard.press('Enter');
    await expect(customers.form).toBeHidden();
    await page.keyboard.press('Escape');
  }
  await frame.goTo('settings');
  await settings.showPart('fields');
  await settings.addField('面积', 'fields.type.text');
  await haveFree(299);

  await test.step('another type for a field, two tags that become one, a word for a list', async () => {
    await settings.act('面积', 'fields.retype');
    await settings.choose('fields.newType', 'fields.type.number');
    await settings.dialog.getByRole('button', { name: '改为数字' }).click();
    await isTold(page);
    await expect(settings.dialog.getByRole('button', { name: '改为数字' })).toBeEnabled();
    await page.keyboard.press('Escape');
    await settings.showPart('tags');
    await settings.act('展会', 'tags.merge', 'tags.more');
    await list.pick(settings.dialog.getByRole('button', { name: /^另一个标签/ }), '展销');
    await settings.dialog.getByRole('button', { name: '合并', exact: true }).click();
    await isTold(page);
    await expect(settings.dialog.getByRole('status')).toContainText('1 位客户的“展会”会变成“展销”');
    await page.keyboard.press('Escape');
    await settings.showPart('words');
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '说法' }).fill('茶博会');
    await page.keyboard.press('Enter');
    await isTold(page);
    await expect(settings.dialog.getByRole('textbox', { name: '说法' })).toHaveValue('茶博会');
    await page.keyboard.press('Escape');
  });

  await frame.goTo('customers');
  await test.step('a relation, and a customer who is another one', async () => {
    const { card } = await customers.open('安一');
    const relations = relationsBlock(page, card);
    await relations.fillIn({ find: '贝二', take: '贝二', role: 'relation.friend' });
    await relations.dialog.getByRole('button', { name: said('ui.save') }).press('Enter');
    await isTold(page);
    await expect(relations.dialog.getByRole('status')).toContainText(/贝二.*安一/);
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
    await relations.dialog.getByRole('button', { name: said('ui.cancel') }).press('Enter');
    const merging = mergeDialog(page);
    await merging.openInto('13955550002', /贝二/);
    await merging.choose('客户名称', '安一').press('Space');
    await merging.dialog.getByRole('button', { name: said('merge.merge') }).press('Enter');
    await isTold(page);
    await expect(merging.result('客户名称')).toHaveText('安一');
    await page.keyboard.press('Escape');
    await customerCard(page, '安一').close();
  });

  await test.step('a list that is to be kept', async () => {
    await customers.sortBy('field.name');
    await customers.screen.getByRole('button', { name: said('views.saveNew') }).click();
    await list.dialog.getByRole('textbox', { name: said('views.name') }).fill('按名字');
    await page.keyboard.press('Enter');
    await isTold(page);
    await expect(list.dialog.getByRole('textbox', { name: said('views.name') })).toHaveValue('按名字');
    await page.keyboard.press('Escape');
  });

  await test.step('cells that were pasted; they come in by the same button once there is room', async () => {
    await list.grid.focus();
    await list.press('Control+Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown');
    await list.paste('136 0013 6001');
    const apply = list.dialog.getByRole('button', { name: said('bulk.applyCells', { count: 2 }) });
    await apply.press('Enter');
    await isTold(page);
    await expect(list.dialog.getByRole('status')).toHaveText('2 格会改变');
    expect(await customers.readColumn('phone')).toEqual(['139 5555 0001', '139 5555 0002']);
    await haveFree(900);
    await apply.press('Enter');
    await expect.poll(() => customers.readColumn('phone')).toEqual(['136 0013 6001', '136 0013 6001']);
    await list.press('Escape', 'Escape');
  });

  await test.step('a change of many', async () => {
    await haveFree(299);
    await list.grid.focus();
    await list.press('Control+a');
    await list.say('bulk.edit');
    await list.dialog.getByRole('textbox', { name: '改成' }).fill('五金');
    const apply = list.dialog.getByRole('button', { name: said('bulk.apply', { count: 2 }) });
    await apply.press('Enter');
    await isTold(page);
    await expect(list.dialog.getByRole('textbox', { name: '改成' })).toHaveValue('五金');
    await haveFree(900);
    await apply.press('Enter');
    await frame.tells(said('bulk.done', { count: 2 }));
  });
  freeMib = 5_000;
  await own.close();
  expectNoSurprises(own);
});
