import type { Locator, Page } from 'playwright/test';
import { csvFile, xlsxFile } from '../helpers/import-files.ts';
import { expect, test } from './fixtures/app.ts';
import { findInjected, hostileTexts } from './fixtures/hostile.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { dataScreen } from './pages/data-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { awaitBox } from './pages/keyboard.ts';
import { recovery } from './pages/recovery.ts';
import { safetyPage } from './pages/safety-page.ts';
import { shell } from './pages/shell.ts';

const { picture, script, closing, address, template, backwards, long } = hostileTexts;
/** Those that do what they do wherever they stand, one behind the other. */
const together = closing + picture + script + template + backwards;
const screens = ['today', 'customers', 'calendar', 'classes', 'data', 'safety', 'settings'] as const;
const fileOf = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

/** Writes the texts into a field, as few times as it has room for them; what is typed stands there as it was typed. */
async function typeAll(field: Locator): Promise<void> {
  const limit = Number((await field.getAttribute('maxlength')) ?? Number.POSITIVE_INFINITY);
  let before = await field.inputValue();
  for (const text of limit < together.length ? Object.values(hostileTexts) : [long, address, together]) {
    await field.fill(text);
    const typed = await field.inputValue();
    // A field of numbers takes nothing else.
    expect([text.slice(0, limit), /^[\d.]*$/.test(before) ? before : text]).toContain(typed.replaceAll('\r', ''));
    before = typed;
  }
}

/** Waits until what was typed is taken, and its box gone, or refused in words. */
async function isAnswered(box: Locator): Promise<void> {
  const isOpen = () => box.evaluateAll((boxes) => boxes.some((each) => each.getAttribute('aria-invalid') !== 'true'));
  await expect.poll(isOpen).toBe(false);
}

/** Every field of text on the screen as it stands. */
async function typeEverywhere(page: Page): Promise<number> {
  const fields = page.locator(
    'input:not([type]), input[type=text], input[type=search], input[type=password], textarea',
  );
  const found = (await fields.all()).map(async (field) =>
    (await field.isVisible()) && (await field.isEditable()) ? [field] : [],
  );
  const editable = (await Promise.all(found)).flat();
  for (const field of editable) await test.step(String(field), () => typeAll(field));
  await page.keyboard.press('Escape');
  return editable.length;
}

test('shows what is typed as text on every screen', async ({ app }) => {
  const page = await app.launch();
  await typeEverywhere(page);
  await frontDoor.enter(page);
  const customers = customersScreen(page);
  const frame = shell(page);
  for (const text of Object.values(hostileTexts)) {
    await page.keyboard.press('n');
    await customers.line.fill(text);
    await expect(customers.chips.first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
  const name = `甲${picture}乙`;
  const card = await customers.add({ name });

  await test.step('every fact of a card', async () => {
    await card.showAllFacts();
    const facts = card.card.getByRole('button', { name: /^(?:填写|修改)/ });
    const names = await facts.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));
    expect(names.length).toBeGreaterThan(8);
    let texts = 0;
    // The name stands there already, and the card is found by it.
    for (const label of names.filter((each) => !each.includes('客户名称'))) {
      await card.card.getByRole('button', { name: label, exact: true }).click();
      const box = card.card.getByRole('textbox').and(page.locator(':focus'));
      const isText = (await box.count()) > 0;
      if (isText) {
        texts += 1;
        await typeAll(box);
        await box.fill(script);
        // A long text is saved by another key than a short one.
        const isLong = await box.evaluate((element) => element.tagName === 'TEXTAREA');
        await page.keyboard.press(isLong ? 'Control+Enter' : 'Enter');
        await isAnswered(box);
      }
      // A list of choices is left, as is a text that was refused; on a card itself the key would close it.
      if (!isText || (await box.count()) > 0) await page.keyboard.press('Escape');
      await expect(card.card).toBeVisible();
    }
    expect(texts).toBeGreaterThan(5);
    await expect(card.card.getByText(script).first()).toBeVisible();
    expect(await findInjected(page)).toEqual([]);
  });
  await test.step('a contact and a follow-up', async () => {
    await card.log(closing, { when: /^3 天后/, what: script });
    await expect(card.timeline.getByText(closing)).toBeVisible();
    await expect(card.followUps.getByText(script)).toBeVisible();
    expect(await findInjected(page)).toEqual([]);
  });
  await card.close();
  await test.step('a view', async () => {
    const list = customerGrid(page);
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '客户名称');
    await typeAll(builder.getByRole('textbox', { name: '值' }));
    await builder.getByRole('textbox', { name: '值' }).fill(picture);
    await page.keyboard.press('Escape');
    await list.say('views.saveNew');
    await awaitBox(page);
    await page.keyboard.insertText(script);
    await page.keyboard.press('Enter');
    await expect(list.view(script, 1)).toBeChecked();
    expect(await findInjected(page)).toEqual([]);
  });
  await test.step('every field of every screen, and the palette', async () => {
    let fields = 0;
    for (const screen of screens) {
      await frame.goTo(screen);
      await frame.settles();
      fields += await typeEverywhere(page);
      expect(await findInjected(page), screen).toEqual([]);
    }
    expect(fields).toBeGreaterThan(0);
    await page.keyboard.press('Control+k');
    await typeAll(page.getByRole('combobox'));
    await page.getByRole('combobox').fill(name);
    await expect(page.getByRole('option', { name }).first()).toBeVisible();
    expect(await findInjected(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
  await test.step('the bin and the changes', async () => {
    await recovery.deleteCustomer(page, name);
    await safetyPage.open(page);
    await expect(recovery.section(page, '回收站').getByText(name)).toBeVisible();
    await expect(safetyPage.changes(page).filter({ hasText: picture }).first()).toBeVisible();
    expect(await findInjected(page)).toEqual([]);
  });
});

test('shows what a file holds and is called as text', async ({ app }) => {
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
