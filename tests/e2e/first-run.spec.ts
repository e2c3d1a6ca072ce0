import { expect, test } from './fixtures/app.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { typeInBox } from './pages/keyboard.ts';
import { shell } from './pages/shell.ts';
import { said, saidFirst } from './pages/words.ts';

test('refuses a passphrase that is easily guessed, shows the paper key, and wants two of its groups read from the paper', async ({
  app,
}) => {
  const page = await app.launch();
  await test.step('refuses a passphrase that is easily guessed', async () => {
    const create = page.getByRole('button', { name: '建立档案' });
    await expect(create).toBeDisabled();
    await page.getByLabel('密码', { exact: true }).fill('password123');
    await expect(page.getByText('还太短，再加几个不相干的词。')).toBeVisible();
    await page.getByLabel('密码', { exact: true }).fill('woaini5201314');
    await expect(page.getByText(/生日、手机号、键盘顺序都不算数/)).toBeVisible();
    await expect(create).toBeDisabled();
  });
  await test.step('shows the paper key and wants two of its groups read from the paper', async () => {
    expect(await findBarriers(page)).toEqual([]);
    const groups = await frontDoor.createArchive(page);
    expect(groups).toHaveLength(15);
    await expect(page.getByRole('img', { name: '纸质密钥的二维码' })).toBeVisible();
    await frontDoor.confirmPaperKey(page, groups, 'second');
    await expect(page.getByText(/第 \d+ 组对不上/)).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });
});

test.describe('in English and in the dark', () => {
  test.use({ language: 'en', theme: 'dark', windowSize: 'desktop' });

  test('speaks the language of the system and keeps the contrast', async ({ app }) => {
    const page = await app.launch();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kebu');
    expect(await findBarriers(page)).toEqual([]);

    await test.step('counts in the currency that is chosen at first, and in another one from Settings', async () => {
      const currency = (name: string) => page.getByRole('button', { name: `Currency: ${name}`, exact: true });
      const choose = async (from: string, sought: string, to: RegExp) => {
        await currency(from).click();
        await expect(page.getByRole('option').first()).toBeVisible();
        expect(await findBarriers(page)).toEqual([]);
        await typeInBox(page, sought);
        await page.getByRole('option', { name: to }).click();
      };
      await choose('US Dollar · USD · $', 'gbp', /^British Pound/);
      await frontDoor.enter(page);
      await shell(page).goTo('settings');
      const example = (amount: string) => page.getByText(said('settings.currency.example', { amount }));
      await expect(example('£1,234.50')).toBeVisible();
      await choose('British Pound · GBP · £', 'yen', /^Japanese Yen/);
      await expect(example('¥1,234')).toBeVisible();
      await shell(page).undo();
      await expect(example('£1,234.50')).toBeVisible();
    });
    await test.step('writes days as they are written where that is counted, and each has room in its box', async () => {
      const customers = customersScreen(page);
      await page.keyboard.press('n');
      await customers.line.fill('Bob Smith 07700 900123 birthday 3/4/1980 call 5/12/2026');
      await expect(customers.chips.last()).toHaveText('Follow-up: Sat 5 Dec call');
      await page.keyboard.press('Enter');
      const card = customerCard(page, 'Bob Smith');
      await expect(card.fact('field.birthday')).toContainText('1980-04-03');
      await card.followUps.getByRole('button', { name: said('followUps.add') }).click();
      const day = page.getByRole('dialog').getByRole('group', { name: saidFirst('followUps.due') });
      await expect(day).toBeVisible();
      expect(await day.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      await page.keyboard.press('Escape');
    });
  });
});
