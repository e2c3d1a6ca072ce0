import { expect, test } from './fixtures/app.ts';
import { classesScreen } from './pages/classes-screen.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said, saidLast } from './pages/words.ts';

test('writes down customers by one line each, one by one and as a stack', async ({ app, host }) => {
  const page = await app.launch();
  const customers = customersScreen(page);
  await frontDoor.enterBy(page);
  await test.step('writes down a customer in one line and takes all of it back at once', async () => {
    await test.step('the line is understood while it is typed', async () => {
      await customers.line.fill('张三 13800138000 @永兴五金 #展会 农历八月十五 下周二回访');
      await expect(customers.chips).toHaveText([
        '客户名称 张三',
        '电话 138 0013 8000',
        '公司 永兴五金',
        '标签 展会',
        '生日 农历八月十五',
        /^跟进 \d+月\d+日 周二 回访$/,
      ]);
    });
    await test.step('a part is taken out, another one corrected', async () => {
      await customers.chips
        .filter({ hasText: '永兴五金' })
        .getByRole('button', { name: /移除|删除|Remove/ })
        .click();
      await expect(customers.line).toHaveValue('张三 13800138000 #展会 农历八月十五 下周二回访');
      await customers.line.fill('张三 13800138000 #展会 农历八月十五 下周二回访 老同学');
      await customers.chips
        .filter({ hasText: '老同学' })
        .getByRole('button', { name: '备注 老同学', exact: true })
        .click();
      await page.getByRole('menuitem', { name: '职位' }).click();
      await expect(customers.chips.last()).toHaveText('职位 老同学');
    });
    await test.step('Enter saves everything', async () => {
      await customers.line.press('Enter');
      const { card, followUps } = customerCard(page, '张三');
      await expect(card).toBeVisible();
      await expect(card).toContainText('138 0013 8000');
      await expect(card).toContainText('展会');
      await expect(card).toContainText('老同学');
      await expect(followUps).toContainText('回访');
    });
    await shell(page).undo();
    await expect(customers.screen.getByText('档案里没有客户')).toBeVisible();
  });
  await test.step('who else is named beside a number is a customer too', async () => {
    await page.keyboard.press('n');
    await customers.line.fill('王总 13900139011 王嫂 13900139012');
    await expect(customers.chips).toHaveText([
      '客户名称 王总',
      '电话 139 0013 9011',
      '另一位客户 王嫂',
      '电话 139 0013 9012',
    ]);
    const others = customers.form.getByRole('radiogroup', { name: '王嫂是' });
    await others.getByRole('radio', { name: '同一位的号码' }).press('Space');
    await expect(customers.chips.nth(2)).toHaveText('备注 王嫂');
    await others.getByRole('radio', { name: '另一位客户' }).press('Space');
    await customers.line.press('Enter');
    await expect(customerCard(page, '王总').reach('field.phones').values).toHaveText([/139 0013 9011/]);
    await shell(page).tells('已保存 王总、王嫂');
    await shell(page).undo();
    await expect(customers.screen.getByText('档案里没有客户')).toBeVisible();
  });
  await test.step('a company with a number of its own is the customer, and who is named behind it its contact person', async () => {
    await page.keyboard.press('n');
    await customers.line.fill('永兴五金有限公司 0571-85123456 王总 13812345678');
    await expect(customers.chips).toHaveText([
      '客户名称 永兴五金有限公司',
      '电话 0571 8512 3456',
      '联系人 王总',
      '电话 138 1234 5678',
    ]);
    await customers.line.press('Enter');
    const { card, reach } = customerCard(page, '永兴五金有限公司');
    await expect(reach('field.phones').values).toHaveText([/0571 8512 3456/]);
    await expect(card.getByRole('region', { name: '联系人' })).toContainText(/王总[\s\S]*138 1234 5678/);
    await shell(page).undo();
    await expect(customers.screen.getByText('档案里没有客户')).toBeVisible();
  });
  await test.step('goes through a stack of cards, shows who is here already, and reads what is pasted', async () => {
    await test.step('the key N works on every screen', async () => {
      await shell(page).goTo('today');
      await page.keyboard.press('n');
      await expect(customers.form).toBeVisible();
    });
    await test.step('a fair is noted on the spot, for the whole stack', async () => {
      await customers.form.getByRole('button', { name: /活动$/ }).click();
      await page.getByRole('option', { name: '新活动…' }).click();
      const dialog = page.getByRole('dialog', { name: '新活动' });
      await dialog.getByLabel('花费').fill('8800');
      await dialog.getByLabel('名称').fill('春季建材展');
      await dialog.getByLabel('名称').press('Enter');
      await expect(dialog).toBeHidden();
      await expect(customers.form.getByRole('button', { name: /春季建材展/ })).toBeVisible();
      await expect(customers.form.getByRole('button', { name: /展会/ })).toBeVisible();
    });
    await test.step('Ctrl+Enter saves and goes on, with the tag of the stack', async () => {
      await customers.line.fill('王芳 13900139001 #广交会');
      await customers.line.press('Control+Enter');
      await expect(customers.form.getByRole('status')).toHaveText('这次已录 1 位');
      await expect(customers.line).toHaveValue('#广交会 ');
      await expect(customers.line).toBeFocused();
    });
    await test.step('a card that is in the stack twice is told also when it was saved too fast to be seen', async () => {
      await customers.line.fill('王芳 13900139001 #广交会');
      await customers.line.press('Control+Enter');
      await expect(customers.form.getByRole('status')).toHaveText('这次已录 2 位，其中 1 位可能原来就有');
      await shell(page)
        .toasts.getByRole('button', { name: said('ui.undo') })
        .click();
      await customers.line.focus();
    });
    await test.step('whoever types fast is at the next card before the last one is written', async () => {
      for (const card of ['李雷 13900139002 #五金', '钱进 13900139003', '孙立 13900139004']) {
        await page.keyboard.type(card);
        await page.keyboard.press('Control+Enter');
      }
      await expect(customers.form.getByRole('status')).toHaveText('这次已录 5 位，其中 1 位可能原来就有');
      await expect(customers.line).toHaveValue('#广交会 #五金 ');
    });
    await test.step('where the stack comes from is taken back', async () => {
      const source = customers.form.getByRole('button', { name: saidLast('field.source') });
      await expect(source).toHaveText('展会');
      await source.click();
      await page.getByRole('option', { name: '—' }).click();
      await expect(source).toHaveText('—');
    });
    await test.step('a signature is split into its fields', async () => {
      await customers.line.fill('Jane Doe\nSales Manager\nAcme Tools Ltd\nM: +44 7911 123456\n12 High Street, Oxford');
      await expect(customers.chips).toHaveText([
        '客户名称 Jane Doe',
        '职位 Sales Manager',
        '公司 Acme Tools Ltd',
        '电话 +44 7911 123456',
        '地址 12 High Street, Oxford',
      ]);
    });
    await test.step('Enter that chooses a candidate of an input method saves nothing', async () => {
      await customers.line.fill('');
      const session = await page.context().newCDPSession(page);
      await session.send('Input.imeSetComposition', { text: 'zhangsan', selectionStart: 8, selectionEnd: 8 });
      await page.keyboard.press('Enter');
      await expect(customers.form).toBeVisible();
      await expect(customers.chips).toHaveCount(0);
      await session.send('Input.insertText', { text: '张三' });
      await expect(customers.chips).toHaveText(['客户名称 张三']);
    });
    await test.step('who has the number is opened instead', async () => {
      await customers.line.fill('小王 139-0013-9001');
      await expect(customers.form.getByText('可能已经有这位客户')).toBeVisible();
      await customers.form.getByRole('button', { name: /打开 王芳/ }).click();
      await expect(customerCard(page, '王芳').card).toBeVisible();
      await expect(customers.count).toHaveText('4 位');
    });
    await test.step('the fair knows whom it brought', async () => {
      await shell(page).goTo('classes');
      await classesScreen(page).list.getByRole('button', { name: /^活动/ }).click();
      const line = classesScreen(page).table.getByRole('row', { name: /春季建材展/ });
      await expect(line).toContainText('¥8,800');
      await expect(line).toContainText('每位 ¥2,200');
      await line.getByRole('button', { name: /春季建材展.*4/ }).click();
      await expect(customers.count).toHaveText('4 位');
      await expect(customers.screen.getByRole('button', { name: /活动是春季建材展/ }).first()).toBeVisible();
    });
  });
  if (host === 'electron') return;
  await test.step('keys from any program are said to need the installed app where a browser stands in for it', async () => {
    await shell(page).goTo('settings');
    const { newCustomerKeys } = settingsPage(page);
    await expect(newCustomerKeys.getByRole('status')).toContainText('需要安装版的客簿');
    await expect(newCustomerKeys.getByRole('button')).toBeDisabled();
  });
});

test.describe('from any program', () => {
  test.skip(({ host }) => host === 'electron', 'the keys of the system are pressed in nobody else’s name');

  test('keys that are chosen in Settings open the line, behind the lock too', async ({ app }) => {
    app.globalKeys.isAvailable = true;
    app.globalKeys.takenByOthers.add('Control+Alt+K');
    const page = await app.launch();
    const customers = customersScreen(page);
    await frontDoor.enter(page);
    await shell(page).goTo('settings');
    const { newCustomerKeys } = settingsPage(page);
    const choose = async (keys: string): Promise<void> => {
      await newCustomerKeys.getByRole('button').first().press('Enter');
      await page.keyboard.press(keys);
    };
    await test.step('refuses those that others need, and tells of those that others have', async () => {
      await expect(newCustomerKeys.getByRole('status')).toHaveText('现在没有设定。');
      await choose('Control+c');
      await expect(newCustomerKeys.getByRole('status')).toContainText('别的程序常用');
      await page.keyboard.press('Control+Shift+L');
      await expect(newCustomerKeys.getByRole('status')).toContainText('在客簿里已有用处');
      await page.keyboard.press('Control+Alt+k');
      await expect(newCustomerKeys.getByRole('status')).toContainText('被别的程序或系统占用');
      expect(app.globalKeys.held()).toBeNull();
      await choose('Control+Alt+n');
      await expect(newCustomerKeys.getByRole('status')).toContainText('已生效');
      expect(app.globalKeys.held()).toBe('Control+Alt+N');
    });
    await test.step('open the line over whatever is open, and leave one that is being typed alone', async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeFocused();
      app.globalKeys.press();
      await expect(customers.line).toBeFocused();
      await page.keyboard.type('钱三一');
      app.globalKeys.press();
      await page.keyboard.type(' 13800138000');
      await expect(customers.line).toHaveValue('钱三一 13800138000');
      await page.keyboard.press('Control+Enter');
      await expect(customers.form.getByRole('status')).toHaveText('这次已录 1 位');
      await page.keyboard.press('Escape');
      await expect(customers.form).toBeHidden();
    });
    await test.step('wait behind the lock for the archive to be open', async () => {
      await frontDoor.lock(page);
      app.globalKeys.press();
      await frontDoor.unlock(page);
      await expect(customers.line).toBeFocused();
    });
    await page.keyboard.press('Escape');
    await shell(page).goTo('settings');
    await newCustomerKeys.getByRole('button').last().press('Enter');
    await expect(newCustomerKeys.getByRole('status')).toHaveText('现在没有设定。');
    expect(app.globalKeys.held()).toBeNull();
  });
});
