import { expect, test } from './fixtures/shop.ts';
import { dataScreen } from './pages/data-screen.ts';
import { shell } from './pages/shell.ts';

test('fills the archive through the door of the practice shop, with receipts that add up', async ({ shop }) => {
  // The door itself was gone through when the shop was prepared.
  await expect(shell(shop).status.getByText('练习店铺')).toBeVisible();
  await shell(shop).goTo('data');
  const { receipts, screen } = dataScreen(shop);
  await expect(receipts).toHaveCount(3);
  for (const receipt of await receipts.allInnerTexts()) {
    const line = receipt.split('\n').at(-1) ?? '';
    const [rowsRead = 0, ...outcomes] = [...line.matchAll(/\d[\d,]*/g)].map(([count]) =>
      Number(count.replaceAll(',', '')),
    );
    expect(rowsRead, receipt).toBeGreaterThan(800);
    expect(
      outcomes.reduce((sum, count) => sum + count, 0),
      receipt,
    ).toBe(rowsRead);
  }
  // It is offered to an empty archive only.
  await expect(screen.getByRole('button', { name: '装入练习店铺' })).toHaveCount(0);
});
