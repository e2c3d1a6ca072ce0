import { dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import { expect, test } from './fixtures/shop.ts';
import { classesScreen } from './pages/classes-screen.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';

test('has everybody in exactly one class of every scheme, classifies anew by other rules, and shows who is in a class', async ({
  shop,
}) => {
  await test.step('has every customer in exactly one class of every scheme', async () => {
    await shell(shop).goTo('classes');
    const customers = await shell(shop).readCustomers();
    expect(customers).toBeGreaterThan(800);
    for (const dimension of dimensions) {
      const { coveragePercent, overlapping, classes } = await classesScreen(shop).read(dimension);
      const sum = classes.reduce((all, { count }) => all + count, 0);
      expect({ coveragePercent, overlapping, sum }, dimension).toEqual({
        coveragePercent: 100,
        overlapping: 0,
        sum: customers,
      });
    }
  });
  await test.step('classifies everybody anew by other rules, refuses contradictions, and takes it back', async () => {
    const classes = classesScreen(shop);
    await shell(shop).goTo('classes');
    const before = await classes.read('value');
    const high = classes.screen.getByRole('textbox', { name: '高价值：累计占到百分之几' });
    const save = classes.screen.getByRole('button', { name: '保存规则' });
    await high.fill('97');
    await high.blur();
    await expect(classes.screen.getByText(/中价值的比例要大于高价值/)).toBeVisible();
    await expect(save).toBeDisabled();
    await high.fill('40');
    await high.blur();
    await save.click();
    await shell(shop).tells('规则已保存，客户已重新归类');
    await expect
      .poll(async () => (await classes.read('value')).classes[0]?.count)
      .toBeLessThan(before.classes[0]?.count ?? 0);
    const after = await classes.read('value');
    const total = (state: typeof before): number => state.classes.reduce((sum, { count }) => sum + count, 0);
    expect(total(after)).toBe(total(before));
    await shell(shop).undo();
    await expect.poll(async () => (await classes.read('value')).classes).toEqual(before.classes);
  });
  await test.step('shows the customers of a class, as many as it counts', async () => {
    await shell(shop).goTo('classes');
    const { classes } = await classesScreen(shop).read('lifecycle');
    const lost = classes.find(({ word }) => word.endsWith('流失'));
    await classesScreen(shop).table.getByRole('button', { name: /流失/ }).click();
    await expect(customersScreen(shop).count).toContainText(`${String(lost?.count)} / `);
  });
});
