import type { CustomerId } from '../domain/customer/customer.ts';
import { isDossierTable, type Table } from '../domain/tables.ts';
import type { Change } from './change-set.ts';
import { describeChange, type Deed } from './describe-change.ts';
import { splitMoves } from './moves.ts';
import { titleOf } from './record-title.ts';

/** The one record that a change set is about. */
export interface ChangedOne {
  table: Table;
  deed: Deed;
  /** Of records of no customer; what a customer's are called is said nowhere but with the customer. */
  title: string;
  /** Names of the first fields that became others. */
  fields: string[];
}

export interface ChangeSummary {
  /** Changes per table. */
  counts: Partial<Record<Table, number>>;
  /** The one customer concerned; absent when there are several or none. */
  customerId?: CustomerId | undefined;
  /** Absent when it is about several records. */
  one?: ChangedOne | undefined;
}

const mostFields = 6;

/** There is one of each, which is there for people before it is stored. */
const onlyOnes: ReadonlySet<Table> = new Set<Table>(['settings', 'classScheme']);

/** What a change set did, without its content: the light entry of the audit list. */
export function summarizeChanges(changes: readonly Change[]): ChangeSummary {
  const counts: ChangeSummary['counts'] = {};
  const customers = new Set<string>();
  const { moves, others } = splitMoves(changes);
  const arrivals: ReadonlySet<Change> = new Set<Change>(moves.map(({ arriving }) => arriving));
  for (const change of changes) {
    // A record that moved is one record.
    if (!arrivals.has(change)) counts[change.table] = (counts[change.table] ?? 0) + 1;
    if (change.customerId !== undefined && customers.size < 2) customers.add(change.customerId);
  }
  const [customerId] = customers;
  const one = moves.length === 0 ? oneOf(others) : undefined;
  return { counts, ...(customers.size === 1 && { customerId: customerId as CustomerId }), ...(one && { one }) };
}

/** What the classes became is noted beside what was done. */
function oneOf(changes: readonly Change[]): ChangedOne | undefined {
  const [only, second] = changes.filter(({ table }) => table !== 'classChange');
  const record = only?.after ?? only?.before;
  if (!only || !record || second) return undefined;
  const { deed: made, fields } = describeChange(only);
  const deed = made === 'created' && onlyOnes.has(only.table) ? 'edited' : made;
  const names = deed === 'created' ? [] : fields.map(({ field }) => field);
  const title = isDossierTable(only.table) ? '' : titleOf(record);
  return { table: only.table, deed, title, fields: names.slice(0, mostFields) };
}
