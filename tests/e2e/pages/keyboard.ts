import type { BrowserContext, Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';

/** What the page says in its console when anything but a key was used. */
export const mouseWasUsed = 'used something else than the keyboard';

/** From here on any event of a mouse, a pen or a finger is an error of the page, also after it was loaded again. */
export async function forbidMouse(context: BrowserContext): Promise<void> {
  await context.addInitScript(watchPointers, mouseWasUsed);
  for (const page of context.pages()) await page.evaluate(watchPointers, mouseWasUsed);
}

/** Runs in the page. */
function watchPointers(complaint: string): void {
  const pointed = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart', 'dragstart', 'drop'];
  for (const type of pointed) {
    globalThis.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) console.error(`${complaint}: ${type}`);
      },
      { capture: true, passive: true },
    );
  }
}

/** Waits until a box has the keyboard. */
export async function awaitBox(page: Page): Promise<void> {
  await expect(page.locator(':is(input, textarea):focus')).toHaveCount(1);
}

/** Types once a box has the keyboard: Chinese comes by an input method, which writes only where there is a box. */
export async function typeInBox(page: Page, text: string): Promise<void> {
  await awaitBox(page);
  await page.keyboard.type(text);
}

/** A window in the hands of somebody who has no mouse: keys go in, and what has the focus can be seen. */
export function keyboard(page: Page) {
  const focused = page.locator(':focus');
  return {
    focused,
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text: string) => typeInBox(page, text),
    /** Goes on from one stop to the next until this one has the keyboard, as far as a person would. */
    async goTo(target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
      await expect(target).toBeVisible();
      const hasFocus = () => target.evaluate((element) => element === document.activeElement);
      for (let stops = 0; !(await hasFocus()); stops += 1) {
        if (stops === most) throw new Error(`No ${String(most)} stops lead to ${String(target)}`);
        await page.keyboard.press(by);
      }
    },
    /** Presses the button as soon as it is reached. */
    async use(target: Locator, by?: 'Tab' | 'Shift+Tab'): Promise<void> {
      await this.goTo(target, by);
      await page.keyboard.press('Enter');
    },
    /** Moves through what is open (a menu, a list, a row of choices) until this one is active. */
    async choose(target: Locator, by: string = 'ArrowDown', most = 60): Promise<void> {
      await this.reach(target, by, most);
      await page.keyboard.press('Enter');
    },
    async reach(target: Locator, by: string, most = 60): Promise<void> {
      await expect(target).toBeVisible();
      const isActive = () =>
        target.evaluate((element) => {
          const { activeElement } = document;
          return (
            element === activeElement ||
            element.contains(activeElement) ||
            activeElement?.getAttribute('aria-activedescendant') === element.id
          );
        });
      for (let steps = 0; !(await isActive()); steps += 1) {
        if (steps === most) throw new Error(`No ${String(most)} steps lead to ${String(target)}`);
        await page.keyboard.press(by);
      }
    },
  };
}
