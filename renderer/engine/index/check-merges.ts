import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Columns } from './columns.ts';
import { isMerged, mergedInto, survivorOf } from './merged-customers.ts';

/** Who may merge and take apart; whoever else writes a merged customer writes somebody who is not there any more. */
const mergingReasons: ReadonlySet<Reason> = new Set(['customer/merge', 'customer/unmerge', 'undo', 'redo']);

/**
 * What no write may do to merged customers, whichever way it comes: make one of somebody who is not there, write to one, bring one
 * back while what was theirs went on with the survivor to somebody else, or take the survivor away for good and leave them
 * behind. Throws `archive/not-found`, `merge/is-merged`, `merge/moved-on`, `archive/undo-conflict`.
 */
export function checkMerges(changes: readonly Change[], reason: Reason, columns: Columns): void {
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
  for (const { table, id, customerId, before, after } of changes) {
    if (table !== 'customer') {
      // What was theirs lies with the survivor: here it would be there twice. How their classes came about is their own.
      const isNew = before === null && after !== null && table !== 'classChange';
      if (isNew && customerId !== undefined && stateOf(customerId) === 'merged') refuse(customerId, columns);
      continue;
    }
    const [was, is] = [before as Customer | null, after as Customer | null];
    if (!is) gone.push(id as CustomerId);
    else if (was?.mergedInto !== is.mergedInto) checkTurn(is, was?.mergedInto, reason, { stateOf, columns });
  }
  for (const id of gone.length > 0 ? mergedInto(columns, gone) : []) {
    if (stateOf(id) === 'merged') failWith('archive/undo-conflict');
  }
}

interface Around {
  stateOf: (id: string) => 'gone' | 'merged' | 'there';
  columns: Columns;
}

/** A customer who becomes another, or is one of its own again. */
function checkTurn(is: Customer, was: CustomerId | undefined, reason: Reason, { stateOf, columns }: Around): void {
  if (!mergingReasons.has(reason)) refuse(is.id, columns);
  if (is.mergedInto !== undefined && stateOf(is.mergedInto) !== 'there') failWith('archive/not-found');
  if (is.mergedInto === undefined && was !== undefined && stateOf(was) === 'merged') {
    failWith('merge/moved-on', { name: columns.nameOf(was) });
  }
}

function refuse(id: string, columns: Columns): never {
  const survivor = survivorOf(columns, id as CustomerId);
  return failWith('merge/is-merged', { name: columns.nameOf(id), survivor: columns.nameOf(survivor) });
}
