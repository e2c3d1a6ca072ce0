import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '#shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['tests/{architecture,unit,history,contract,fault}/**/*.test.ts'],
    testTimeout: 120_000,
    pool: 'threads',
    // By itself it leaves one core to a person who waits; of two that is half.
    maxWorkers: availableParallelism(),
  },
});
