import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/archive.ts';
import { findInjected, hostileTexts } from './fixtures/hostile.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { mergeDialog } from './pages/merge-dialog.ts';
import { relationsBlock } from './pages/relations-block.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

const { picture, script, closing } = hostileTexts;
/** As a file may be called. */
const fileName = '<img src=x onerror=window.injected=1>.txt';

test('shows what is typed into dialogs, and files that are called markup, as text', async ({ app, archive: page }) => {
  test.setTimeout(90_000);
  const frame = shell(page);
  const settings = settingsPage(page);
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const isClean = async (): Promise<void> => expect(await findInjected(page)).toEqual([]);

  await test.step('fields, their options and help, words and names of places', async () => {
    await frame.goTo('settings');
    await settings.showPart('fields');
    await settings.addField(picture, 'fields.type.text');
    await settings.addField('等级', 'fields.type.choice', [script, closing]);
    await settings.screen.getByRole('button', { name: '编辑: 等级' }).click();
    await settings.dialog.getByRole('textbox', { name: said('fields.help') }).fill(closing);
    await settings.dialog.getByRole('button', { name: said('ui.save') }).click();
    await expect(settings.line(picture)).toBeVisible();
    await isClean();
    await settings.showPart('words');
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '说法' }).fill(picture);
    await page.keyboard.press('Enter');
    await expect(settings.line(picture)).toBeVisible();
    await settings.screen.getByRole('radio', { name: '地区别名' }).click();
    await settings.screen.getByRole('button', { name: '新增' }).click();
    await settings.dialog.getByRole('textbox', { name: '叫法' }).fill(script);
    await settings.dialog.getByRole('textbox', { name: '指这些地区' }).fill(`浙江、${picture}`);
    await expect(settings.dialog.getByText(`找不到地区：${picture}`)).toBeVisible();
    await isClean();
    await page.keyboard.press('Escape');
  });

  await frame.goTo('customers');
  await (await customers.add({ name: `甲${picture}乙`, phone: '13955550001' })).close();
  const card = await customers.add({ name: `丁${script}五金有限公司`, phone: '13955550002' });
  await test.step('a contact person, a day, an address in parts, values of own fields', async () => {
    await card.showAllFacts();
    await card.people.add({ name: picture, title: script, phone: '13912345678' });
    await expect(card.people.names).toHaveText([new RegExp('^<img/src=x')]);
    await card.dates.add({ label: closing, date: '2020-05-06' });
    await expect(card.dates.values).toContainText(closing);
    const addresses = card.reach('field.addresses');
    await addresses.add('浙江省杭州市西湖区文三路1号', 'Enter');
    await addresses.choose(0, said('reach.parts'));
    for (const box of await page.getByRole('dialog').getByRole('textbox').all()) await box.fill(picture);
    await page.keyboard.press('Enter');
    await expect(addresses.values).toContainText(picture.slice(0, 12));
    await card.card.getByRole('button', { name: `填写${picture}` }).click();
    await page.keyboard.insertText(script);
    await page.keyboard.press('Enter');
    await expect(card.card.getByRole('button', { name: `修改${picture}: ${script}` })).toBeVisible();
    await isClean();
  });
  await test.step('a relation of a kind of one’s own, with a note', async () => {
    const relations = relationsBlock(page, card.card);
    await relations.fillIn({ find: picture, role: 'relation.friend' });
    await relations.dialog.getByRole('button', { name: said('relations.manageKinds') }).press('Enter');
    const kinds = page.getByRole('dialog', { name: said('relations.kinds') });
    await kinds.getByRole('textbox', { name: said('relations.kindName') }).fill(script);
    await kinds.getByRole('textbox', { name: said('relations.kindInverse') }).fill(picture);
    await page.keyboard.press('Enter');
    await expect(kinds.getByRole('listitem')).toContainText(`${script} ↔ ${picture}`);
    await isClean();
    await page.keyboard.press('Escape');
    await relations.dialog.getByRole('textbox', { name: said('relations.note') }).fill(closing);
    await relations.save();
    await expect(relations.row(picture)).toBeVisible();
    await isClean();
  });
  await test.step('a file: its name, its text, what is noted of it', async () => {
    const path = join(app.filesDir, fileName);
    await writeFile(path, `${script}\n${picture}\n`);
    const files = filesBlock(page, card.card);
    await files.choose(path);
    await files.open(fileName).click();
    await expect(files.preview.getByText(script)).toBeVisible();
    await isClean();
    await page.keyboard.press('Escape');
    await files.choosing(fileName, /名称与说明/);
    await settings.dialog.getByRole('textbox', { name: said('files.note') }).fill(closing);
    await settings.dialog.getByRole('button', { name: said('ui.save') }).click();
    await expect(files.block).toContainText(closing);
    await isClean();
  });
  await test.step('who becomes one with whom', async () => {
    const merging = mergeDialog(page);
    await merging.openInto('13955550001', /^甲/);
    await expect(merging.result('客户名称')).toContainText(/甲<img|丁<script/);
    await isClean();
    await page.keyboard.press('Escape');
    await card.close();
  });
  await test.step('a cell, a change of many, and what would be printed', async () => {
    await customers.sortBy('field.name');
    await list.grid.focus();
    await list.press('Home', 'ArrowRight', 'F2');
    await page.getByRole('textbox', { name: /^修改 .*的客户名称$/ }).fill(`丙${picture}`);
    await list.press('Enter', 'Escape');
    await expect(list.rowOf(`丙${picture}`)).toBeVisible();
    await list.press('Control+a');
    await list.say('bulk.edit');
    await list.pick(list.dialog.getByRole('button', { name: /^改哪一项/ }), '公司');
    await list.dialog.getByRole('textbox', { name: '改成' }).fill(script);
    await expect(list.dialog.getByRole('status')).toContainText('2 位会改变');
    await isClean();
    await page.keyboard.press('Enter');
    await expect(list.rowOf(`丙${picture}`)).toContainText(script);
    await list.say('print.open');
    await expect(list.dialog.getByText(`丙${picture}`).first()).toBeVisible();
    await isClean();
  });
});
