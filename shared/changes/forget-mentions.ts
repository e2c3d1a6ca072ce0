import type { Customer } from '../domain/customer/customer.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { ownFieldIdOf } from './record-content.ts';

type IsErased = (customerId: string) => boolean;

/** Whether a value that may refer to a customer refers to one of the erased. */
function isNamed(value: unknown, isErased: IsErased): boolean {
  // Ids are made of these; asking about every word would be dear.
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && isErased(value);
}

/**
 * A customer who says nothing of the erased: neither that one of them introduced them, nor that a field of the archive's own
 * refers to one. The same object where there is nothing to forget.
 */
export function withoutMentions(customer: Customer, isErased: IsErased): Customer {
  const own = Object.entries(customer.customFields);
  const left = own.filter(([, value]) => !isNamed(value, isErased));
  const isIntroduced = isNamed(customer.referrerId, isErased);
  if (!isIntroduced && left.length === own.length) return customer;
  const { referrerId, referral, ...rest } = customer;
  const introduction = { ...(referrerId !== undefined && { referrerId }), ...(referral && { referral }) };
  return { ...rest, ...(!isIntroduced && introduction), customFields: Object.fromEntries(left) };
}

function namesErased({ table, field, before, after }: FieldHistoryEntry, isErased: IsErased): boolean {
  if (table !== 'customer' || (field !== 'referrerId' && ownFieldIdOf(field) === null)) return false;
  return isNamed(before, isErased) || isNamed(after, isErased);
}

/** Whether the past of a customer names one of the erased. */
export function isNamedInHistory(history: Iterable<FieldHistoryEntry>, isErased: IsErased): boolean {
  for (const entry of history) if (namesErased(entry, isErased)) return true;
  return false;
}

/** Whether one of the erased introduced the customer once. */
export function wasIntroducedBy(history: Iterable<FieldHistoryEntry>, isErased: IsErased): boolean {
  for (const entry of history) if (entry.field === 'referrerId' && namesErased(entry, isErased)) return true;
  return false;
}

/**
 * The past of a customer without the erased: of a value that names one of them only the other side stays. The same list where
 * there is nothing to forget.
 *
 * @param isIntroduced one of them introduced the customer, now or once: what was said about introductions goes too
 */
export function historyWithoutMentions(
  history: readonly FieldHistoryEntry[],
  isErased: IsErased,
  isIntroduced: boolean,
): readonly FieldHistoryEntry[] {
  const isAbout = ({ table, field }: FieldHistoryEntry) => isIntroduced && table === 'customer' && field === 'referral';
  if (!history.some((entry) => isAbout(entry) || namesErased(entry, isErased))) return history;
  return history.flatMap((entry) => {
    if (isAbout(entry)) return [];
    if (!namesErased(entry, isErased)) return [entry];
    const { before, after, ...rest } = entry;
    const sides = {
      ...(before !== undefined && !isNamed(before, isErased) && { before }),
      ...(after !== undefined && !isNamed(after, isErased) && { after }),
    };
    return Object.keys(sides).length === 0 ? [] : [{ ...rest, ...sides }];
  });
}
