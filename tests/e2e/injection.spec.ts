import { csvFile, xlsxFile } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/app.ts';
import { findInjected, hostileTexts } from './fixtures/hostile.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';

const { picture, script, closing, backwards } = hostileTexts;
const screens = ['today', 'customers', 'calendar', 'classes', 'data', 'safety', 'settings'] as const;
const fileOf = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

test('shows what a file holds and is called as text', async ({ app }) => {
  test.setTimeout(90_000);
  const page = await app.launch();
  await frontDoor.enterBy(page, /导入一个文件/);
  const data = dataScreen(page);
  const headers = ['姓名', '手机', '备注', picture, script, '__proto__', hostileTexts.template];
  const row = (name: string, phone: string): string[] => [
    name,
    phone,
    ...Object.values(hostileTexts).map((text) => text.replaceAll(/[",]/g, ' ')),
  ];
  const rows = [headers, row(picture, '13800138001'), row(script, '13800138002'), row(backwards, '13800138003')];
  const files = [
    fileOf(`${picture.replaceAll('/', ' ')}.csv`, csvFile(rows.map((cells) => cells.slice(0, headers.length)))),
    fileOf(`${script.replaceAll('/', ' ')}.xlsx`, await xlsxFile(rows, "<img src=x onerror='a'>", [[closing]])),
  ];
  for (const file of files) {
    await test.step(file.name, async () => {
      await data.choose(file);
      await expect(data.preview).toBeVisible();
      await expect(data.understood.first()).toContainText(picture);
      expect(await findInjected(page)).toEqual([]);
      await data.tryOut();
      expect(await findInjected(page)).toEqual([]);
      if (await data.importButton.isEnabled()) await data.write();
      else await data.back();
      await data.another();
      expect(await findInjected(page)).toEqual([]);
    });
  }
  await expect(data.receipts.first()).toContainText('onerror=window.injected=1>.csv');
  const frame = shell(page);
  await frame.goTo('customers');
  const customers = customersScreen(page);
  await customers.find('13800138001', [picture]);
  const card = await customers.open(picture);
  await card.showAllFacts();
  await expect(card.card.getByText(picture).first()).toBeVisible();
  expect(await findInjected(page)).toEqual([]);
  for (const screen of screens) {
    await frame.goTo(screen);
    await frame.settles();
    expect(await findInjected(page), screen).toEqual([]);
  }
});
