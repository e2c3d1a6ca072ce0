import { expect, test } from './fixtures/archive.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('locks by itself when nobody is there, and not before', async ({ archive: page }) => {
  // By itself it would begin at the time of the machine, days after the last key.
  await page.clock.install({ time: await page.evaluate(() => Date.now()) });
  await page.getByRole('button', { name: /后锁定/ }).click();
  await page.getByRole('menuitem', { name: '1 分钟不用就锁定' }).click();
  await page.clock.fastForward(40_000);
  await page.keyboard.press('ArrowDown');
  await page.clock.fastForward(40_000);
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.clock.fastForward(25_000);
  await expect(page.getByRole('heading', { name: '客簿已锁定' })).toBeVisible();
});

test('has every screen ready, locks, opens where it was, is worked by its keys, and tells what its parts are for', async ({
  archive: page,
}) => {
  await test.step('has every screen ready beside the one that is shown, where nobody comes upon it', async () => {
    const standing = page.getByRole('main', { includeHidden: true });
    await expect(standing).toHaveCount(7);
    await page.keyboard.press('Alt+5');
    await expect(page.getByRole('main')).toHaveAccessibleName('数据');
    // What is set aside keeps its layout, which coming back would wait for.
    const laidOut = () =>
      standing.evaluateAll((screens) => screens.filter((screen) => screen.getBoundingClientRect().width > 0).length);
    await expect.poll(laidOut).toBe(7);
    // Each says something else now, and each is hidden anew for it.
    await shell(page).setPreferences({ language: 'en' });
    await expect.poll(laidOut).toBe(7);
    await shell(page).setPreferences({ language: 'zh-CN' });
    await expect.poll(laidOut).toBe(7);
    await page.keyboard.press('Alt+5');

    // Where the keyboard is: on the screen, on what surrounds it, or on nothing.
    const focused = () => page.evaluate(() => document.activeElement?.closest('main')?.ariaLabel ?? '');
    const stops = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      stops.add(await focused());
    }
    expect([...stops].sort()).toEqual(['', '数据']);
    // A key of the list, which is not shown.
    await page.keyboard.press('/');
    expect(['', '数据']).toContain(await focused());

    await frontDoor.lock(page);
    await expect(standing).toHaveCount(1);
    await expect(page.getByText('数据')).toHaveCount(0);
  });
  await frontDoor.unlock(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  await test.step('locks, refuses a wrong passphrase, and opens with the right one where it was', async () => {
    await page.keyboard.press('Alt+7');
    await expect(page).toHaveTitle('设置 · 客簿');
    await frontDoor.lock(page);
    await expect(page).toHaveTitle('客簿');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    expect(await findBarriers(page)).toEqual([]);
    await frontDoor.unlock(page, 'not the passphrase at all');
    await expect(page.getByText('密码不对。')).toBeVisible();
    await frontDoor.unlock(page);
    await expect(page).toHaveTitle('设置 · 客簿');
  });
  await page.keyboard.press('Alt+1');
  await test.step('hides everything behind the curtain at one key', async () => {
    await page.keyboard.press('F9');
    await expect(page.getByRole('main', { name: '已遮住' })).toBeVisible();
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page).toHaveTitle('客簿');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('F9');
    await expect(page.getByRole('navigation')).toBeVisible();
  });
  await test.step('goes anywhere from the palette by pinyin initials, and leaves Enter to the input method', async () => {
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: /找客户/ });
    await expect(box).toBeFocused();
    expect(await findBarriers(page)).toEqual([]);

    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'sz', selectionStart: 2, selectionEnd: 2 });
    const processed = { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await input.send('Input.dispatchKeyEvent', processed);
    await expect(box).toBeFocused();
    await input.send('Input.insertText', { text: '' });

    await box.fill('sz');
    await expect(page.getByRole('option', { selected: true })).toContainText('设置');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle('设置 · 客簿');
  });
  await test.step('saves once at Ctrl+Enter, takes it back with Ctrl+Z and puts it back', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('欧阳明月');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '新客户' });
    await expect(dialog.getByRole('textbox').first()).toHaveValue('欧阳明月');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('status')).toHaveText('这次已录 1 位');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const count = page.getByRole('contentinfo', { name: '状态' }).getByRole('button', { name: /位客户/ });
    await expect(count).toHaveText('1 位客户');
    await page.keyboard.press('Control+z');
    await expect(count).toHaveText('0 位客户');
    await page.keyboard.press('Control+Shift+Z');
    await expect(count).toHaveText('1 位客户');
  });
  await test.step('lists the keys of the screen and those that work everywhere', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page).toHaveTitle('今日 · 客簿');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    await expect(sheet.getByText('立即锁定')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });
  await test.step('shows what the search understands, and tries it', async () => {
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    await sheet.getByRole('button', { name: '未联系>90天' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('searchbox', { name: said('customers.search') })).toHaveValue('未联系>90天');
  });
  await test.step('tells what a button without words is for, to the pointer and to the keyboard', async () => {
    const tooltip = page.getByRole('tooltip');
    const calendar = page.getByRole('navigation').getByRole('button', { name: '日历' });
    await calendar.hover();
    await expect(tooltip).toHaveText(/^日历\s*Alt/);
    // Whoever reads along a row does not wait again.
    const waited = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let since = Infinity;
          addEventListener('pointerover', () => (since = Math.min(since, performance.now())), { capture: true });
          new MutationObserver(() => {
            const said = document.querySelector('[role=tooltip]')?.textContent ?? '';
            if (said.startsWith('数据')) resolve(performance.now() - since);
          }).observe(document.body, { childList: true, subtree: true });
        }),
    );
    await page.getByRole('navigation').getByRole('button', { name: '数据' }).hover();
    expect(await waited).toBeLessThan(450);
    await page.mouse.move(600, 300);
    await expect(tooltip).toHaveCount(0);

    await calendar.focus();
    await page.keyboard.press('Tab');
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tooltip).toHaveCount(0);
  });
  await test.step('proves each part of the status line', async () => {
    const status = page.getByRole('contentinfo', { name: '状态' });
    for (const [part, proof] of [
      ['已保存', '最近的改动'],
      ['离线', '客簿不联网'],
    ] as const) {
      await status.getByRole('button', { name: part }).click();
      await expect(page.getByRole('dialog', { name: proof })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await status.getByRole('button', { name: /后锁定/ }).click();
    await page.getByRole('menuitem', { name: '1 分钟不用就锁定' }).click();
    await expect(status.getByRole('button', { name: /0:[0-5]\d 后锁定|1:00 后锁定/ })).toBeVisible();
  });
});

for (const [language, theme, windowSize] of [
  ['zh-CN', 'light', 'laptop'],
  ['en', 'dark', 'desktop'],
] as const) {
  test.describe(`every screen in ${language}, ${theme}`, () => {
    test.use({ language, theme, windowSize });

    test('shows an empty archive without a barrier', async ({ archive: page }) => {
      const rail = page.getByRole('navigation', { name: /主导航|Main navigation/ });
      for (const item of await rail.getByRole('button').all()) {
        await item.click();
        await expect(item).toHaveAttribute('aria-current', 'page');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await findBarriers(page), (await item.textContent()) ?? '').toEqual([]);
      }
    });
  });
}
