import { csvFile } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/app.ts';
import { findBarriers, findCutOff } from './fixtures/barriers.ts';
import { comparisonPanel } from './pages/comparison-panel.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';

const header = ['姓名', '手机', '单位', '职位', '备注'];
const here = [
  ['张伟', '13800138000', '永兴五金', '经理', '喜欢钓鱼'],
  ['王芳', '13900139000', '青禾家居', '店长', ''],
  ['陈静', '13700137000', '', '', ''],
];
const fair = [
  ['张伟', '138-0013-8000', '永兴五金', '总经理', '换了新号 13811112222'],
  ['王芳', '13900139000；13622223333', '青禾家居', '店长', ''],
  ['李四', '13600136000', '展会认识', '采购', ''],
  ['赵六', '13500135000', '', '', ''],
];
const file = (name: string, rows: string[][]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csvFile([header, ...rows])),
});

test('lays a list beside the archive, decides by keyboard who is right, and has nothing left to ask', async ({
  app,
}) => {
  const page = await app.launch();
  await frontDoor.enterBy(page, /导入一个文件|Import a file/);
  const data = dataScreen(page);
  const panel = comparisonPanel(page);
  const compare = async () => {
    await data.choose(file('展会名单.csv', fair));
    await expect(data.preview).toBeVisible();
    await panel.begin();
  };
  await data.choose(file('客户.csv', here));
  await expect(data.preview).toBeVisible();
  await data.tryOut();
  await data.write();
  await data.another();
  await compare();

  await test.step('four piles part the list and the archive', async () => {
    await panel.counts({ changed: 2, new: 2, missing: 1, same: 0 });
    await expect
      .poll(() => panel.lines('changed'))
      .toEqual([
        '张伟 第 2 行 | 以档案为准 | 以名单为准',
        '职位 | 经理 | 总经理',
        '备注 | 喜欢钓鱼 | 换了新号 13811112222',
        '王芳 第 3 行 | 以档案为准 | 以名单为准',
        '电话 | 139 0013 9000 | 136 2222 3333',
      ]);
    await shell(page).settles();
    expect([...(await findBarriers(page)), ...(await findCutOff(page))]).toEqual([]);
  });

  await test.step('left and right say who is right, for a fact and for a customer', async () => {
    await panel.grid('changed').focus();
    for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key);
    }
    await panel.write(3);
    await panel.counts({ changed: 0, new: 2, missing: 1, same: 2 });
  });

  await test.step('who is new is taken in or left out', async () => {
    await panel.show('new');
    await expect(panel.grid('new')).toContainText('136 0013 6000');
    await panel.grid('new').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    await panel.write(2);
    await panel.isDone();
    await expect(panel.grid('new')).toContainText('以前定过不收');
    await panel.counts({ changed: 0, new: 0, missing: 1, same: 3 });
  });

  await test.step('the same list has no work left, until what was decided is taken back', async () => {
    await data.another();
    await compare();
    await panel.isDone();
    await panel.counts({ changed: 0, new: 0, missing: 1, same: 3 });
    await shell(page).undo();
    await panel.counts({ changed: 0, new: 2, missing: 1, same: 2 });
    await shell(page).undo();
    await panel.counts({ changed: 2, new: 2, missing: 1, same: 0 });
    await shell(page).redo();
    await shell(page).redo();
    await panel.isDone();
  });

  await test.step('who is not in the list is selected among the customers, to be tagged', async () => {
    await panel.show('missing');
    await expect(panel.grid('missing')).toContainText('陈静');
    await panel.button('comparison.tag').press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('toolbar', { name: /^已选 1 位/ })).toBeVisible();
    const { card } = await customersScreen(page).open('张伟');
    await expect(card).toContainText('换了新号 13811112222');
    await expect(card).toContainText('经理');
  });
});
