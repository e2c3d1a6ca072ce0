import type { CustomerId } from '../../domain/customer/customer.ts';
import { hasError, type Problem } from '../problems.ts';
import type { Buyer } from '../read-buyer.ts';
import type { ReadRow } from '../read-row.ts';
import { isNamed, openBuyers, type Buyers } from './find-buyers.ts';
import type { ArchiveLookup, PlanOptions } from './plan.ts';
import { RowLedger } from './row-ledger.ts';

const reportEvery = 1_000;

interface AboutCustomer {
  customer: Buyer;
  problems: Problem[];
}

/** A row that can be read, with problems of its own. */
export interface RowAbout<R extends AboutCustomer> {
  row: number;
  read: R;
}

/** The rows of a file that tell something of a customer each, and who these may be; what cannot be read is decided. */
export async function openRowsAbout<R extends AboutCustomer>(
  rows: readonly ReadRow<R>[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<{ ledger: RowLedger; reads: RowAbout<R>[]; buyers: Buyers }> {
  const ledger = new RowLedger(lines);
  const reads: RowAbout<R>[] = [];
  for (const [row, item] of rows.entries()) {
    if (row % reportEvery === 0) await options.onProgress(row, rows.length);
    if (item.skipped !== undefined) ledger.decide(row, 'skipped', [{ code: item.skipped, severity: 'skip' }]);
    else if (hasError(item.read.problems)) ledger.decide(row, 'failed', item.read.problems);
    else reads.push({ row, read: { ...item.read, problems: [...item.read.problems] } });
  }
  const customers = reads.map(({ read }) => read.customer);
  return { ledger, reads, buyers: await openBuyers(customers, lookup, options) };
}

/** Whose a row is: somebody who is in no list is created, unless it is not known which one is meant. `undefined` where it fails. */
export function customerOf(
  { customer, problems }: AboutCustomer,
  buyers: Buyers,
  { createUnknown }: PlanOptions,
  create: () => ReturnType<Buyers['create']>,
): CustomerId | undefined {
  const found = buyers.find(customer);
  if (found.customerId !== undefined) return found.customerId;
  if (!createUnknown || found.problem.code === 'match/ambiguous' || !isNamed(customer)) {
    problems.push({ ...found.problem, severity: 'error' });
    return undefined;
  }
  const { customerId, problem } = create();
  problems.push(problem);
  return customerId;
}
