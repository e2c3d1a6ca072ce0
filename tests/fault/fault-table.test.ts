import { describe, expect, it } from 'vitest';
import { scenarios } from './table/scenarios.ts';
import { isPassed, tableOf, type FaultRow } from './table/tally.ts';

/** A few points of every fault; `npm run test:faults` tries them all. */
describe('the table of faults, in short', () => {
  it.each(Object.entries(scenarios))('%s', async (_name, run) => {
    const rows = [await run('quick')].flat();
    for (const row of rows) {
      if (row.skipped !== undefined) console.warn(`SKIPPED: ${row.fault}: ${row.skipped}`);
      expect(row.wrong).toEqual([]);
      expect(isPassed(row), row.fault).toBe(true);
    }
  });
});

describe('a line of the table', () => {
  const row: FaultRow = { fault: 'a fault', points: 3, acknowledged: 9, lost: 0, wrong: [] };

  it.each([
    ['passes when nothing was lost', row, true],
    ['fails when something was', { ...row, lost: 1 }, false],
    ['fails when something else was wrong', { ...row, wrong: ['twice'] }, false],
    ['fails when nothing was tried', { ...row, points: 0 }, false],
    ['fails when it is a control and loses nothing', { ...row, isControl: true }, false],
    ['passes when it is a control and loses something', { ...row, lost: 1, isControl: true }, true],
    ['passes, loudly, when it cannot be tried here', { ...row, points: 0, skipped: 'no tool' }, true],
  ])('%s', (_what, line, passes) => {
    expect(isPassed(line)).toBe(passes);
    expect(tableOf([line]).includes('FAILED')).toBe(!passes && !line.isControl);
  });
});
