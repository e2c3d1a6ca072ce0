import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests of what `shared/` decides. Nothing there remembers anything, so one file may follow another in the same worker. */
const pure = [
  'archive',
  'calendar',
  'changes',
  'classify',
  'crypto',
  'custom-fields',
  'domain',
  'facts',
  'filter',
  'formats',
  'formula',
  'i18n',
  'linkage',
  'match',
  'merge',
  'print',
  'quick-add',
  'reach',
  'rewrite',
  'words',
].map((folder) => `tests/unit/${folder}/**/*.test.ts`);

export default defineConfig({
  resolve: { alias: { '#shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Nothing waits longer than it must; by itself it gives up after a second.
    expect: { poll: { timeout: 20_000 } },
    pool: 'threads',
    // By itself it leaves one core to a person who waits; of two that is half. Tests wait too, for disks and other processes.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'shared', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'kebu',
          include: ['tests/{architecture,unit,history,contract,fault}/**/*.test.ts'],
          exclude: pure,
        },
      },
    ],
  },
});
