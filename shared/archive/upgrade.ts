import { contentVersion, type ContentTable } from './content.ts';

/** Turns a record of content version `from` into one of `from + 1`; a table it says nothing about stays as it is. */
export interface ContentStep {
  from: number;
  up(table: ContentTable, record: unknown): unknown;
}

/** One step per content version before the present one, oldest first. Steps are pure and never change once released. */
const steps: readonly ContentStep[] = [
  // Version 2 brought erased.json and another hash; records mean what they meant.
  { from: 1, up: (_table, record) => record },
  // Version 3 brought relations, more about who introduced a customer, and sales that outlive their customer.
  { from: 2, up: (_table, record) => record },
  // Version 4 brought the files of customers.
  { from: 3, up: (_table, record) => record },
  // Version 5 brought merged customers, and pairs that are known to be two.
  { from: 4, up: (_table, record) => record },
  // Version 6 brought the state of mails, accounts and addresses, addresses of contact persons, and where a changed value came from.
  { from: 5, up: (_table, record) => record },
  // Version 7 brought files that are values of a field.
  { from: 6, up: (_table, record) => record },
  // Version 8 brought lists of words of the user's own, sources among them, and imports of relations. The sources there were keep their codes.
  { from: 7, up: (_table, record) => record },
  // Version 9 brought imports of contact persons.
  { from: 8, up: (_table, record) => record },
  // Version 10 brought customers who are said to be lost, and why.
  { from: 9, up: (_table, record) => record },
  // Version 11 brought how often details are checked, what checks came to, and why follow-ups are put off.
  { from: 10, up: (_table, record) => record },
  // Version 12 brought opening sales.
  { from: 11, up: (_table, record) => record },
  // Version 13 brought what was decided about lists from elsewhere.
  { from: 12, up: (_table, record) => record },
  // Version 14 brought campaigns, and which one brought a customer.
  { from: 13, up: (_table, record) => record },
  // Version 15 brought answers that are no values.
  { from: 14, up: (_table, record) => record },
  // Version 16 brought where the owner of the archive is to be reached.
  { from: 15, up: (_table, record) => record },
  // Version 17 brought orders that are entered by hand.
  { from: 16, up: (_table, record) => record },
  // Version 18 brought what amounts are in; before, they were yuan.
  { from: 17, up: (_table, record) => record },
];

/** Brings a record of an older content version to the present meaning. */
export function upgradeRecord(
  table: ContentTable,
  record: unknown,
  fromVersion: number,
  path: readonly ContentStep[] = steps,
  toVersion: number = contentVersion,
): unknown {
  let upgraded = record;
  for (let version = fromVersion; version < toVersion; version += 1) {
    const step = path.find((candidate) => candidate.from === version);
    if (!step) throw new Error(`Broken invariant: no step from content version ${version}`);
    upgraded = step.up(table, upgraded);
  }
  return upgraded;
}
