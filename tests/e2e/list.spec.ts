import { expect, openShop, test } from './fixtures/shop.ts';
import { windowSizes } from './fixtures/test-app.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';

/** How many of all are shown, from `12 / 838`. */
function countOf(text: string | null): number {
  return Number(/^[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''));
}

test('orders, narrows and groups the list, has the same columns after a restart, and finds one among hundreds', async ({
  shop,
  app,
}) => {
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  const all = await shell(shop).readCustomers();

  await test.step('a heading orders: the largest first, then the smallest, then as it was', async () => {
    const heading = customers.columnHeader('field.revenue');
    const before = await customers.names();
    const amounts = async (): Promise<number[]> =>
      (await customers.readColumn('revenue'))
        .map((text) => Number.parseFloat(text.replaceAll(/[^\d.-]/g, '')))
        .filter((amount) => !Number.isNaN(amount));
    await expect(heading).toHaveAttribute('aria-sort', 'none');
    for (const [sort, sign] of [
      ['descending', -1],
      ['ascending', 1],
    ] as const) {
      await customers.sortBy('field.revenue');
      await expect(heading).toHaveAttribute('aria-sort', sort);
      await expect
        .poll(async () => {
          const shown = await amounts();
          return shown.join() === shown.toSorted((a, b) => sign * (a - b)).join();
        }, sort)
        .toBe(true);
    }
    await customers.sortBy('field.revenue');
    await expect(heading).toHaveAttribute('aria-sort', 'none');
    await expect.poll(() => customers.names()).toEqual(before);
  });

  await test.step('each chip narrows the list, and taking it off widens it again', async () => {
    const classesOf = async (column: string) => [...new Set(await customers.readColumn(column))];
    await customers.chooseFilter('高价值');
    await expect(customers.count).toHaveText(new RegExp(`^\\d+ / ${String(all)}$`));
    const high = countOf(await customers.count.textContent());
    await expect.poll(() => classesOf('value')).toEqual(['高价值']);
    await customers.chooseFilter('忠诚');
    await expect.poll(async () => countOf(await customers.count.textContent())).toBeLessThan(high);
    await expect.poll(() => classesOf('lifecycle')).toEqual(['忠诚']);
    await customers.removeFilter('忠诚');
    await expect(customers.count).toHaveText(`${String(high)} / ${String(all)}`);

    await customers.chooseGroup('客户价值');
    await expect(customers.groups).toHaveCount(1);
    await expect(customers.groups).toContainText(`高价值${String(high)} 位`);
    await customers.removeFilter('高价值');
    await expect(customers.count).toHaveText(`${String(all)} 位`);
    await expect(customers.groups.first()).toContainText(`高价值${String(high)} 位`);

    const [first, second] = [customers.groups.first(), customers.groups.nth(1)];
    await customers.grid.focus();
    for (const key of ['Home', 'ArrowLeft', 'ArrowLeft']) await shop.keyboard.press(key);
    await expect(first.getByRole('button')).toHaveAccessibleName('展开高价值');
    await shop.keyboard.press('ArrowDown');
    await expect(customers.grid).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
    for (const key of ['ArrowUp', 'ArrowRight']) await shop.keyboard.press(key);
    await expect(first.getByRole('button')).toHaveAccessibleName('收起高价值');
    await customers.chooseGroup('不分组');
    await expect(customers.groups).toHaveCount(0);
  });

  await test.step('what a box cuts off is shown whole under the pointer, and only then', async () => {
    const cell = customers.rows.first().locator('[data-column=name]');
    await cell.hover();
    await expect(cell).not.toHaveAttribute('title');
    await cell.evaluate((box: HTMLElement) => {
      box.style.maxWidth = '2rem';
    });
    await customers.search.hover();
    await cell.hover();
    await expect(cell).toHaveAttribute('title', (await cell.textContent()) ?? '');
  });

  await test.step('who bought something, ever or lately, is asked in the builder and in the search', async () => {
    const list = customerGrid(shop);
    const builder = await list.openFilter();
    await list.pick(builder.getByRole('button', { name: /^字段/ }), '买过的商品');
    await list.pickAlso(builder.getByRole('button', { name: /^值/ }), '生料带');
    await expect(builder.getByText('买过的商品有生料带')).toBeVisible();
    await builder.getByRole('textbox', { name: '近几天（空为全部）' }).fill('60');
    await shop.keyboard.press('Tab');
    await expect(builder.getByText('近 60 天买过的商品有生料带')).toBeVisible();
    await builder.getByRole('button', { name: '完成' }).click();
    const isNarrowed = new RegExp(`^[1-9]\\d* / ${String(all)}$`);
    await expect(customers.count).toHaveText(isNarrowed);
    const lately = countOf(await customers.count.textContent());
    await customers.removeFilter('生料带');
    await expect(customers.count).toHaveText(`${String(all)} 位`);
    await customers.search.fill('买过:生料');
    await expect(customers.suggestions.first()).toContainText('买过:生料带');
    await expect(customers.count).toHaveText(isNarrowed);
    const ever = countOf(await customers.count.textContent());
    expect(ever).toBeGreaterThan(lately);
    await customers.search.fill('-买过:生料带');
    await expect(customers.count).toHaveText(`${String(all - ever)} / ${String(all)}`);
    await customers.search.fill('');
  });

  await test.step('a cell is typed into further when the list rolled it away', async () => {
    const list = customerGrid(shop);
    const [first = ''] = await customers.names();
    await list.cell(first, 'phone').dblclick();
    const box = shop.getByRole('textbox', { name: `修改 ${first} 的电话` });
    await expect(box).toBeFocused();
    await shop.keyboard.type('1390013');
    await shop.mouse.wheel(0, 6000);
    await expect(list.rowOf(first)).not.toBeInViewport();
    await shop.keyboard.type('9009');
    await list.press('Enter');
    await shell(shop).tells('已修改电话');
    await list.press('Control+Home');
    await expect(list.cell(first, 'phone')).toHaveText('139 0013 9009');
    await shell(shop).undo();
  });

  const { headings } = customers;
  await customers.chooseColumn('来源渠道');
  await customers.chooseColumn('电话');
  await expect.poll(headings).toContain('来源渠道');
  await expect.poll(headings).not.toContain('电话');
  await test.step('rolled sideways, the headings cover the rows that go by under them', async () => {
    for (const column of ['公司', '邮箱', '地址', '职位']) await customers.chooseColumn(column);
    const rolled = await customerGrid(shop).grid.evaluate((box) => {
      box.scrollLeft = box.scrollWidth;
      const end = box.querySelector('[role=rowgroup]')?.getBoundingClientRect().right ?? 0;
      const beyond = box.getBoundingClientRect().left + box.clientWidth - end;
      return { isFar: box.scrollLeft > 100, isCovered: beyond < 1 };
    });
    expect(rolled).toEqual({ isFar: true, isCovered: true });
  });
  const chosen = await headings();
  await app.close();
  const page = await openShop(app);
  await shell(page).goTo('customers');
  const again = customersScreen(page);
  await expect.poll(again.headings).toEqual(chosen);

  await test.step('finds one among hundreds by any way to write name, phone, company, address and note', async () => {
    const card = await again.add({
      name: '单仇夐',
      phone: '138 0013 8001',
      organization: '青禾桥五金',
      note: '养了一只鹦鹉',
    });
    await card.showAllFacts();
    await card.editFact('field.addresses', '杭州市余杭区良渚街道玉鸟路 7 号');
    await again.closeCard();
    for (const text of [
      '仇夐',
      'shanqiu',
      'sqx',
      'danchou',
      '13800138001',
      '138-0013-8001',
      '+86 138 0013',
      '00138001',
      '１３８００１３８００１',
      '青禾桥 夐',
      '玉鸟路',
      '鹦鹉',
    ]) {
      await test.step(text, async () => {
        await again.search.fill(text);
        await expect(again.rows.filter({ hasText: '单仇夐' }), text).toHaveCount(1);
      });
    }
    await expect(again.count).toHaveText(/^1 \/ /);
    await again.search.fill('');
  });
  await test.step('in a larger window, the first lines of an answer are drawn before those below them', async () => {
    await page.setViewportSize(windowSizes.desktop);
    await again.sortBy('field.name');
    await shell(page).settles();
    const drawn = await again.grid.evaluateHandle((grid) => {
      // The first line and one behind the twelve: row 1 is the heading.
      const names = () =>
        [2, 16].map((row) => grid.querySelector(`[aria-rowindex="${String(row)}"]`)?.textContent ?? '');
      const states = [names()];
      new MutationObserver(() => states.push(names())).observe(grid, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return states;
    });
    await again.sortBy('field.name');
    const isAnswered = (states: string[][]) => states.at(-1)?.every((name, at) => name !== states[0]?.[at]) === true;
    await expect.poll(async () => isAnswered(await drawn.jsonValue())).toBe(true);
    const states = await drawn.jsonValue();
    const [before, after] = [states[0] ?? [], states.at(-1) ?? []];
    expect(before.every((name) => name !== '')).toBe(true);
    expect(states).toContainEqual([after[0], before[1]]);
    expect(states).not.toContainEqual([before[0], after[1]]);
  });
});
