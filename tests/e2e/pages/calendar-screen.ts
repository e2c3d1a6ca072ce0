import type { Page } from 'playwright/test';
import { screenOf } from './screen.ts';
import { said } from './words.ts';

export function calendarScreen(page: Page) {
  const screen = screenOf(page, 'calendar.title');
  const grid = screen.getByRole('grid');
  return {
    screen,
    grid,
    /** A day of the month that is shown, such as `11月21日`. */
    day: (label: string) => grid.getByRole('gridcell', { name: new RegExp(`^${label} `) }),
    chosen: grid.locator('[role=gridcell][aria-selected=true]'),
    /** The chosen day in full. */
    panel: screen.getByRole('complementary'),
    next: screen.getByRole('button', { name: said('calendar.next') }),
    previous: screen.getByRole('button', { name: said('calendar.previous') }),
    async show(view: 'month' | 'agenda'): Promise<void> {
      await screen.getByRole('radio', { name: said(`calendar.${view}`) }).click();
    },
  };
}
