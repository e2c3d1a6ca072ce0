import { parseArgs } from 'node:util';
import { ensureFaultTools, ensureTools } from '../../helpers/ensure-tools.ts';
import { windowScenarios } from '../browser/window-scenarios.ts';
import { backupsOpened } from './backups-opened.ts';
import { scenarios } from './scenarios.ts';
import { isPassed, tableOf, type FaultRow } from './tally.ts';

/** `npm run test:faults`: every fault at every point, as a table. `--long` takes hours, `--only` names some of them. */
const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const depth = values.long ? 'long' : values.quick ? 'quick' : 'whole';

// The windows that it opens are those of the app as it is built.
ensureTools();
ensureFaultTools();
const rows: FaultRow[] = [];
for (const [name, run] of Object.entries({ ...scenarios, ...windowScenarios })) {
  if (!name.includes(values.only)) continue;
  const begun = performance.now();
  const found = await rowsOf(name, () => run(depth));
  rows.push(...found);
  console.error(`${name}: ${Math.round((performance.now() - begun) / 1000)} s\n${tableOf(found)}\n`);
}
if (rows.some(({ fault }) => fault.includes('backup'))) rows.push(backupsOpened());
console.log(tableOf(rows));
const failed = rows.filter((row) => !isPassed(row));
for (const { fault, wrong } of failed) console.log(`\n${fault}\n  ${wrong.slice(0, 20).join('\n  ')}`);
process.exitCode = failed.length === 0 && rows.length > 0 ? 0 : 1;

/** One that broke off counts as failed, and the others go on. */
async function rowsOf(name: string, run: () => Promise<FaultRow | FaultRow[]>): Promise<FaultRow[]> {
  try {
    return [await run()].flat();
  } catch (error) {
    return [{ fault: name, points: 0, acknowledged: 0, lost: 0, wrong: [`broke off: ${String(error)}`] }];
  }
}
