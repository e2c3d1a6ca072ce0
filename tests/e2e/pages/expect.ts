import { expect as base, type Locator } from 'playwright/test';

const timeout = 30_000;

/**
 * Between two looks Playwright's own matcher writes the whole page down, in case that look was the last, and keeps the page
 * from showing what is waited for. `waitFor` looks for the same without that; why it never came, the matcher is left to say.
 */
async function toBeVisible(
  this: { readonly isNot: boolean },
  locator: Locator,
  options: { readonly timeout?: number; readonly visible?: boolean } = {},
): Promise<{ pass: boolean; message: () => string }> {
  if (this.isNot) {
    await base(locator).not.toBeVisible({ timeout, ...options });
    return { pass: false, message: String };
  }
  const { visible = true, ...patience } = options;
  const isSo = await locator.waitFor({ state: visible ? 'visible' : 'hidden', timeout, ...patience }).then(
    () => true,
    () => false,
  );
  if (!isSo) await base(locator).toBeVisible({ visible, timeout: 1 });
  return { pass: true, message: String };
}

/** Knows the time that a busy machine takes; the demo works the pages without the test runner and its settings. */
export const expect: typeof base = base.configure({ timeout }).extend({ toBeVisible });
