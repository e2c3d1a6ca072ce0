import { expect as base } from 'playwright/test';

/** The demo works the pages without the test runner and its settings. */
export const expect = base.configure({ timeout: 30_000 });
