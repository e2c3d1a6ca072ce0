import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damageFile } from '../helpers/damage-file.ts';
import { findReadable } from '../helpers/find-readable.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { expect, openShop, test } from './fixtures/shop.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { frontDoor } from './pages/front-door.ts';
import { typeInBox } from './pages/keyboard.ts';
import { relationsBlock } from './pages/relations-block.ts';
import { safetyPage } from './pages/safety-page.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

const canary = { name: '夐鑫龘', phone: '19876501234' };
/** In places of their own, each with a text that stands nowhere else. */
const canaries = {
  fileName: '龘靐合同',
  fileText: '齉龖定金七万',
  fieldLabel: '龗饢等级',
  fieldValue: '爨籱会员',
  relationNote: '纞虋远亲',
};

test('rebuilds a deleted database from the journal and tells so with numbers', async ({ shop, app }) => {
  const customers = await shell(shop).readCustomers();
  await shell(shop).goTo('customers');
  await customersScreen(shop).add(canary);
  await app.close();
  for (const dir of app.databaseDirs) await rm(dir, { recursive: true, force: true });

  const page = await openShop(app);
  const notice = await shell(page).readNotice();
  expect(notice).toContain('已从日志完整重建');
  expect(notice).toContain(`${(customers + 1).toLocaleString('en-US')} 位客户`);
  await shell(page).goTo('customers');
  await customersScreen(page).find(canary.phone, [canary.name]);
});

test('leaves no name, number, file, field or note readable on the disk after real work', async ({ shop, app }) => {
  // What the person keeps elsewhere is theirs.
  const own = await mkdtemp(join(tmpdir(), 'kebu-own-'));
  const paper = join(own, `${canaries.fileName}.txt`);
  await writeFile(paper, `${canaries.fileText}\n`.repeat(50));
  const settings = settingsPage(shop);
  await shell(shop).goTo('settings');
  await settings.showPart('fields');
  await settings.addField(canaries.fieldLabel, 'fields.type.text');
  await shell(shop).goTo('customers');
  const card = await customersScreen(shop).add(canary);
  await card.log(`${canary.name}来电，回电${canary.phone}`);
  await shell(shop).tells(/^已记下/);
  const files = filesBlock(shop, card.card);
  await files.choose(paper);
  await files.open(`${canaries.fileName}.txt`).click();
  await expect(files.preview.getByText(canaries.fileText).first()).toBeVisible();
  await shop.keyboard.press('Escape');
  await card.card.getByRole('button', { name: `填写${canaries.fieldLabel}` }).click();
  await typeInBox(shop, canaries.fieldValue);
  await shop.keyboard.press('Enter');
  await expect(card.card.getByText(canaries.fieldValue)).toBeVisible();
  const relations = relationsBlock(shop, card.card);
  await relations.fillIn({ find: '远房表舅', role: 'relation.friend' });
  await relations.dialog.getByRole('textbox', { name: said('relations.note') }).fill(canaries.relationNote);
  await relations.save();
  await rm(own, { recursive: true });
  await customersScreen(shop).search.fill(canary.name);
  await shop.keyboard.press('Control+k');
  await shop.getByRole('combobox').fill(canary.phone);
  await shop.keyboard.press('Escape');
  await safetyPage.open(shop);
  await safetyPage.prepareFolder(app, 'stick');
  await safetyPage.backUp(shop, 'stick');
  // A browser writes down its windows every few seconds.
  await shop.waitForTimeout(3000);
  await app.quit();
  const texts = [...Object.values(canary), ...Object.values(canaries)];
  const { files: looked, found } = await findReadable([app.userDataDir, app.filesDir], texts);
  expect(looked).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test('keeps what it had when the backup folder is full or must not be written to', async ({ shop, app }) => {
  const folder = join(app.filesDir, 'stick');
  await mkdir(folder);
  const mount = (options: string): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  };
  const unmount = (): void => {
    execFileSync('umount', [folder], { stdio: 'ignore' });
  };
  try {
    mount('size=96k');
  } catch {
    test.skip(true, 'No small disk can be made here');
  }
  try {
    await safetyPage.open(shop);
    app.dialogs.prepare({ question: 'folder', path: folder });
    await shop.getByRole('button', { name: '选文件夹并备份' }).click();
    await expect(
      shop
        .getByRole('main')
        .getByText(/没有足够的空间|空间不够|已满|满了/)
        .first(),
    ).toBeVisible();
    expect((await readdir(folder)).filter((name) => name.endsWith('.kebu'))).toEqual([]);
    expect(await findBarriers(shop)).toEqual([]);
    execFileSync('mount', ['-o', 'remount,ro,size=64m', folder], { stdio: 'ignore' });
    await shop.getByRole('button', { name: /立即备份|选文件夹并备份/ }).click();
    await expect(
      shop
        .getByRole('main')
        .getByText(/备份文件夹不允许写入/)
        .first(),
    ).toBeVisible();
  } finally {
    unmount();
  }
  await shell(shop).goTo('customers');
  await customersScreen(shop).add(canary);
});

test('begins with what is safe when the journal lost its end, saves a copy, and goes on from it', async ({
  shop,
  app,
}) => {
  const customers = await shell(shop).readCustomers();
  await app.close();
  const journal = join(app.dataDir, 'archive', 'journal');
  const older = join(app.filesDir, 'older');
  await cp(journal, older, { recursive: true });
  const page = await openShop(app);
  await shell(page).goTo('customers');
  await customersScreen(page).add(canary);
  await app.close();
  await rm(journal, { recursive: true });
  await cp(older, journal, { recursive: true });

  const again = await app.launch();
  await frontDoor.unlock(again);
  await expect(again.getByRole('heading', { name: '日志缺了一段，先不改动任何东西' })).toBeVisible();
  await expect(again.getByText(new RegExp(`数据库完好，到第 \\d+ 条（.+）`))).toContainText(
    `${(customers + 1).toLocaleString('en-US')} 位客户`,
  );
  expect(await findBarriers(again)).toEqual([]);
  const folder = await safetyPage.prepareFolder(app, 'stick');
  await again.getByRole('button', { name: '先存一份副本…' }).click();
  await expect(again.getByText(/副本已存好并核对过/)).toBeVisible();
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.kebu'));
  await again.getByRole('button', { name: '从备份恢复' }).click();
  app.dialogs.prepare({ question: 'backup-file', path: join(folder, name) });
  await again.getByRole('button', { name: '选择备份文件…' }).click();
  await again.getByRole('button', { name: '恢复这些内容' }).click();
  await shell(again).isOpen();
  expect(await shell(again).readNotice()).toContain('已从备份恢复');
  await expect.poll(() => shell(again).readCustomers()).toBe(customers + 1);
});

test('tells what is missing when database and journal are both damaged, and saves the journal as it lies', async ({
  shop,
  app,
}) => {
  await shell(shop).goTo('customers');
  await customersScreen(shop).add(canary);
  await app.close();
  const journal = join(app.dataDir, 'archive', 'journal');
  const last = join(journal, (await readdir(journal)).sort().at(-1) ?? '');
  await damageFile(last, 8);
  for (const dir of app.databaseDirs) await rm(dir, { recursive: true, force: true });

  const page = await app.launch();
  await frontDoor.unlock(page);
  await expect(page.getByRole('heading', { name: '日志末尾损坏，后面可能缺了几笔' })).toBeVisible();
  await expect(page.getByText(/日志到第 \d+ 条（.+）都在，记着 \d+ 位客户；之后损坏的/)).toBeVisible();
  await expect(page.getByText(/重建好的数据库到第 \d+ 条/)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  const target = join(app.filesDir, 'journal.tar');
  app.dialogs.prepare({ question: 'save-path', path: target });
  await page.getByRole('button', { name: '另存日志原件…' }).click();
  await expect(page.getByText('日志原件已存成 journal.tar')).toBeVisible();
  expect(execFileSync('tar', ['tf', target], { encoding: 'utf8' })).toMatch(/journal\/\d+\.journal\nkept-aside\//);
  expect((await findReadable([app.filesDir], Object.values(canary))).found).toEqual([]);
  await page.getByRole('button', { name: '用重建好的继续' }).click();
  await shell(page).isOpen();
  await shell(page).goTo('customers');
  await customersScreen(page).add({ name: '重新记下的' });
});
