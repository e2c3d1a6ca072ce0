import type { Change } from '../changes/change-set.ts';
import { changedFields, fieldOf, ownFieldName, withField } from '../changes/record-content.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import type { Relation } from '../domain/relation/relation.ts';
import type { AnyRecord } from '../domain/tables.ts';

interface Survivors {
  /** Whom a customer turned out to be; the customer itself when it was never merged. */
  survivorOf: (customerId: string) => string;
  /** The user's own fields whose values are ids of customers. */
  referenceFieldIds: readonly string[];
}

/**
 * Whoever comes to be named by these changes is named as whom they turned out to be: what was typed, or was so before, knows nothing
 * of a merge. Nobody comes to name themselves by that. Where customers become one or are taken apart, they are named as that says.
 */
export function nameSurvivors(changes: readonly Change[], survivors: Survivors): Change[] {
  if (changes.some(isTurn)) return [...changes];
  return changes.flatMap((change) => {
    const after = change.after && named(change, change.after, survivors);
    if (after === change.after) return change;
    const isIdle = change.before && after && changedFields(change.before, after).length === 0;
    return isIdle ? [] : { ...change, after };
  });
}

function isTurn({ table, before, after }: Change): boolean {
  const into = (record: AnyRecord | null) => (record as Customer | null)?.mergedInto;
  return table === 'customer' && into(before) !== into(after);
}

function named({ table, before }: Change, after: AnyRecord, survivors: Survivors): AnyRecord {
  if (table === 'relation') return relatedTo(after as Relation, before as Relation | null, survivors);
  return table === 'customer' ? referringTo(after as Customer, before, survivors) : after;
}

function relatedTo(after: Relation, before: Relation | null, { survivorOf }: Survivors): Relation {
  const { other } = after;
  if (
    !('customerId' in other) ||
    (before && 'customerId' in before.other && before.other.customerId === other.customerId)
  )
    return after;
  const survivor = survivorOf(other.customerId);
  return survivor === other.customerId ? after : { ...after, other: { ...other, customerId: survivor as CustomerId } };
}

function referringTo(
  after: Customer,
  before: AnyRecord | null,
  { survivorOf, referenceFieldIds }: Survivors,
): Customer {
  let customer = after;
  for (const field of ['referrerId', ...referenceFieldIds.map(ownFieldName)]) {
    const [value, was] = [fieldOf(after, field), before ? fieldOf(before, field) : undefined];
    const survivor = typeof value === 'string' && value !== was ? survivorOf(value) : value;
    if (survivor !== value) customer = withField(customer, field, survivor === after.id ? was : survivor);
  }
  return customer;
}
