import { expect, test } from './fixtures/app.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { settingsPage } from './pages/settings-page.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

const mm = 96 / 25.4;

test('prints selected customers as a list, labels, envelopes and a route, and nothing else of the window', async ({
  app,
}) => {
  const page = await app.launch();
  const customers = customersScreen(page);
  await frontDoor.enterBy(page);
  const lines = [
    '张三 13800138001 浙江省杭州市西湖区文三路1号 310012 下周二回访',
    '李四 13800138002 浙江省宁波市海曙区药行街8号',
    '王五 13800138003',
  ];
  for (const line of lines) {
    await customers.line.fill(line);
    await customers.line.press('Control+Enter');
    await expect(customers.line).not.toHaveValue(line);
  }
  await page.keyboard.press('Escape');
  // The line is free before the last card is written.
  await expect(customers.count).toHaveText('3 位');
  await customers.grid.focus();
  await page.keyboard.press('Control+a');
  await customers.screen.getByRole('button', { name: said('print.open') }).click();

  const dialog = page.getByRole('dialog', { name: said('print.title', { count: 3 }) });
  const choose = (layout: 'labels' | 'envelopes' | 'route') =>
    dialog.getByRole('radio', { name: said(`print.layout.${layout}`) }).click();
  const paper = page.locator('[data-printed]');
  await expect(dialog.getByRole('button', { name: said('print.print') })).toBeEnabled();
  await page.emulateMedia({ media: 'print' });
  await test.step('only the sheet is printed', async () => {
    await expect(paper.getByRole('row', { includeHidden: true })).toHaveCount(4);
    await expect(dialog).toBeHidden();
    await expect(paper).toContainText('浙江省杭州市西湖区文三路1号');
  });
  await page.emulateMedia({ media: 'screen' });
  await test.step('the list comes with the columns of the screen when that is wanted', async () => {
    await dialog.getByRole('radio', { name: said('print.columns.shown') }).click();
    await page.emulateMedia({ media: 'print' });
    const headings = paper.getByRole('columnheader', { includeHidden: true });
    await expect(headings).toHaveText([
      '客户名称',
      '电话',
      '客户价值',
      '生命周期',
      '地区',
      '最近联系',
      '近一年',
      '下次跟进',
    ]);
    await page.emulateMedia({ media: 'screen' });
  });
  await choose('labels');
  await page.emulateMedia({ media: 'print' });
  await test.step('labels have the size of the sheets that are sold', async () => {
    const label = await paper.getByText('张三 收').locator('../..').boundingBox();
    expect(label?.width).toBeCloseTo(70 * mm, 0);
    expect(label?.height).toBeCloseTo(37 * mm, 0);
    // Who has no address gets no label.
    await expect(paper.getByText(/ 收$/)).toHaveCount(2);
  });
  await page.emulateMedia({ media: 'screen' });
  await expect(dialog).toContainText('有 1 位没有地址，不打印。');
  await test.step('what does not fit into the preview is rolled to by keys', async () => {
    const preview = dialog.getByRole('img', { name: said('print.preview') });
    await preview.press('End');
    await expect.poll(() => preview.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  });
  await test.step('a sheet that was begun goes on where it ends, and other sizes are offered', async () => {
    await dialog.getByRole('button', { name: /标签纸/ }).click();
    await page.getByRole('option', { name: /99\.1 × 38\.1/ }).click();
    await dialog.getByRole('textbox', { name: said('print.firstPlace') }).fill('2');
    await page.keyboard.press('Tab');
    await page.emulateMedia({ media: 'print' });
    const label = await paper.getByText('张三 收').locator('../..').boundingBox();
    expect(label?.width).toBeCloseTo(99.1 * mm, 0);
    const second = await paper.getByText('李四 收').locator('../..').boundingBox();
    // The first label is gone: the next one is beside it, the one after that below.
    expect(Number(second?.y) - Number(label?.y)).toBeCloseTo(38.1 * mm, 0);
    await page.emulateMedia({ media: 'screen' });
  });
  await choose('route');
  await test.step('a route goes place by place, those without an address last', async () => {
    await expect(paper.locator('h2')).toHaveText(['杭州市 西湖区', '宁波市 海曙区', '没有地址']);
    await expect(paper).toContainText('回访');
    await dialog.getByText(said('print.onlyDue')).click();
    await expect(dialog).toContainText('有 3 位到这天没有要做的，不打印。');
  });
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');

  await test.step('the commands open it on the very kind of paper', async () => {
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: said('palette.placeholder') });
    await box.fill('信封');
    await expect(page.getByRole('option').first()).toHaveText(/信封/);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { name: said('print.layout.envelopes') })).toBeChecked();
  });

  await test.step('envelopes say who sends them once Settings know it, by the rules of the country they go to', async () => {
    await dialog.getByRole('button', { name: said('print.noSender') }).click();
    await settingsPage(page).sayShop({
      shopName: '永兴五金',
      shopPhone: '13900139009',
      shopPostcode: '322000',
      shopAddress: '浙江省义乌市稠州北路 100 号',
    });
    await shell(page).goTo('customers');
    await customers.screen.getByRole('button', { name: said('print.open') }).click();
    await choose('envelopes');
    await page.emulateMedia({ media: 'print' });
    const sender = paper.getByText('永兴五金', { exact: true }).first();
    await expect(paper).toContainText('139 0013 9009');
    const [to, from] = [await paper.getByText('张三 收').boundingBox(), await sender.boundingBox()];
    expect(Number(from?.y)).toBeGreaterThan(Number(to?.y));
    expect(Number(from?.x)).toBeGreaterThan(Number(to?.x));
    await page.emulateMedia({ media: 'screen' });
    await dialog.getByText(said('print.sender')).click();
    await expect(paper).not.toContainText('永兴五金');
    await choose('route');
    await expect(paper.getByText('永兴五金 · 139 0013 9009')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  const card = await customers.open('张三');
  await card.reach('field.phones').add('13900139000', 'Enter');
  await card.reach('field.phones').choose(0, '空号');
  await card.log('说下周来看货');
  await page.keyboard.press('Control+p');
  const cardDialog = page.getByRole('dialog', { name: said('print.card.title', { name: '张三' }) });
  await expect(cardDialog.getByRole('button', { name: said('print.print') })).toBeEnabled();
  await test.step('one card, without numbers that are dead, and only the parts that are wanted', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(paper).toContainText('139 0013 9000');
    await expect(paper).not.toContainText('138 0013 8001');
    await expect(paper).toContainText('说下周来看货');
    await page.emulateMedia({ media: 'screen' });
    await cardDialog.getByRole('group').getByText(said('print.card.timeline')).click();
    await page.emulateMedia({ media: 'print' });
    await expect(paper).not.toContainText('说下周来看货');
    await page.emulateMedia({ media: 'screen' });
    await cardDialog.getByRole('button', { name: said('ui.cancel') }).click();
    await expect(cardDialog).toBeHidden();
  });
  await test.step('whoever goes to the bin is selected no longer, and goes on no paper', async () => {
    const { selection } = customerGrid(page);
    await expect(selection.getByRole('status')).toHaveText('已选 3 位');
    await card.card
      .getByRole('button', { name: said('ui.more') })
      .first()
      .click();
    await page.getByRole('menuitem', { name: said('card.delete') }).click();
    await expect(selection.getByRole('status')).toHaveText('已选 2 位');
  });
});
