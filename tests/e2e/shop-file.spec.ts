import { csvFile } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/app.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { duplicatesSection } from './pages/duplicates-section.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

/** As the program of a hardware shop writes it: in GBK, with a title above the table and remarks below. */
const file = {
  name: '客户资料.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    csvFile(
      [
        ['客户资料一览表（永兴五金）', '', '', '', '', ''],
        ['客户名称', '手机号码', '地址', '客户类别', '累计金额', '最后交易日期', '欠款'],
        ['张三装修队', '+86 138 0013 8001', '浙江省湖州市长兴县县前街12号', '批发', '￥12.5万', '2026/5/7', '300'],
        ['欧阳若兰', '136 0013 6000', '湖州市吴兴区富民路3号', '零售', '1580', '2026年8月3日', ''],
        ['欧阳若蓝', '136 0013 6001', '湖州市吴兴区富民路3号', '零售', '￥45', '', ''],
        ['', '', '', '', '', ''],
        ['合计', '', '', '', '￥126625', ''],
        ['制表人：店长', '', '', '', '', ''],
      ],
      'gbk',
    ),
  ),
};

test('takes in what an old shop program wrote, to be filtered, compared and taken back', async ({ app }) => {
  const page = await app.launch();
  const data = dataScreen(page);
  await frontDoor.enterBy(page, /导入一个文件/);
  await data.choose(file);
  await expect(data.openings).toBeChecked();
  await data.openings.press('Space');
  await expect(data.screen.getByText('这些客户像是从没买过')).toBeVisible();
  await data.openings.press('Space');
  await expect(data.openings).toBeChecked();
  expect(await data.tryOut()).toEqual({ created: 3, updated: 0, skipped: 2, failed: 0 });
  await data.write();
  await data.another();

  await test.step('a second time there is nothing to add, and it says so', async () => {
    await data.choose(file);
    expect(await data.tryOut()).toEqual({ created: 0, updated: 0, skipped: 5, failed: 0 });
    await expect(data.screen.getByText('跳过的：3 行没有可补充的内容')).toBeVisible();
    await data.back();
    await data.another();
  });

  await test.step('after a restart those who may be one are there again, without being asked for', async () => {
    await app.relaunch();
    await frontDoor.unlock(app.page);
    await shell(app.page).goTo('data');
    await expect(duplicatesSection(app.page).rowOf('欧阳若蓝')).toContainText('欧阳若兰');
  });

  await test.step('a county is found as a region, sorts of customers are tags, debts are money, totals count as bought', async () => {
    const reopened = customersScreen(app.page);
    await shell(app.page).goTo('customers');
    await reopened.find('地区:长兴', ['张三装修队']);
    const { card } = await reopened.open('张三装修队');
    await expect(card.getByRole('button', { name: '修改欠款: ¥300' })).toBeVisible();
    await expect(card.getByText(/¥125,000\s*期初累计/)).toBeVisible();
    await expect(card.getByRole('button', { name: /高价值/ })).toBeVisible();
    await expect(card.getByText('批发')).toBeVisible();
    await card.getByRole('button', { name: /^(?:修改|Edit: ).*(?:期初销售|Opening sale)/ }).press('Enter');
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: said('order.openingTotal') }).fill('13万');
    await dialog.getByRole('textbox', { name: said('order.openingCount') }).fill('几次');
    await app.page.keyboard.press('Control+Enter');
    await expect(dialog.getByText(said('order.problem.no-count'))).toBeVisible();
    await dialog.getByRole('textbox', { name: said('order.openingCount') }).fill('20');
    await app.page.keyboard.press('Control+Enter');
    await expect(card.getByText(/¥130,000\s*期初累计/)).toBeVisible();
    await expect(card.getByText(/共 20 次/)).toBeVisible();
    await shell(app.page).undo();
    await expect(card.getByText(/¥125,000\s*期初累计/)).toBeVisible();
  });

  await test.step('undo takes the import back and says what it was', async () => {
    await shell(app.page).undo();
    await shell(app.page).tells(said('undo.doneWhat', { what: '导入客户' }));
    await expect.poll(() => shell(app.page).readCustomers()).toBe(0);
  });
});
