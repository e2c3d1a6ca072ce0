import type { Page } from 'playwright/test';
import { csvFile } from '../helpers/import-files.ts';
import { findReadable } from '../helpers/find-readable.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { comparisonPanel } from './pages/comparison-panel.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { gapsScreen } from './pages/gaps-screen.ts';
import { shell } from './pages/shell.ts';
import { said, saidFirst, saidLast } from './pages/words.ts';

const line = '夐鑫龘 19876501234 @永兴五金';
const talk = '他问夐鑫龘什么时候';
const note = '靠窗的位子，19876501234';
const plan = '给夐鑫龘寄样品';
const fair = {
  name: '展会.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    csvFile([
      ['姓名', '手机'],
      ['李四', '13600136000'],
      ['赵六', '13500135000'],
    ]),
  ),
};

/** Its second row says nobody's name. */
const torn = {
  name: '补录.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    csvFile([
      ['姓名', '手机', '备注'],
      ['欧阳靖', '13700137000', ''],
      ['', '', '靠窗的位子'],
    ]),
  ),
};

/** In how many boxes something was typed that lies in the database by now. */
function countUnsaved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
      });
    const database = await done(indexedDB.open(found?.name ?? ''));
    const count = await done(database.transaction('unsaved').objectStore('unsaved').count());
    database.close();
    return count;
  });
}

test('gives back what was being typed when the browser died, and after locking', async ({ app, archive: page }) => {
  const card = await customersScreen(page).add({ name: '张三' });
  await test.step('four boxes are left in the middle of a sentence', async () => {
    await card.composer.getByRole('textbox', { name: said('compose.label') }).fill(talk);
    await card.followUps.getByRole('button', { name: said('followUps.add') }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: said('followUps.what') })
      .fill(plan);
    await page.keyboard.press('Escape');
    await expect(card.followUps.getByRole('button', { name: `没存完：${plan}` })).toBeVisible();
    await card.card.press('n');
    await customersScreen(page).line.fill(line);
    await page.keyboard.press('Escape');
    await card.showAllFacts();
    await card.fact('field.note').click();
    await card.factBox('field.note').fill(note);
    // The hand rests: what was typed goes to the disk.
    await expect.poll(() => countUnsaved(page)).toBe(4);
  });
  await app.kill();
  const { found } = await findReadable([app.userDataDir], ['夐鑫龘', '19876501234']);
  expect(found).toEqual([]);

  const again = await app.launch();
  await frontDoor.unlock(again);
  await shell(again).isOpen();
  await shell(again).goTo('customers');
  const customers = customersScreen(again);
  const data = dataScreen(again);
  const panel = comparisonPanel(again);
  const same = await customers.open('张三');
  const box = same.composer.getByRole('textbox', { name: said('compose.label') });
  await expect(box).toHaveValue(talk);
  await expect(same.factBox('field.note')).toHaveValue(note);
  await expect(same.composer).toContainText('上次写到这里，还没有保存。');
  expect(await findBarriers(again)).toEqual([]);
  await test.step('what is saved is not brought back any more', async () => {
    await same.factBox('field.note').press('Control+Enter');
    await expect(same.fact('field.note')).toContainText(note);
    await box.press('Control+Enter');
    await expect(same.timeline).toContainText(talk);
    await expect(box).toHaveValue('');
    await same.followUps.getByRole('button', { name: `没存完：${plan}` }).click();
    const dialog = again.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: said('followUps.what') })).toHaveValue(plan);
    await dialog.getByRole('button', { name: said('ui.save') }).click();
    await expect(same.followUps.getByRole('button', { name: /没存完/ })).toBeHidden();
  });

  await test.step('a file is left with a row put right, and a list in the middle of deciding about it', async () => {
    await shell(again).goTo('data');
    await data.choose(torn);
    await data.mend(3, { 姓名: '闻人静' });
    await expect(data.understood.nth(1)).toContainText('闻人静');
    await data.another();
    await data.choose(fair);
    await panel.begin();
    await panel.show('new');
    await panel.grid('new').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) await again.keyboard.press(key);
    await expect(panel.writing(2)).toBeEnabled();
    await expect.poll(() => countUnsaved(again)).toBe(3);
  });

  const gaps = gapsScreen(again);
  const missing = gaps.line('张三').getByLabel(saidLast('field.phones'));
  await test.step('a box is left for what is missing of somebody', async () => {
    await gaps.come();
    await missing.fill('13800138000');
    await expect.poll(() => countUnsaved(again)).toBe(4);
  });

  await test.step('the line for a new customer waits behind the lock, and goes when it is cleared', async () => {
    await app.sleep();
    await expect(again.getByRole('heading', { name: '客簿已锁定' })).toBeVisible();
    await frontDoor.unlock(again);
    await shell(again).isOpen();
    await shell(again).goTo('customers');
    const { card: reopened, composer } = await customers.open('张三');
    await expect(composer.getByRole('textbox', { name: said('compose.label') })).toHaveValue('');
    await reopened.press('n');
    await expect(customers.line).toHaveValue(line);
    await expect(customers.chips).toHaveCount(3);
    expect(await findBarriers(again)).toEqual([]);
    await customers.form.getByRole('button', { name: said('unsaved.discard') }).click();
    await expect(customers.line).toHaveValue('');
    await again.keyboard.press('Escape');
    await reopened.press('n');
    await expect(customers.line).toHaveValue('');
    await again.keyboard.press('Escape');
    await expect(customerCard(again, '张三').card).toBeVisible();
  });

  await test.step('what was missing stands where it was typed, until it is saved', async () => {
    // Who only passes saves nothing.
    for (const _ of [1, 2]) await gaps.come();
    await expect(missing).toBeFocused();
    await expect(missing).toHaveValue('13800138000');
    await expect(gaps.line('张三')).toContainText('上次写到这里，还没有保存。');
    expect(await findBarriers(again)).toEqual([]);
    await missing.press('Enter');
    await expect(gaps.line('张三')).toContainText(/电话\s*138 0013 8000/);
    await expect.poll(() => countUnsaved(again)).toBe(2);
  });

  await test.step('the list is decided as it was left, once its file is there again, and waits no more once that is written', async () => {
    await shell(again).goTo('data');
    const waiting = data.screen.getByText('名单“展会.csv”还没定完', { exact: false });
    await expect(waiting).toBeVisible();
    await data.choose(fair);
    await panel.begin();
    await panel.show('new');
    await expect(panel.screen.getByText(saidFirst('comparison.broughtBack'))).toBeVisible();
    expect(await findBarriers(again)).toEqual([]);
    await panel.write(2);
    await panel.isDone();
    await data.another();
    await expect(waiting).toBeHidden();
  });

  await test.step('the row is right as it was left, once its file is there again', async () => {
    const waiting = data.screen.getByText(saidFirst('data.mend.leftOff', { file: torn.name }));
    await expect(waiting).toBeVisible();
    await data.choose(torn);
    await expect(data.screen.getByText(saidFirst('data.mend.broughtBack', { count: 1 }))).toBeVisible();
    expect(await data.tryOut()).toEqual({ created: 2, updated: 0, skipped: 0, failed: 0 });
    await data.write();
    await data.another();
    await expect(waiting).toBeHidden();
    await expect.poll(() => countUnsaved(again)).toBe(0);
  });
});

test('turns the page in place, and takes nothing of one customer along to the next', async ({ app, archive: page }) => {
  const customers = customersScreen(page);
  await customers.add({ name: '李四', phone: '13900001111' });
  await customers.add({ name: '张三', phone: '13800138000' });
  const step = async (screen: Page, key: 'ArrowUp' | 'ArrowDown', name: string) => {
    await screen.keyboard.press(`Control+${key}`);
    const card = customerCard(screen, name);
    await expect(card.fact('field.phones')).toBeVisible();
    return card;
  };
  /** A sign on the facts that stays as long as they are not made anew. */
  const sign = { key: 'data-same', value: '1' };
  const facts = ({ card }: ReturnType<typeof customerCard>) => card.getByRole('region', { name: said('facts.title') });
  const leaveSign = (card: ReturnType<typeof customerCard>) =>
    facts(card).evaluate((element, { key, value }) => {
      element.setAttribute(key, value);
    }, sign);

  const first = await customers.open('张三');
  await leaveSign(first);
  const second = await step(page, 'ArrowUp', '李四');
  await expect(facts(second)).toHaveAttribute(sign.key, sign.value);
  await test.step('what was unfolded for one is folded for the next', async () => {
    await second.showAllFacts();
    const back = await step(page, 'ArrowDown', '张三');
    await expect(facts(back)).not.toHaveAttribute(sign.key);
    await expect(back.card.getByRole('button', { name: said('facts.all') })).toBeVisible();
  });
  await test.step('a box that was left open stands open with its customer alone', async () => {
    const card = customerCard(page, '张三');
    await card.fact('field.phones').click();
    await card.factBox('field.phones').fill('1380013');
    await expect.poll(() => countUnsaved(page)).toBe(1);
    await app.sleep();
    await expect(page.getByRole('heading', { name: '客簿已锁定' })).toBeVisible();
    await frontDoor.unlock(page);
    await shell(page).isOpen();
    await shell(page).goTo('customers');
    await customers.open('李四');
    await page.keyboard.press('Control+ArrowDown');
    await expect(card.factBox('field.phones')).toHaveValue('1380013');
    await page.keyboard.press('Control+ArrowUp');
    const other = customerCard(page, '李四');
    await expect(other.fact('field.phones')).toContainText('139 0000 1111');
    await expect(other.factBox('field.phones')).toBeHidden();
  });
});
