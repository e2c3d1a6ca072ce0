import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/archive.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { frontDoor, nextPassphrase, passphrase } from './pages/front-door.ts';
import { safetyPage } from './pages/safety-page.ts';

test('asks for a folder, backs up and proves it, says when it is gone, and refuses what is no whole backup', async ({
  app,
}) => {
  const page = await safetyPage.begin(app);
  await test.step('backs up nothing when no folder was chosen', async () => {
    app.dialogs.prepare({ question: 'folder', path: null });
    await page.getByRole('button', { name: '选文件夹并备份' }).click();
    await expect.poll(() => app.dialogs.left()).toEqual([]);
    await expect(safetyPage.headline(page)).toHaveText('还没有备份');
  });
  await test.step('asks for a folder, backs up, and proves it', async () => {
    await safetyPage.addCustomer(page, '张国强');
    await safetyPage.open(page);
    await expect(safetyPage.headline(page)).toHaveText('还没有备份');
    expect(await findBarriers(page)).toEqual([]);

    const folder = await safetyPage.prepareFolder(app, '黑色闪迪');
    await safetyPage.backUp(page, '黑色闪迪');
    const [name] = (await readdir(folder)).filter((file) => file.endsWith('.kebu'));
    const backup = safetyPage.backups(page).filter({ hasText: '黑色闪迪' });
    await expect(backup).toHaveCount(1);
    await backup.getByRole('button', { name: /已核对/ }).click();
    const proof = page.getByRole('dialog', { name: /凭据/ });
    await expect(proof).toContainText(name ?? 'no backup was written');
    await expect(proof).toContainText('客户1');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('contentinfo').getByText('备份 刚刚（已核对）')).toBeVisible();
  });
  await test.step('says that the folder is gone, and takes another', async () => {
    const stick = join(app.filesDir, '黑色闪迪');
    await rename(stick, `${stick} elsewhere`);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(safetyPage.headline(page)).toHaveText('备份文件夹不在');
    await expect(page.getByText('里面最近的一份：刚刚，当时核对过。')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);

    await safetyPage.prepareFolder(app, 'other');
    await safetyPage.backUp(page, 'other');
    const folders = page.getByRole('region', { name: '备份放在哪里' });
    await folders.getByRole('button', { name: '不再备份到“黑色闪迪”' }).click();
    await expect(folders.getByText('黑色闪迪')).toBeHidden();
  });
  await test.step('refuses what is no whole backup, and changes nothing', async () => {
    const folder = join(app.filesDir, 'other');
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.kebu'));
    const whole = await readFile(join(folder, name));

    const refusals: [file: string, make: (path: string) => Promise<void>, sentence: RegExp][] = [
      [
        'flipped.kebu',
        async (path) => {
          const bytes = Buffer.from(whole);
          const at = bytes.length - 4096;
          bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
          await writeFile(path, bytes);
        },
        /损坏或不完整/,
      ],
      [
        'cut.kebu',
        async (path) => {
          await copyFile(join(folder, name), path);
          await truncate(path, whole.length - 2000);
        },
        /损坏或不完整|不是客簿的备份/,
      ],
      [
        'newer.kebu',
        (path) => writeFile(path, whole.toString('latin1').replace('"version": 1,', '"version": 9,'), 'latin1'),
        /要用客簿 .+ 或更新的版本打开（格式 9）。没有任何改动，请先升级/,
      ],
      ['picture.kebu', (path) => writeFile(path, '\u0089PNG\r\n\u001a\n not a backup'), /不是客簿的备份|损坏或不完整/],
      ['empty.kebu', (path) => writeFile(path, ''), /不是客簿的备份|损坏或不完整/],
    ];
    const dialog = safetyPage.restoreDialog(page);
    for (const [file, make, sentence] of refusals) {
      const path = join(app.filesDir, file);
      await make(path);
      await safetyPage.chooseFile(app, page, path);
      await expect(dialog.getByRole('alert')).toContainText('没有恢复，档案一点没动');
      await expect(dialog.getByRole('alert')).toContainText(sentence);
    }
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('contentinfo').getByText('1 位客户')).toBeVisible();
  });
});

test('restores what was, after showing what will change, and back again', async ({ app }) => {
  const page = await safetyPage.begin(app, '张国强');
  await safetyPage.prepareFolder(app, 'stick');
  await safetyPage.backUp(page, 'stick');
  await safetyPage.addCustomer(page, '曾丽华');
  await safetyPage.open(page);
  await expect(page.getByText('之后又有改动，下次备份会带上。')).toBeVisible();

  await safetyPage.backups(page).filter({ hasText: 'stick' }).getByRole('button', { name: /^恢复/ }).click();
  const row = safetyPage.restoreDialog(page).getByRole('row', { name: /^客户/ });
  await expect(row).toHaveText('客户21少 1');
  expect(await findBarriers(page)).toEqual([]);
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('1 位客户')).toBeVisible();

  // The state before the restore lies among the snapshots.
  await safetyPage.open(page);
  const before = safetyPage.backups(page).filter({ hasText: '本机快照' }).filter({ hasText: '2 条' });
  await before.getByRole('button', { name: /^恢复/ }).click();
  await expect(row).toHaveText('客户12多 1');
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('2 位客户')).toBeVisible();
});

test('opens the backup of another archive with its own passphrase only', async ({ app }) => {
  const other = await safetyPage.begin(app, '张国强', '曾丽华');
  const folder = await safetyPage.prepareFolder(app, 'stick');
  await safetyPage.backUp(other, 'stick');
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.kebu'));
  await app.close();
  await rm(app.userDataDir, { recursive: true, force: true });

  const page = await safetyPage.begin(app);
  await safetyPage.chooseFile(app, page, join(folder, name));
  const dialog = safetyPage.restoreDialog(page);
  await expect(dialog.getByText('这是另一个档案的备份')).toBeVisible();
  await dialog.getByLabel('密码', { exact: true }).fill('不是这个密码 but long enough');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('密码或纸质密钥打不开这个备份。没有任何改动。')).toBeVisible();
  await dialog.getByLabel('密码', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: /^客户/ })).toHaveText('客户02多 2');
  await safetyPage.restore(page);
  await expect(page.getByRole('contentinfo').getByText('2 位客户')).toBeVisible();
});

test('takes one change of the list back, is reached from the palette, and changes the passphrase', async ({ app }) => {
  const page = await safetyPage.begin(app, '张国强', '曾丽华');
  await test.step('lists every change and takes one back', async () => {
    const created = safetyPage.changes(page).filter({ hasText: '新增客户' });
    await expect(created).toHaveCount(2);
    await created.filter({ hasText: '曾丽华' }).getByRole('button', { name: '撤销：新增客户' }).click();
    await expect(page.getByRole('contentinfo').getByText('1 位客户')).toBeVisible();
    await created.filter({ hasText: '张国强' }).getByRole('button', { name: '张国强' }).click();
    await expect(page.getByRole('heading', { name: '张国强' })).toBeVisible();
  });
  await test.step('is reached from the palette, and starts what was asked for there', async () => {
    await page.keyboard.press('Alt+1');
    await safetyPage.prepareFolder(app, 'stick');
    await page.keyboard.press('Control+K');
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .or(page.getByRole('dialog').getByRole('searchbox'))
      .fill('ljbf');
    await page.keyboard.press('Enter');
    await expect(safetyPage.headline(page)).toHaveText('已备份并核对 · 刚刚');
  });
  await test.step('changes the passphrase for who knows the old one', async () => {
    await page.getByRole('button', { name: '更改密码…' }).click();
    const dialog = page.getByRole('dialog', { name: '更改密码' });
    const change = dialog.getByRole('button', { name: '更改密码', exact: true });
    await dialog.getByLabel('现在的密码').fill('不是这个 at all');
    await dialog.getByLabel('新密码', { exact: true }).fill('password123');
    await dialog.getByLabel('再输一次新密码').fill('password123');
    await expect(change).toBeDisabled();
    await dialog.getByLabel('新密码', { exact: true }).fill(nextPassphrase);
    await change.click();
    await expect(dialog.getByText('两次输入的不一样。')).toBeVisible();
    await dialog.getByLabel('再输一次新密码').fill(nextPassphrase);
    await change.click();
    await expect(dialog.getByText(/密码不对。档案没有改动/)).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByLabel('现在的密码').fill(passphrase);
    await change.click();
    await expect(dialog).toBeHidden();

    await page.getByRole('button', { name: '立即锁定' }).click();
    await expect(page.getByRole('heading', { name: '客簿已锁定' })).toBeVisible();
    await frontDoor.unlock(page, passphrase);
    await expect(page.getByText(/密码不对。档案没有改动/)).toBeVisible();
    await frontDoor.unlock(page, nextPassphrase);
    await expect(page.getByRole('navigation')).toBeVisible();
  });
});

test.describe('in English and in the dark', () => {
  test.use({ language: 'en', theme: 'dark', windowSize: 'desktop' });

  test('says the same', async ({ app }) => {
    const page = await safetyPage.begin(app, 'Mary Brown');
    await safetyPage.prepareFolder(app, 'stick');
    await safetyPage.backUp(page, 'stick');
    await expect(safetyPage.headline(page)).toHaveText('Backed up just now, verified');
    expect(await findBarriers(page)).toEqual([]);
  });
});
