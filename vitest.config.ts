import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that exchange modules, or stand-ins for what belongs to the whole process: a worker of its own for each file. */
const alone = ['tests/unit/{app,keys,stand-in,ui,window}/**/*.test.ts'];

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
    // Modules are read once by each worker, not once by each file: reading them took longer than most tests.
    setupFiles: ['tests/helpers/after-file.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'kebu',
          include: ['tests/{architecture,unit,history,contract,fault}/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
