import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { csvFile, encoded, picture, zipBomb } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/app.ts';
import { findBarriers } from './fixtures/barriers.ts';
import { samplesDir } from './fixtures/samples.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { pasteInto } from './pages/customer-grid.ts';
import { dataScreen } from './pages/data-screen.ts';
import { filesBlock } from './pages/files-block.ts';
import { frontDoor } from './pages/front-door.ts';
import { recovery } from './pages/recovery.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

/** What the sample files hold, and how many customers the archive has after each. */
const samples = {
  '客户名单.csv': { rowsRead: 889, created: 818, updated: 37, skipped: 34, failed: 0, customers: 818 },
  '销售明细.xlsx': { rowsRead: 10_400, created: 10_359, updated: 0, skipped: 1, failed: 40, customers: 838 },
  '联系记录.csv': { rowsRead: 4_036, created: 4_019, updated: 0, skipped: 0, failed: 17, customers: 838 },
  'google-contacts.csv': { rowsRead: 240, created: 232, updated: 2, skipped: 6, failed: 0, customers: 1_070 },
} as const;

const sample = (name: string): string => join(samplesDir, name);
const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** Through the door “import a file”. */
async function openData(page: Page): Promise<ReturnType<typeof dataScreen>> {
  await frontDoor.enterBy(page, /导入一个文件|Import a file/);
  const data = dataScreen(page);
  await expect(data.door).toBeVisible();
  return data;
}

test('brings in every sample with a receipt that adds up, takes one back with one key, and nothing twice', async ({
  app,
}) => {
  const page = await app.launch();
  const data = await openData(page);
  const frame = shell(page);
  for (const [name, { rowsRead, customers, ...counts }] of Object.entries(samples)) {
    await test.step(`${name} comes in`, async () => {
      await data.look(sample(name));
      expect((await data.readPreview()).rowsRead).toBe(rowsRead);
      expect(await data.tryOut()).toEqual(counts);
      expect(await data.write()).toEqual(counts);
      expect(counts.created + counts.updated + counts.skipped + counts.failed).toBe(rowsRead);
      await expect.poll(() => frame.readCustomers()).toBe(customers);
      await data.another();
      await expect(data.receipts.first()).toContainText(name);
    });
  }
  await expect(data.receipts).toHaveCount(4);
  for (const [name, { failed, rowsRead }] of Object.entries(samples)) {
    await test.step(`${name} a second time changes nothing`, async () => {
      await data.look(sample(name));
      expect(await data.tryOut()).toEqual({ created: 0, updated: 0, skipped: rowsRead - failed, failed });
      await expect(data.importButton).toBeDisabled();
      await data.back();
      await data.another();
    });
  }
  await test.step('one key takes the last import back, one more brings it again', async () => {
    await frame.undo();
    await expect.poll(() => frame.readCustomers()).toBe(samples['联系记录.csv'].customers);
    await expect(data.receipts).toHaveCount(3);
    await frame.redo();
    await expect.poll(() => frame.readCustomers()).toBe(samples['google-contacts.csv'].customers);
    await expect(data.receipts).toHaveCount(4);
  });
});

test('saves the rows that failed as a file that can be put right and imported', async ({ app }) => {
  const page = await app.launch();
  const data = await openData(page);
  const list = csvFile([
    ['姓名', '手机', '备注'],
    ['仇小满', '13800138001', '喜欢钓鱼'],
    ['', '', '只有备注，没有名字'],
    ['单国强', '13912345678', '装修队'],
  ]);
  await data.choose(fileOf('客户.csv', list));
  await expect(data.preview).toBeVisible();
  expect(await data.tryOut()).toEqual({ created: 2, updated: 0, skipped: 0, failed: 1 });
  await data.write();
  const saved = join(app.filesDir, '失败的行.csv');
  app.dialogs.prepare({ question: 'save-path', path: saved });
  await data.saveFailedRows();
  await shell(page).tells('已保存为 失败的行.csv');
  await data.another();

  const text = readFileSync(saved, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toContain('没有名称，也没有电话或邮箱');
  await data.look(saved);
  expect((await data.readPreview()).rowsRead).toBe(1);
  expect(await data.tryOut()).toEqual({ created: 0, updated: 0, skipped: 0, failed: 1 });
  await data.mend(2, { 姓名: '闻人静' });
  await expect.poll(() => data.readCounts()).toEqual({ created: 1, updated: 0, skipped: 0, failed: 0 });
  await data.back();
  await data.another();
  const [header, row] = text.replace('\ufeff', '').split('\r\n');
  const name = header!.split(',').indexOf('姓名');
  const cells = row!.split(',');
  cells[name] = '曾丽';
  writeFileSync(saved, [header, cells.join(',')].join('\r\n'));
  expect(await data.importFile(saved)).toEqual({ created: 1, updated: 0, skipped: 0, failed: 0 });
  await expect.poll(() => shell(page).readCustomers()).toBe(3);
  await test.step('the address book of a phone comes in the same way, with its pictures', async () => {
    await data.choose(fileOf('通讯录.vcf', addressBook));
    await expect(data.understood.nth(1)).toContainText('第 2 张');
    expect(await data.tryOut()).toEqual({ created: 1, updated: 1, skipped: 0, failed: 1 });
    await expect(data.screen.getByText('没有带进来的：vCard X-FOO（1 处）')).toBeVisible();
    await data.write();
    await data.another();
    const customers = customersScreen(page);
    await shell(page).goTo('customers');
    const { card } = await customers.open('欧阳若兰');
    await filesBlock(page, card).expectNames('欧阳若兰 照片.png');
    await expect(card.getByRole('region', { name: '家庭' })).toContainText('单国强');
  });
  await shell(page).goTo('safety');
  await expect(
    recovery
      .section(page, '审计日志')
      .getByRole('listitem')
      .filter({ hasText: /导出\s*1 条/ }),
  ).toHaveCount(1);
});

test('goes on while another screen is looked at, stops when cancelled, and takes rows copied from a spreadsheet', async ({
  app,
}) => {
  const page = await app.launch();
  const data = await openData(page);
  const frame = shell(page);
  await test.step('goes on while another screen is looked at, and stops at once when cancelled', async () => {
    await data.choose(sample('销售明细.xlsx'));
    await frame.goTo('today');
    await frame.goTo('data');
    await expect(data.preview).toBeVisible({ timeout: 60_000 });
    await frame.goTo('customers');
    await frame.goTo('data');
    expect((await data.readPreview()).rowsRead).toBe(10_400);
    await data.another();

    await data.choose(sample('销售明细.xlsx'));
    await data.cancelButton.click();
    await expect(data.door).toBeVisible();
    await expect(data.receipts).toHaveCount(0);
    expect(await frame.readCustomers()).toBe(0);
  });
  // Rows come in like a file, with the digits and lines that only its table tells.
  const text = '姓名\t手机\t编号\t备注\r\n仇小满\t1.38E+10\t00123\t"喜欢；\n钓鱼"\r\n单国强\t1.39E+10\t00124\t\r\n';
  const cells = [
    '姓名<td>手机<td>编号<td>备注',
    '仇小满<td x:num="13800138001">1.38E+10<td x:str>00123<td>喜欢；<br>\n  钓鱼',
    '单国强<td>1.39E+10<td x:str>00124<td>',
  ];
  // Into the list of an archive that is empty still: one card is a new customer, a table comes here.
  await shell(page).goTo('customers');
  const { screen, line } = customersScreen(page);
  await expect(screen.getByText(said('customers.empty.title'))).toBeVisible();
  await pasteInto(page.locator('body'), '张伟 销售经理\n13800138000\n', '');
  await expect(line).toHaveValue('张伟 销售经理\n13800138000');
  await page.keyboard.press('Escape');
  await expect(line).toBeHidden();
  await pasteInto(page.locator('body'), text, `<table>${cells.map((row) => `<tr><td>${row}`).join('')}</table>`);
  await expect(data.understood.first()).toContainText('138 0013 8001');
  await expect(data.screen).toContainText('00123');
  await expect(data.screen.getByText(/科学计数/).first()).toBeVisible();
  await data.tryOut();
  expect(await data.write()).toEqual({ created: 2, updated: 0, skipped: 0, failed: 0 });
  await data.another();
  await expect(data.receipts.first()).toContainText('粘贴的表格');
  await shell(page).goTo('customers');
  const { card } = await customersScreen(page).open('仇小满');
  await expect(card).toContainText('钓鱼');
  // Where no cell is chosen it is offered as a list of new customers.
  await customersScreen(page).closeCard();
  await pasteInto(page.locator('body'), '姓名\t电话\n卫小山\t13800138003\n', '');
  await expect(shell(page).toasts.getByRole('button', { name: said('bulk.pasteAsNew') })).toBeVisible();
  await shell(page).goTo('data');
  await pasteInto(page.locator('body'), '姓名\n闻人静\n', '');
  await expect(data.understood.first()).toContainText('闻人静');
});

/** As a phone in China writes it, and cut off in the third card. */
const addressBook = Buffer.from(
  [
    'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=8D=95;=E5=9B=BD=E5=BC=BA;;;',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=8D=95=E5=9B=BD=E5=BC=BA',
    'TEL;CELL:13912345678\nBDAY:--0815\nX-FOO:1\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:3.0\nN:欧阳;若兰;;;\nFN:若兰 欧阳\nTEL;TYPE=CELL:13600136000\nX-SPOUSE:单国强',
    `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from(picture).toString('base64')}\nEND:VCARD`,
    'BEGIN:VCARD\nVERSION:3.0\nFN:张',
  ].join('\n'),
);

test('reads every encoding, and refuses what is no list and says why, with nothing changed', async ({ app }) => {
  const page = await app.launch();
  const data = await openData(page);
  await test.step('reads UTF-16, Big5 and GBK rightly, and otherwise when told so', async () => {
    const rows = [
      ['姓名', '電話', '地址', '備註'],
      ['歐陽若蘭', '13800138000', '臺北市中山區', '老客戶，喜歡喝茶'],
      ['張國榮', '13900139000', '高雄市前鎮區', '每個月來一次'],
    ];
    for (const encoding of ['utf16le', 'utf16be', 'big5', 'gbk'] as const) {
      await test.step(encoding, async () => {
        const bom = encoding === 'utf16le' ? [0xff, 0xfe] : encoding === 'utf16be' ? [0xfe, 0xff] : [];
        await data.choose(fileOf(`${encoding}.csv`, new Uint8Array([...bom, ...csvFile(rows, encoding)])));
        await expect(data.understood.first()).toContainText('歐陽若蘭');
        await expect(data.understood.nth(1)).toContainText('每個月來一次');
        if (encoding !== 'big5') return data.another();
        await data.chooseEncoding('GB18030');
        await expect(data.understood.first()).not.toContainText('歐陽若蘭');
        await data.chooseEncoding('BIG5');
        await expect(data.understood.first()).toContainText('歐陽若蘭');
        return data.another();
      });
    }
  });
  await test.step('refuses every file that is no list and says why, with nothing changed', async () => {
    const frame = shell(page);
    await data.choose(
      fileOf(
        '客户.csv',
        csvFile([
          ['姓名', '手机'],
          ['仇小满', '13800138001'],
        ]),
      ),
    );
    await data.tryOut();
    await data.write();
    await data.another();
    const unclosed = encoded(`姓名,备注\r\n张三,"没有关上的引号\r\n${'李四,备注\r\n'.repeat(2_000)}`, 'utf8');
    for (const [name, bytes, says] of [
      ['照片.xlsx', picture, /不是表格（看起来是 PNG）。没有任何改动/],
      ['空.csv', new Uint8Array(0), /是空的。没有任何改动/],
      ['空白.csv', encoded('\r\n\r\n', 'utf8'), /是空的。没有任何改动/],
      ['引号.csv', unclosed, /从第 2 行开始有一个引号没有闭合.*没有任何改动/],
      ['炸弹.xlsx', zipBomb(120 * 1024 * 1024), /压缩炸弹。没有任何改动/],
    ] as const) {
      await test.step(name, async () => {
        expect(await data.refuse(fileOf(name, bytes))).toMatch(says);
        await expect.poll(() => frame.readCustomers()).toBe(1);
        await expect(data.receipts).toHaveCount(1);
      });
    }
    await test.step('a column named __proto__ is a column like any other', async () => {
      const list = csvFile([
        ['姓名', '手机', '__proto__', 'constructor'],
        ['单国强', '13912345678', '{"isAdmin":true}', 'x'],
      ]);
      await data.choose(fileOf('原型.csv', list));
      expect(await data.tryOut()).toEqual({ created: 1, updated: 0, skipped: 0, failed: 0 });
      await data.write();
      await data.another();
      expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
      await expect.poll(() => frame.readCustomers()).toBe(2);
    });
  });
});

test('has no barriers on the filled preview, the plan and the receipt, in light and dark', async ({ app }) => {
  const page = await app.launch();
  const data = await openData(page);
  const frame = shell(page);
  const inBothThemes = async (): Promise<void> => {
    for (const theme of ['dark', 'light'] as const) {
      await frame.setPreferences({ theme });
      await frame.goTo('data');
      await frame.settles();
      expect(await findBarriers(page), theme).toEqual([]);
    }
  };
  await data.look(sample('客户名单.csv'));
  await inBothThemes();
  await data.tryOut();
  await inBothThemes();
  await data.write();
  await inBothThemes();
  await data.another();
  await inBothThemes();
});
