import { rm } from 'node:fs/promises';
import type { TestApp } from '../../e2e/fixtures/test-app.ts';
import { customerGrid } from '../../e2e/pages/customer-grid.ts';
import { dataScreen } from '../../e2e/pages/data-screen.ts';
import { frontDoor } from '../../e2e/pages/front-door.ts';
import { shell } from '../../e2e/pages/shell.ts';
import { Random } from '../../samples/random.ts';
import { Tally, type Depth, type FaultRow } from '../table/tally.ts';
import {
  customersFile,
  open,
  prepareKebu,
  quitAndRead,
  storeOf,
  withCopy,
  type PreparedKebu,
} from './prepared-kebu.ts';

export interface Act {
  readonly name: string;
  /** Everything up to the key that sets it going. */
  readonly prepare: (app: TestApp) => Promise<void>;
  readonly begin: (app: TestApp) => Promise<void>;
  /** Roughly how long it takes: the window is killed within this time. */
  readonly takesMs: number;
}

const imported = 1_200;
const begins = (record: string, table: string): boolean => record.startsWith(`${table} `);

async function prepareImport({ page }: TestApp): Promise<void> {
  await shell(page).goTo('data');
  const data = dataScreen(page);
  await data.choose(customersFile('更多.csv', 50_000, imported));
  await data.tryOut();
}

export const anImport: Act = {
  name: 'an import',
  prepare: prepareImport,
  begin: ({ page }) => dataScreen(page).importButton.click({ noWaitAfter: true }),
  takesMs: 2_500,
};

const acts: readonly Act[] = [
  anImport,
  {
    name: 'a bulk edit',
    async prepare({ page }) {
      await shell(page).goTo('customers');
      const list = customerGrid(page);
      await list.grid.focus();
      await list.press('Control+a');
      await list.say('bulk.edit');
      await list.pick(list.dialog.getByRole('button', { name: /^改哪一项/ }), '公司');
      await list.dialog.getByRole('textbox', { name: '改成' }).fill('同一家');
      await list.dialog
        .getByRole('status')
        .getByText(/位会改变/)
        .waitFor();
    },
    begin: ({ page }) => page.keyboard.press('Enter'),
    takesMs: 1_500,
  },
  {
    name: 'an undo',
    async prepare(app) {
      await prepareImport(app);
      await dataScreen(app.page).write();
    },
    begin: ({ page }) => page.keyboard.press('Control+z'),
    takesMs: 2_000,
  },
  {
    // What a database of an older content version goes through, too.
    name: 'a rebuild',
    async prepare(app) {
      await app.close();
      await rm(storeOf(app.userDataDir), { recursive: true, force: true });
      await app.launch();
    },
    begin: ({ page }) => frontDoor.unlock(page),
    takesMs: 1_500,
  },
];

/** What must hold whatever the moment was: nothing that was there before is gone, and the act is there whole or not at all. */
function judge(tally: Tally, where: string, act: Act, before: readonly string[], found: readonly string[]): void {
  const there = new Set(found);
  const changed = act.name === 'a bulk edit';
  // A bulk edit changes the customers themselves; each keeps its number and its contacts.
  const kept = changed ? before.filter((record) => begins(record, 'interaction')) : before;
  const past = kept.filter((record) => !begins(record, 'importBatch'));
  tally.judge(where, past, found);
  const customers = found.filter((record) => begins(record, 'customer')).length;
  const customersBefore = before.filter((record) => begins(record, 'customer')).length;
  const more = customers - customersBefore;
  tally.expect(where, more === 0 || (more === imported && !changed), `${more} of ${imported} customers came in`);
  if (!changed) return;
  const edited = found.filter((record) => begins(record, 'customer') && record.includes('"organization":"同一家"'));
  const isWhole = edited.length === 0 || edited.length === customers;
  tally.expect(where, isWhole, `${edited.length} of ${customers} customers were changed`);
  const untouched = before.filter((record) => begins(record, 'customer') && there.has(record)).length;
  tally.expect(
    where,
    edited.length > 0 || untouched === customersBefore,
    'a customer is neither as before nor changed',
  );
}

export async function killDuring(act: Act, prepared: PreparedKebu, tally: Tally, afterMs: number): Promise<void> {
  const where = `killed ${afterMs} ms into ${act.name}`;
  await withCopy(prepared, async (app) => {
    const refusal = await open(app);
    if (refusal !== null) throw new Error(refusal);
    await act.prepare(app);
    await act.begin(app);
    await app.page.waitForTimeout(afterMs);
    await app.kill();
    const told = await open(app);
    tally.expect(where, told === null, `it does not open any more: ${told}`);
    judge(tally, where, act, prepared.records, await quitAndRead(app, prepared.paperKey));
  }).catch((error: unknown) => tally.complain(where, String(error).slice(0, 300)));
}

/** The browser is killed at some moment of what takes long. */
export async function killedWindows(depth: Depth): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  const prepared = await prepareKebu(300);
  const random = new Random('killed-windows');
  const kills = { quick: 2, whole: 25, long: 250 }[depth];
  for (const act of acts) {
    const tally = new Tally(`browser killed during ${act.name}`);
    for (let kill = 0; kill < kills; kill += 1) await killDuring(act, prepared, tally, random.int(0, act.takesMs));
    rows.push(tally.row());
  }
  await rm(prepared.userDataDir, { recursive: true, force: true });
  return rows;
}
