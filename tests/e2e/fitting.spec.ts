import type { Locator } from 'playwright/test';
import { expect, test } from './fixtures/archive.ts';
import { windowSizes } from './fixtures/test-app.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { orderDialog } from './pages/order-dialog.ts';
import { said } from './pages/words.ts';

test.use({ language: 'en' });

const name = `${'杭州临平永兴五金建材'.repeat(5)}有限责任公司第三分公司`;

/** The words of what reaches beyond the right edge of this. */
function findBeyond(box: Locator): Promise<(string | null)[]> {
  return box.evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    return [...element.querySelectorAll('button, li, textarea, [role=option] > span')]
      .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > right + 1)
      .map(({ textContent }) => textContent);
  });
}

const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };

test('what is long or large has room where it stands, in English on a small screen', async ({ archive: page }) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);

  await test.step('a name of 60 characters in the line for a new customer and in the palette', async () => {
    await page.keyboard.press('n');
    const kind = (of: RegExp): Locator => customers.form.getByRole('radio', { name: of });
    const { x } = await boxOf(kind(said('kind.partner')));
    await kind(said('kind.company')).click();
    await expect(kind(said('kind.company'))).toBeChecked();
    expect((await boxOf(kind(said('kind.partner')))).x).toBe(x);
    await customers.line.fill(`"${name}" 13800138060 #展会`);
    await expect(customers.chips).toHaveCount(3);
    expect(await findBeyond(customers.form)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(customers.form).toBeHidden();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: said('palette.placeholder') }).fill('杭州临平');
    const found = page.getByRole('option').filter({ hasText: name });
    await expect(found).toContainText('138 0013 8060');
    expect(await findBeyond(found)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  const card = await customers.open(name);
  await test.step('an address takes the room that its tools do not need yet', async () => {
    await card.showAllFacts();
    await card.reach('field.addresses').add('浙江省杭州市临平区东港路579号', 'Enter');
    const [phone, address] = [card.reach('field.phones').values, card.reach('field.addresses').values];
    expect((await boxOf(address)).height).toBe((await boxOf(phone)).height);
    expect((await boxOf(card.fact('field.source'))).x).toBe((await boxOf(phone)).x);
  });
  await test.step('what is chosen of a contact stands in one line, and nothing moves when the text begins', async () => {
    const middleOf = async (place: Locator) => (await boxOf(place)).y + (await boxOf(place)).height / 2;
    const [first, last] = [/^Phone$/, said('compose.save')].map((of) =>
      card.composer.getByRole('button', { name: of }),
    );
    expect(await middleOf(first as Locator)).toBeCloseTo(await middleOf(last as Locator), 0);
    const { height } = await boxOf(card.composer);
    await card.composer.getByRole('textbox', { name: said('compose.label') }).fill('P');
    expect((await boxOf(card.composer)).height).toBe(height);
    await card.composer.getByRole('textbox', { name: said('compose.label') }).fill('');
  });
  await test.step('what the timeline is narrowed down by stands in one row', async () => {
    const choices = card.timeline.getByRole('radio');
    const { y } = await boxOf(choices.first());
    expect((await boxOf(choices.last())).y).toBe(y);
  });
  await test.step('an amount of ten digits is not cut in the list', async () => {
    await card.card.getByRole('button', { name: said('order.new') }).click();
    const order = orderDialog(page);
    await order.goods(1).fill('CNC');
    await order.amount(1).fill('1234567890');
    await page.keyboard.press('Control+Enter');
    await expect(order.dialog).toBeHidden();
    await card.close();
    const amount = list.cell(name, 'revenue');
    await expect(amount).toHaveText('¥1,234,567,890');
    expect(await amount.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
  await test.step('the box for a narrow last column stays within the window', async () => {
    await customers.chooseColumn('Type');
    await list.grid.focus();
    await list.press('Control+Home', ...Array.from({ length: 9 }, () => 'ArrowRight'), 'Enter');
    const { x, width } = await boxOf(list.grid.getByRole('combobox'));
    expect(x + width).toBeLessThanOrEqual(windowSizes.laptop.width);
  });
});
