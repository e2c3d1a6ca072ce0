import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Columns } from '../columns/columns.ts';
import { isMerged, mergedInto, survivorOf } from './merged-customers.ts';

/** Who may merge and take apart; whoever else writes a merged customer writes somebody who is not there any more. */
const mergingReasons: ReadonlySet<Reason> = new Set(['customer/merge', 'customer/unmerge', 'undo', 'redo']);

/** What is taken back comes to be where it was. */
const takingBack: ReadonlySet<Reason> = new Set(['undo', 'redo']);

/**
 * What no write may do to merged customers, whichever way it comes: make one of somebody who is not there, write to one, bring one
 * back while what was theirs went on with the survivor to somebody else, or take the survivor away for good and leave them
 * behind. Nor does anything new come to somebody in the bin, where it would go unseen with them. Throws `archive/not-found`,
 * `archive/in-bin`, `merge/is-merged`, `merge/moved-on`, `archive/undo-conflict`.
 */
export function checkMerges(changes: readonly Change[], reason: Reason, columns: Columns): void {
  const written = new Map<string, Customer | null>();
  for (const { table, id, after } of changes) if (table === 'customer') written.set(id, after as Customer | null);
  const stateOf = (id: string): State => {
    const customer = written.get(id);
    if (customer !== undefined) return customer === null ? 'gone' : stateWith(customer);
    const index = columns.indexOf(id);
    if (!columns.isAlive(index)) return 'gone';
    if (isMerged(columns, index)) return 'merged';
    return columns.numbers.deleted[index] === 1 ? 'in-bin' : 'there';
  };
  const gone: CustomerId[] = [];
  for (const { table, id, customerId, before, after } of changes) {
    if (table !== 'customer') {
      // What was theirs lies with the survivor: here it would be there twice. How their classes came about is their own.
      const isNew = before === null && after !== null && table !== 'classChange';
      const state = isNew && customerId !== undefined ? stateOf(customerId) : 'there';
      if (state === 'merged') refuse(customerId ?? '', columns);
      if (state === 'in-bin' && !takingBack.has(reason))
        failWith('archive/in-bin', { name: columns.nameOf(customerId ?? '') });
      continue;
    }
    const [was, is] = [before as Customer | null, after as Customer | null];
    if (!is) {
      gone.push(id as CustomerId);
      continue;
    }
    // Whoever writes somebody takes them out of the bin, where the merged lie for good.
    if (is.mergedInto !== undefined && is.deletedAt === undefined) refuse(is.id, columns);
    if (was?.mergedInto !== is.mergedInto) checkTurn(is, was?.mergedInto, reason, { stateOf, columns });
  }
  for (const id of gone.length > 0 ? mergedInto(columns, gone) : []) {
    if (stateOf(id) === 'merged') failWith('archive/undo-conflict');
  }
}

type State = 'gone' | 'merged' | 'in-bin' | 'there';

function stateWith({ mergedInto, deletedAt }: Customer): State {
  if (mergedInto !== undefined) return 'merged';
  return deletedAt === undefined ? 'there' : 'in-bin';
}

interface Around {
  stateOf: (id: string) => State;
  columns: Columns;
}

/** A customer who becomes another, or is one of its own again. */
function checkTurn(is: Customer, was: CustomerId | undefined, reason: Reason, { stateOf, columns }: Around): void {
  if (!mergingReasons.has(reason)) refuse(is.id, columns);
  if (is.mergedInto !== undefined && !['there', 'in-bin'].includes(stateOf(is.mergedInto)))
    failWith('archive/not-found');
  if (is.mergedInto === undefined && was !== undefined && stateOf(was) === 'merged') {
    failWith('merge/moved-on', { name: columns.nameOf(was) });
  }
}

function refuse(id: string, columns: Columns): never {
  const survivor = survivorOf(columns, id as CustomerId);
  return failWith('merge/is-merged', { name: columns.nameOf(id), survivor: columns.nameOf(survivor) });
}
