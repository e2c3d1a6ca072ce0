import { defineConfig } from 'playwright/test';
import { findElectron } from './electron/stand-in/electron-binary.ts';
import type { HostOptions } from './tests/e2e/fixtures/app.ts';

const hasElectron = findElectron(import.meta.dirname) !== null;

export default defineConfig<object, HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  // One window at a time: what is measured and awaited must not depend on a neighbour.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  // The same specs in both; Electron's binary cannot be fetched everywhere.
  projects: [
    { name: 'stand-in', use: { host: 'stand-in' } },
    ...(hasElectron ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
  // Traces double the time; `npm run test:e2e -- --trace on` makes them.
  use: { screenshot: 'only-on-failure' },
});
