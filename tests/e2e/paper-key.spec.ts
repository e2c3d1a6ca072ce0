import { expect, test } from './fixtures/app.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { frontDoor, nextPassphrase, passphrase } from './pages/front-door.ts';

test('opens with the paper key as people type it, and offers a new passphrase', async ({ app }) => {
  const page = await app.launch();
  const groups = await frontDoor.enter(page);
  await frontDoor.lock(page);
  await page.getByRole('button', { name: '改用纸质密钥' }).click();
  await page.getByLabel('纸质密钥').fill(groups.join(' ').toLowerCase());
  await page.keyboard.press('Enter');
  await test.step('a new passphrase is offered to whoever forgot the old one, and opens from then on', async () => {
    const offer = page.getByRole('dialog', { name: '要设一个新密码吗？' });
    await offer.getByLabel('新密码', { exact: true }).fill(nextPassphrase);
    await offer.getByLabel('再输一次新密码').fill(`${nextPassphrase}!`);
    await page.keyboard.press('Enter');
    await expect(offer.getByText('两次输入的不一样。')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await offer.getByLabel('再输一次新密码').fill(nextPassphrase);
    await page.keyboard.press('Enter');
    await expect(offer).toBeHidden();
    await frontDoor.lock(page);
    await frontDoor.unlock(page);
    await expect(page.getByText(/密码不对。/)).toBeVisible();
    await frontDoor.unlock(page, nextPassphrase);
    await expect(page.getByRole('navigation')).toBeVisible();
    await expect(offer).toBeHidden();
  });
});

test('shows the paper key after the passphrase, and lets it be confirmed', async ({ app }) => {
  const page = await app.launch();
  const groups = await frontDoor.createArchive(page);
  await test.step('its print-out is one page with the key as text and as a square, and nothing else', async () => {
    const paper = page.locator('[data-printed]');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('main')).toBeHidden();
    await expect(paper.locator('ol code')).toHaveText(groups);
    await expect(paper).toContainText(`AGE-SECRET-KEY-1${groups.join('')}`);
    const square = await paper.locator('svg').boundingBox();
    // Millimetres, large enough for any camera.
    expect((square?.width ?? 0) / (96 / 25.4)).toBeGreaterThan(40);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
  });
  await page.getByRole('button', { name: '以后再确认' }).click();
  await frontDoor.declineFirstCustomer(page);
  await page.getByRole('button', { name: '纸质密钥未确认' }).click();
  const dialog = page.getByRole('dialog', { name: '纸质密钥' });
  await dialog.getByLabel('密码', { exact: true }).fill('不是这个密码');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/密码不对/)).toBeVisible();
  await dialog.getByLabel('密码', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('img', { name: '纸质密钥的二维码' })).toBeVisible();
  expect(await dialog.locator('ol code').allTextContents()).toEqual(groups);
  expect(await findBarriers(page)).toEqual([]);
  await frontDoor.typeGroups(dialog, groups);
  await dialog.getByRole('button', { name: '确认抄好了' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已确认抄好')).toBeVisible();
  await expect(page.getByRole('button', { name: '纸质密钥未确认' })).toBeHidden();
});
