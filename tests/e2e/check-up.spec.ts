import { expect, test } from './fixtures/shop.ts';
import { checkUpScreen } from './pages/check-up-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { awaitBox } from './pages/keyboard.ts';
import { shell } from './pages/shell.ts';
import { todayScreen } from './pages/today-screen.ts';
import { said, saidLast } from './pages/words.ts';

test('checks the details of who is due by keys alone, and reports what came of it, without what was taken back', async ({
  app,
  shop,
}) => {
  const checks = checkUpScreen(shop);
  const press = (key: string) => shop.keyboard.press(key);
  await press('Control+k');
  await shop.keyboard.type('jdtj');
  await expect(shop.getByRole('option', { name: said('checkUp.start') })).toBeVisible();
  await press('Enter');

  const first = await checks.name();
  await press('v');
  await shell(shop).tells(`${first}：资料没变`);
  await checks.isPast(first);

  // The first detail is a number; another one at its place, and its owner is sure of the rest.
  const second = await checks.name();
  await press('e');
  await press('Enter');
  await awaitBox(shop);
  await press('Control+a');
  await shop.keyboard.type('13912345678');
  await press('Enter');
  await expect(checks.page.getByText('139 1234 5678')).toBeVisible();
  await expect(checks.page.getByText('今天核实过')).toBeVisible();
  await press('v');
  await checks.isPast(second);

  const third = await checks.name();
  await press('s');
  await checks.isPast(third);

  const fourth = await checks.name();
  await press('u');
  await shell(shop).tells(/已标为不通/);
  await press('r');
  await expect(checks.report).toBeVisible();
  await expect.poll(() => checks.counts()).toEqual({ confirmed: 1, changed: 1, unreachable: 1, skipped: 1 });
  await expect(checks.part('changed')).toContainText(second);
  await expect(checks.part('changed')).toContainText('电话');
  await expect(checks.part('unreachable')).toContainText(fourth);
  await expect(checks.part('skipped')).toContainText(third);

  await press('Control+z');
  await expect.poll(() => checks.counts()).toEqual({ confirmed: 1, changed: 1, unreachable: 0, skipped: 1 });
  await press('Escape');
  await expect(checks.page).toBeVisible();
  await press('Escape');
  await expect(checks.screen).toBeHidden();

  // Whoever is passed over is not asked for again today, though the archive was locked.
  await app.sleep();
  await frontDoor.unlock(shop);
  await shell(shop).isOpen();
  await todayScreen(shop)
    .side.getByRole('button', { name: saidLast('today.checksStart') })
    .press('Enter');
  await checks.name();
  await press('r');
  await expect.poll(() => checks.counts()).toEqual({ confirmed: 1, changed: 1, unreachable: 0, skipped: 1 });
  await expect(checks.part('skipped')).toContainText(third);

  // Whom nobody is to be asked about is not due.
  await shell(shop).goTo('settings');
  const days = shop.getByRole('region', { name: said('settings.checks') });
  const high = days.getByRole('textbox', { name: said('class.value.high') });
  await high.fill('0');
  await high.press('Enter');
  await days.getByRole('button', { name: said('ui.save') }).press('Enter');
  await shell(shop).tells(said('settings.checksSaved'));
  await shell(shop).goTo('today');
  await todayScreen(shop)
    .side.getByRole('button', { name: saidLast('today.checksStart') })
    .press('Enter');
  await expect(checks.figures).toContainText(/高价值.*不提醒/);
});
