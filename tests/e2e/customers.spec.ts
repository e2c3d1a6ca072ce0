import { expect, test } from './fixtures/app.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';

const people = [
  { name: '仇小满', phone: '138 0013 8001', organization: '青禾五金', note: '喜欢钓鱼' },
  { name: '单国强', phone: '139-1234-5678', note: '装修队' },
  { name: '曾丽', phone: '0571-8765 4321' },
  { name: 'Aoife Byrne', phone: '+353 20 910 0001', organization: 'Larkbeck Ltd' },
];

test('writes down the first customers, finds each by every way to write them, and warns of one who is here already', async ({
  app,
}) => {
  const page = await app.launch();
  const customers = customersScreen(page);
  await test.step('the door “type the first customer” leads to the form', async () => {
    await frontDoor.enterBy(page);
    await expect(customers.form).toBeVisible();
    await customers.fillIn(people[0]!);
    await page.keyboard.press('Enter');
    await shell(page).tells('已保存 仇小满');
  });
  for (const person of people.slice(1)) await customers.add(person);
  await expect(customers.count).toHaveText('4 位');

  for (const [text, name] of [
    ['小满', '仇小满'],
    ['qxm', '仇小满'],
    ['qiuxiaoman', '仇小满'],
    ['8001', '仇小满'],
    ['13800138001', '仇小满'],
    ['青禾', '仇小满'],
    ['钓鱼', '仇小满'],
    ['sgq', '单国强'],
    ['shan guo', '单国强'],
    ['zengli', '曾丽'],
    ['87654321', '曾丽'],
    ['larkbeck', 'Aoife Byrne'],
    ['byrne', 'Aoife Byrne'],
  ] as const) {
    await test.step(`“${text}” finds ${name}`, () => customers.find(text, [name]));
  }
  await test.step('what is in no list can be written down at once', async () => {
    await customers.search.fill('欧阳若');
    await expect(customers.screen.getByText('没有符合的客户')).toBeVisible();
    await customers.screen.getByRole('button', { name: '新建“欧阳若”' }).click();
    await expect(customers.line).toHaveValue('欧阳若');
  });
  await test.step('warns of somebody with the same phone while it is typed', async () => {
    await page.keyboard.press('Escape');
    // Escape empties the search, then leaves it, so that keys are keys again.
    await customers.search.press('Escape');
    await expect(customers.search).toHaveValue('');
    await expect(customers.grid).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(customers.grid).toBeFocused();
    await page.keyboard.press('n');
    await customers.fillIn({ name: '小满妈妈', phone: '+86 13800138001' });
    await expect(customers.form.getByText('与已有客户联系方式相同')).toBeVisible();
    await customers.form.getByRole('button', { name: /打开 仇小满/ }).click();
    await expect(page.getByRole('article', { name: '仇小满' })).toBeVisible();
    await expect(customers.count).toHaveText('4 位');
  });
});

test('takes every change back and again, also after the window was closed', async ({ app }) => {
  let page = await app.launch();
  await frontDoor.enter(page);
  const before = customersScreen(page);
  const card = await before.add(people[0]!);
  await card.editFact('field.organization', '永兴建材');
  await expect(card.fact('field.organization')).toContainText('永兴建材');
  await expect(await card.history('field.organization')).toContainText('青禾五金 → 永兴建材');
  await page.keyboard.press('Escape');

  page = await app.relaunch();
  await frontDoor.unlock(page);
  await shell(page).isOpen();
  const customers = customersScreen(page);
  await shell(page).goTo('customers');
  const again = await customers.open('仇小满');
  await expect(again.fact('field.organization')).toContainText('永兴建材');
  await shell(page).undo();
  await expect(again.fact('field.organization')).toContainText('青禾五金');
  await shell(page).undo();
  await expect(customers.screen.getByText('档案里没有客户')).toBeVisible();

  page = await app.relaunch();
  await frontDoor.unlock(page);
  await shell(page).isOpen();
  await shell(page).goTo('customers');
  await expect(customersScreen(page).screen.getByText('档案里没有客户')).toBeVisible();
  await shell(page).redo();
  await shell(page).redo();
  const last = await customersScreen(page).open('仇小满');
  await expect(last.fact('field.organization')).toContainText('永兴建材');
});
