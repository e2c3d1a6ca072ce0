import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSampleFiles, sampleNames } from '../samples/files.ts';
import { expect, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('keeps the files of a customer: added in every way, looked at, changed, saved, backed up', async ({
  shop,
  app,
}) => {
  const paths = writeSampleFiles(join(app.filesDir, 'own'));
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  const card = await customers.add({ name: '闻人静', phone: '13900000001' });
  const files = filesBlock(shop, card.card);
  await expect(files.block).toContainText('把文件拖到这里');

  await test.step('chosen, dropped on the card, pasted', async () => {
    await files.choose(paths.pdf, paths.text, paths.program);
    await expect(shop.getByText('已给 闻人静 添加 3 个文件')).toBeVisible();
    await files.drop(paths.picture);
    await files.expectNames(sampleNames.pdf, sampleNames.text, sampleNames.program, sampleNames.picture);
    await files.paste(paths.picture);
    await expect(shop.getByText(/^截图 .* 已经在这里了$/)).toBeVisible();
    await expect(files.block.getByRole('img')).toHaveCount(0);
  });
  await test.step('what cannot be taken is told by name, and nothing else is lost', async () => {
    await files.choose(paths.empty, paths.large);
    await expect(shop.getByText(/没有添加 空白\.docx：这个文件是空的/)).toBeVisible();
    await expect(shop.getByText(/没有添加 产品视频\.mp4：这个文件超过 100 MB/)).toBeVisible();
    await expect(files.block.getByRole('listitem')).toHaveCount(4);
  });
  await test.step('a picture, then by the keyboard to its neighbours: a program that pretends, a text in GBK, a PDF', async () => {
    await files.open(sampleNames.picture).click();
    const { preview } = files;
    await expect(preview.getByRole('img', { name: sampleNames.picture })).toHaveJSProperty('naturalWidth', 960);
    const seen: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await shop.keyboard.press('ArrowRight');
      await expect(preview.getByRole('heading', { level: 2 })).not.toHaveText(seen.at(-1) ?? sampleNames.picture);
      seen.push((await preview.getByRole('heading', { level: 2 }).textContent()) ?? '');
      if (seen.at(-1) === sampleNames.program) {
        await expect(preview).toContainText('名字像“PDF”，内容却是“程序”');
        await expect(preview.getByRole('button', { name: /用别的程序打开/ })).toHaveCount(0);
      } else if (seen.at(-1) === sampleNames.text) {
        await expect(preview.getByText('送货地址：杭州市西湖区文三路 9 号')).toBeVisible();
        await expect(preview).toContainText('GB18030');
      } else {
        await expect(preview).toContainText('第 1 / 2 页');
        await expect(preview.locator('canvas')).toBeVisible();
        await preview.getByRole('button', { name: '下一页' }).click();
        await expect(preview).toContainText('第 2 / 2 页');
      }
    }
    expect(seen.toSorted()).toEqual([sampleNames.pdf, sampleNames.program, sampleNames.text].toSorted());
    await shop.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });
  await test.step('renamed, pinned, removed and put back', async () => {
    await files.choosing(sampleNames.picture, /名称与说明/);
    await shop.getByRole('textbox', { name: '文件名' }).fill('门头.png');
    await shop.getByRole('textbox', { name: '说明' }).fill('十一月拍的');
    await shop.keyboard.press('Enter');
    await files.choosing('门头.png', /^置顶$/);
    await expect(files.block.getByRole('listitem').first()).toContainText('十一月拍的');
    await files.choosing(sampleNames.text, /^移除$/);
    await expect(files.open(sampleNames.text)).toBeHidden();
    await files.block.getByRole('button', { name: '移除的文件（1）' }).click();
    await files.block.getByRole('button', { name: `放回 ${sampleNames.text}` }).click();
    await files.expectNames(sampleNames.text);
    await shop.keyboard.press('Control+z');
    await expect(files.open(sampleNames.text)).toBeHidden();
    await shop.keyboard.press('Control+Shift+z');
    await files.expectNames(sampleNames.text);
  });
  await test.step('a picture whose file ends too early says so', async () => {
    const path = join(app.filesDir, '半张.png');
    const whole = readFileSync(paths.picture);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    await files.choose(path);
    await files.open('半张.png').click();
    await expect(files.preview.getByText(said('files.cutPicture'))).toBeVisible();
    await shop.keyboard.press('Escape');
    await files.open('门头.png').click();
    await expect(files.preview.getByRole('img')).toBeVisible();
    await expect(files.preview.getByText(said('files.cutPicture'))).toBeHidden();
    await shop.keyboard.press('Escape');
    await files.choosing('半张.png', /^移除$/);
    await expect(files.open('半张.png')).toBeHidden();
  });
  await test.step('and so does one that is damaged in the middle', async () => {
    const path = join(app.filesDir, '坏点.png');
    const bytes = readFileSync(paths.picture);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(path, bytes);
    await files.choose(path);
    await files.open('坏点.png').click();
    await expect(files.preview.getByText(said('files.damagedPicture'))).toBeVisible();
    await shop.keyboard.press('Escape');
    await files.choosing('坏点.png', /^移除$/);
    await expect(files.open('坏点.png')).toBeHidden();
  });
  await test.step('saved elsewhere as it came', async () => {
    const path = join(app.filesDir, '存出来.pdf');
    app.dialogs.prepare({ question: 'save-path', path });
    await files.choosing(sampleNames.pdf, /另存为/);
    await expect(shop.getByText('已保存为 存出来.pdf')).toBeVisible();
    expect(readFileSync(path).equals(readFileSync(paths.pdf))).toBe(true);
    app.dialogs.prepare({ question: 'confirm', yes: false });
    await files.choosing(sampleNames.pdf, /用别的程序打开/);
    await expect.poll(() => app.dialogs.left().length).toBe(0);
  });
  await test.step('in the timeline', async () => {
    await card.timeline.getByRole('radio', { name: '文件' }).click({ force: true });
    await expect(card.timeline.getByText('添加文件：门头.png')).toBeVisible();
  });
  await test.step('what was removed is let go by hand, once it was said what that means', async () => {
    await safetyPage.open(shop);
    const bin = shop.getByText(/^另有 2 个在回收站/);
    await bin.getByRole('button', { name: said('storage.empty') }).press('Enter');
    const dialog = shop.getByRole('alertdialog', { name: said('storage.empty.title') });
    await expect(dialog).toContainText('2 个移除的文件');
    await dialog.getByRole('button', { name: said('storage.empty.do') }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(bin).toBeHidden();
  });
  await test.step('backed up with everything else, and read back', async () => {
    await safetyPage.open(shop);
    await safetyPage.prepareFolder(app, 'U盘');
    await safetyPage.backUp(shop, 'U盘');
  });
});
