import { expect, test } from './fixtures/shop.ts';
import { calendarScreen } from './pages/calendar-screen.ts';
import { shell } from './pages/shell.ts';

test('shows months in both calendars and the days to come, and has follow-ups finished and moved', async ({ shop }) => {
  const calendar = calendarScreen(shop);
  await test.step('shows a month in both calendars and moves through the months', async () => {
    await shell(shop).goTo('calendar');
    await expect(calendar.chosen).toHaveAccessibleName(/11月21日 .*十月十三 .*项/);
    await expect(calendar.grid.getByRole('columnheader').first()).toHaveText('周一');
    await calendar.next.click();
    await expect(calendar.grid).toHaveAccessibleName(/^2026年12月/);
    await calendar.previous.click();
    await calendar.previous.click();
    await expect(calendar.grid).toHaveAccessibleName(/^2026年10月/);
    // The National Day holiday and a made-up workday.
    await expect(calendar.day('10月1日')).toHaveAccessibleName(/国庆节 休/);
    await calendar.screen.getByRole('button', { name: '今天' }).click();
    await expect(calendar.chosen).toHaveAccessibleName(/^11月21日|^今天/);
  });
  await test.step('is worked with the keyboard alone', async () => {
    await shell(shop).goTo('calendar');
    await calendar.chosen.focus();
    for (const [key, day] of [
      ['ArrowRight', '11月22日'],
      ['ArrowDown', '11月29日'],
      ['ArrowLeft', '11月28日'],
      ['ArrowUp', '11月21日'],
      ['PageDown', '12月21日'],
      ['PageUp', '11月21日'],
    ] as const) {
      await shop.keyboard.press(key);
      await expect(calendar.chosen, key).toHaveAccessibleName(new RegExp(`^(?:${day}|今天) `));
      await expect(calendar.chosen).toBeFocused();
    }
    await shop.keyboard.press('PageDown');
    await shop.keyboard.press('t');
    await expect(calendar.grid).toHaveAccessibleName(/^2026年11月/);
  });
  await test.step('lists what comes day by day in the agenda, and leads to the customer', async () => {
    await shell(shop).goTo('calendar');
    await calendar.show('agenda');
    const days = calendar.screen.getByRole('region');
    await expect(days.nth(5)).toBeVisible();
    const entry = days.nth(1).getByRole('listitem').first();
    const text = await entry.innerText();
    await entry.getByRole('button').first().click();
    const card = shop.getByRole('article');
    await expect(card).toBeVisible();
    expect(text).toContain((await card.getAttribute('aria-label')) ?? 'the card has no name');
  });
  await test.step('finishes a follow-up, moves another to a new day, and takes both back', async () => {
    await shell(shop).goTo('calendar');
    await calendar.show('month');
    const open = calendar.panel.getByRole('checkbox');
    await expect(open.nth(1)).toBeVisible();
    const count = await open.count();
    const name = (await open.first().getAttribute('aria-label')) ?? '';
    await open.first().focus();
    await shop.keyboard.press('Space');
    await shell(shop).tells(/^已完成：/);
    await expect(calendar.panel.getByRole('checkbox', { name, exact: true })).toHaveCount(0);
    await shell(shop).undo();
    await expect(open).toHaveCount(count);

    await calendar.panel.getByRole('button', { name: '改期' }).first().click();
    await shop.getByRole('dialog').getByRole('spinbutton').last().fill('28');
    await shop.getByRole('dialog').getByRole('button', { name: '改期' }).click();
    await shell(shop).tells(/改到/);
    await expect(open).toHaveCount(count - 1);
    await calendar.day('11月28日').click();
    await expect(open.first()).toBeVisible();
    await shell(shop).undo();
  });
});
