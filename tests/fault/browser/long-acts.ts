import { rm } from 'node:fs/promises';
import type { TestApp } from '../../e2e/fixtures/test-app.ts';
import { customerGrid } from '../../e2e/pages/customer-grid.ts';
import { customersScreen } from '../../e2e/pages/customers-screen.ts';
import { dataScreen } from '../../e2e/pages/data-screen.ts';
import { frontDoor } from '../../e2e/pages/front-door.ts';
import { mergeDialog } from '../../e2e/pages/merge-dialog.ts';
import { shell } from '../../e2e/pages/shell.ts';
import { said } from '../../e2e/pages/words.ts';
import type { Act } from './kill-window.ts';
import { customersFile, openWhole, storeOf, talkedTo } from './prepared-kebu.ts';

const imported = 1_200;
const begins = (record: string, table: string): boolean => record.startsWith(`${table} `);
const fieldsOf = (record: string): Record<string, unknown> =>
  JSON.parse(record.slice(record.indexOf(' '))) as Record<string, unknown>;
const customersAmong = (records: readonly string[]) => records.filter((record) => begins(record, 'customer'));

async function prepareImport(app: TestApp): Promise<void> {
  await openWhole(app);
  await shell(app.page).goTo('data');
  const data = dataScreen(app.page);
  await data.choose(customersFile('更多.csv', 50_000, imported));
  await data.tryOut();
}

/** The file's customers are there, or none of them. */
const judgeImport: Act['judge'] = (tally, where, before, found) => {
  const past = before.filter((record) => !begins(record, 'importBatch'));
  tally.judge(where, past, found);
  const more = customersAmong(found).length - customersAmong(before).length;
  tally.expect(where, more === 0 || more === imported, `${more} of ${imported} customers came in`);
};

export const anImport: Act = {
  name: 'an import',
  prepare: prepareImport,
  begin: ({ page }) => dataScreen(page).importButton.click({ noWaitAfter: true }),
  takesMs: 2_500,
  judge: judgeImport,
};

const aBulkEdit: Act = {
  name: 'a bulk edit',
  async prepare(app) {
    await openWhole(app);
    const { page } = app;
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
  judge(tally, where, before, found) {
    // It changes the customers themselves; each keeps its number and its contacts.
    const contacts = before.filter((record) => begins(record, 'interaction'));
    tally.judge(where, contacts, found);
    const [customersBefore, customers] = [customersAmong(before), customersAmong(found)];
    tally.expect(where, customers.length === customersBefore.length, `${customers.length} customers are left`);
    const edited = customers.filter((record) => record.includes('"organization":"同一家"'));
    const isWhole = edited.length === 0 || edited.length === customers.length;
    tally.expect(where, isWhole, `${edited.length} of ${customers.length} customers were changed`);
    const there = new Set(found);
    const isAsBefore = customersBefore.every((record) => there.has(record));
    tally.expect(where, edited.length > 0 || isAsBefore, 'a customer is neither as before nor changed');
  },
};

const anUndo: Act = {
  name: 'an undo',
  async prepare(app) {
    await prepareImport(app);
    await dataScreen(app.page).write();
  },
  begin: ({ page }) => page.keyboard.press('Control+z'),
  takesMs: 2_000,
  judge: judgeImport,
};

const aRebuild: Act = {
  name: 'a rebuild',
  async prepare(app) {
    await rm(storeOf(app.userDataDir), { recursive: true, force: true });
    await app.launch();
  },
  begin: ({ page }) => frontDoor.unlock(page),
  takesMs: 1_500,
  judge: judgeImport,
};

const [stays, goes] = talkedTo;

const aMerge: Act = {
  name: 'a merge',
  async prepare(app) {
    await openWhole(app);
    const { page } = app;
    await shell(page).goTo('customers');
    await customersScreen(page).find(goes.phone, [goes.name]);
    await customersScreen(page).open(goes.name);
    await mergeDialog(page).openInto(stays.phone, new RegExp(stays.name));
    await mergeDialog(page)
      .dialog.getByRole('button', { name: said('merge.merge') })
      .focus();
  },
  begin: ({ page }) => page.keyboard.press('Enter'),
  takesMs: 500,
  judge(tally, where, before, found) {
    const idOf = (name: string) =>
      customersAmong(before)
        .map(fieldsOf)
        .find((customer) => customer['name'] === name)?.['id'];
    const [stayed, gone] = [idOf(stays.name), idOf(goes.name)];
    const isOfThem = (record: string) => [stayed, gone].some((id) => record.includes(`"${String(id)}"`));
    const isMerged = customersAmong(found)
      .map(fieldsOf)
      .some(({ id, mergedInto }) => id === gone && mergedInto === stayed);
    if (!isMerged) {
      tally.judge(where, before, found);
      return;
    }
    // Whose each contact is, in the place of what became of the two.
    const told = found
      .filter((record) => begins(record, 'interaction') && isOfThem(record))
      .map(fieldsOf)
      .map(({ text, customerId }) => `${String(text)} of ${String(customerId)}`);
    const expected = talkedTo.map(({ said: text }) => `${text} of ${String(stayed)}`);
    tally.judge(where, [...before.filter((record) => !isOfThem(record)), ...expected], [...found, ...told]);
  },
};

/** What a person does that takes long. */
export const longActs: readonly Act[] = [anImport, aBulkEdit, anUndo, aRebuild, aMerge];
