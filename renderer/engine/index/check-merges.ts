import type { Change } from '#shared/changes/change-set.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Columns } from './columns.ts';
import { isMerged, mergedInto } from './merged-customers.ts';

/**
 * What no write may do to merged customers, whichever way it comes: make one of somebody who is not there, bring one back while
 * what was theirs went on with the survivor to somebody else, or take the survivor away for good and leave them behind. Throws
 * `archive/not-found`, `merge/moved-on`, `archive/undo-conflict`.
 */
export function checkMerges(changes: readonly Change[], columns: Columns): void {
  const written = new Map<string, Customer | null>();
  for (const { table, id, after } of changes) if (table === 'customer') written.set(id, after as Customer | null);
  const stateOf = (id: string): 'gone' | 'merged' | 'there' => {
    const customer = written.get(id);
    if (customer !== undefined) return customer === null ? 'gone' : customer.mergedInto ? 'merged' : 'there';
    const index = columns.indexOf(id);
    if (!columns.isAlive(index)) return 'gone';
    return isMerged(columns, index) ? 'merged' : 'there';
  };
  const gone: CustomerId[] = [];
  for (const { table, id, before, after } of changes) {
    if (table !== 'customer') continue;
    const [was, customer] = [before as Customer | null, after as Customer | null];
    if (!customer) gone.push(id as CustomerId);
    else if (customer.mergedInto !== undefined && customer.mergedInto !== was?.mergedInto) {
      if (stateOf(customer.mergedInto) !== 'there') failWith('archive/not-found');
    } else if (was?.mergedInto !== undefined && customer.mergedInto === undefined) {
      if (stateOf(was.mergedInto) === 'merged') failWith('merge/moved-on', { name: columns.nameOf(was.mergedInto) });
    } else if (customer.mergedInto !== undefined && customer.deletedAt === undefined) failWith('archive/not-found');
  }
  for (const id of gone.length > 0 ? mergedInto(columns, gone) : []) {
    if (stateOf(id) === 'merged') failWith('archive/undo-conflict');
  }
}
