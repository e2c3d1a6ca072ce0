import { defineConfig } from 'playwright/test';
import { findElectron } from './electron/stand-in/electron-binary.ts';
import type { HostOptions } from './tests/e2e/fixtures/app.ts';
import { ensureTools } from './tests/helpers/ensure-tools.ts';

// Workers read this file too, and must not build under one another.
if (process.env['TEST_WORKER_INDEX'] === undefined) ensureTools();

const hasElectron = findElectron(import.meta.dirname) !== null;

export default defineConfig<object, HostOptions>({
  testDir: 'tests/e2e',
  // Node reads the sources as they are; Playwright would translate every one of them in every clone.
  build: { external: ['**/*.ts'] },
  outputDir: 'out/e2e',
  // Every test has its folders and a window of its own, so they get on side by side; of two cores, two leave a fifth unused.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // For a machine that does other things besides; nothing waits longer than it must.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // The same specs in both; Electron's binary cannot be fetched everywhere.
  projects: [
    { name: 'stand-in', use: { host: 'stand-in' } },
    ...(hasElectron ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
  // Traces double the time; `npm run test:e2e -- --trace on` makes them.
  use: { screenshot: 'only-on-failure' },
});
