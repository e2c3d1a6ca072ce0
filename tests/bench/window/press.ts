import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright/test';

const heldMs = 60;

/**
 * Presses a key as a hand does: what is held with it goes down before it, and all of it comes up after a moment. Keys that
 * come up at once are handled in the very milliseconds that are timed.
 */
export async function press(page: Page, chord: string): Promise<void> {
  const held = chord.split('+');
  const key = held.pop() ?? '';
  for (const each of held) {
    await page.keyboard.down(each);
    await setTimeout(heldMs);
  }
  await page.keyboard.down(key);
  await setTimeout(heldMs);
  for (const each of [key, ...held.reverse()]) await page.keyboard.up(each);
}
