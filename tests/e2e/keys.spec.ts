import { aKeychain } from '../helpers/ports.ts';
import { expect, expectNoSurprises, test } from './fixtures/app.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { createStandInApp } from './fixtures/stand-in-app.ts';
import { frontDoor } from './pages/front-door.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';

test('opens by the keychain once that is switched on, and by the passphrase alone when it is switched off', async ({
  host,
  app,
}) => {
  test.skip(host === 'electron', 'There the keychain is that of the machine');
  const { userDataDir, dataDir, filesDir } = app;
  const folders = { userDataDir, dataDir, filesDir };
  const look = { language: 'zh-CN', theme: 'light', windowSize: 'laptop' } as const;
  const own = createStandInApp(look, folders, { keychain: aKeychain() });
  const page = await safetyPage.begin(own, '张国强');
  const byItself = page.getByRole('switch', { name: '在这台电脑上自动打开' });
  await expect(byItself).not.toBeChecked();
  await byItself.press('Space');
  await expect(byItself).toBeChecked();
  expect(await findBarriers(page)).toEqual([]);
  await own.quit();

  const again = await own.launch();
  await shell(again).isOpen();
  await frontDoor.lock(again);
  await again.getByRole('button', { name: '用这台电脑的钥匙串打开' }).press('Enter');
  await shell(again).isOpen();
  await safetyPage.open(again);
  const switchedOn = again.getByRole('switch', { name: '在这台电脑上自动打开' });
  await switchedOn.press('Space');
  await expect(switchedOn).not.toBeChecked();
  await own.quit();
  const locked = await own.launch();
  await expect(locked.getByRole('heading', { name: '客簿已锁定' })).toBeVisible();
  await own.close();
  expectNoSurprises(own);
});

test('makes whoever guesses wait, counts down, and lets the right passphrase in afterwards', async ({ app }) => {
  const page = await safetyPage.begin(app);
  await frontDoor.lock(page);
  const button = page.getByRole('button', { name: /^(打开|正在打开…|请等 \d+ 秒再试)$/ });
  // A slow machine may let the first pauses pass.
  for (let guess = 1; guess <= 12 && !(await button.innerText()).includes('请等'); guess += 1) {
    await frontDoor.unlock(page, `不是这个 ${guess}`);
    await expect(page.getByText(/密码不对。档案没有改动|试得太快了/)).toBeVisible();
    await expect(button).not.toHaveText('正在打开…');
  }
  await expect(button).toHaveText(/请等 \d+ 秒再试/);
  await expect(button).toBeDisabled();
  expect(await findBarriers(page)).toEqual([]);
  await expect(button).toHaveText('打开', { timeout: 40_000 });
  await frontDoor.unlock(page);
  await shell(page).isOpen();
});
