import type { Locator } from 'playwright/test';
import { expect, test } from './fixtures/app.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';

test('understands operators in plain words, and offers how they go on', async ({ app }) => {
  const page = await app.launch();
  const customers = customersScreen(page);
  await frontDoor.enterBy(page);
  const lines = ['张三 13800138001 #展会 杭州市西湖区文三路1号', '李四 13800138002 #展会 宁波市', '王五 13800138003'];
  for (const line of lines) {
    await customers.line.fill(line);
    await customers.line.press('Control+Enter');
    await expect(customers.line).not.toHaveValue(line);
  }
  await page.keyboard.press('Escape');
  await expect(customers.count).toHaveText('3 位');

  for (const [typed, names] of [
    ['地区:杭州', ['张三']],
    ['region:Hangzhou', ['张三']],
    ['标签:展会 -地区:杭州', ['李四']],
    ['三 标签:展会', ['张三']],
    ['未联系>90天 8003', ['王五']],
    ['800 -王 -li', ['张三']],
    // Parts of their codes.
    ['00002', ['李四']],
    ['c-20 00003', ['王五']],
  ] as const) {
    await test.step(`“${typed}”`, () => customers.find(typed, names));
  }
  await test.step('the letters that were found are marked', async () => {
    await customers.find('zhang三 8001', ['张三']);
    await expect.poll(() => customers.markedLetters()).toEqual(['张三']);
    await customers.find('8003', ['王五']);
    await expect.poll(() => customers.markedLetters()).toEqual(['8003']);
  });
  await test.step('the choices of an operator are offered under the box', async () => {
    await customers.search.fill('标');
    await expect(customers.suggestions).toHaveText([/^标签:/]);
    await customers.search.press('Tab');
    await expect(customers.search).toHaveValue('标签:');
    await expect(customers.suggestions).toHaveText([/^标签:展会/]);
    await customers.search.press('ArrowDown');
    await customers.search.press('Enter');
    await expect(customers.search).toHaveValue('标签:展会');
    await expect(customers.suggestions).toHaveCount(0);
    await expect(customers.count).toHaveText('2 / 3');
  });
  await test.step('Enter puts it among the conditions of the list', async () => {
    await customers.search.press('Enter');
    await expect(customers.search).toHaveValue('');
    await expect(customers.screen.getByRole('button', { name: /移除 .*展会/ })).toBeVisible();
    await expect(customers.count).toHaveText('2 / 3');
  });
  await test.step('a key that ends what an input method composes empties nothing', async () => {
    await customers.search.fill('');
    await customers.search.focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 });
    const processed = { type: 'rawKeyDown', key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 229 } as const;
    await input.send('Input.dispatchKeyEvent', processed);
    await expect(customers.search).toHaveValue('zhang');
    await input.send('Input.insertText', { text: '张' });
    await expect(customers.search).toHaveValue('张');
  });
  await test.step('Enter opens the card of the best hit, and Enter again goes into it', async () => {
    await customers.find('zs', ['张三']);
    // It is drawn before it is asked for, where nobody sees it and no key goes.
    const ahead = page.locator('article', { hasText: '张三' });
    await expect(ahead).toHaveCount(1);
    await expect(ahead).toBeHidden();
    await customers.search.press('Enter');
    const { card } = customerCard(page, '张三');
    await expect(card).toBeVisible();
    await expect(customers.search).toBeFocused();
    await customers.search.press('Enter');
    await expect(card).toBeFocused();
  });
  await test.step('the caret is gone with the box, and stays in a text that can be selected', async () => {
    const carets = () => page.evaluate(() => getSelection()?.rangeCount);
    await expect.poll(carets).toBe(0);
    const { card } = customerCard(page, '张三');
    const putCaretIn = (part: Locator) =>
      part.evaluate((each) =>
        getSelection()?.collapse(document.createTreeWalker(each, NodeFilter.SHOW_TEXT).nextNode(), 0),
      );
    await putCaretIn(card.locator('p').first());
    await page.keyboard.press('Home');
    await expect.poll(carets).toBe(1);
    await putCaretIn(card.getByRole('heading', { level: 2 }));
    await page.keyboard.press('Home');
    await expect.poll(carets).toBe(0);
  });
});
