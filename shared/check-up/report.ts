import type { CustomerId } from '../domain/customer/customer.ts';

export const checkReasons = ['check/confirm', 'check/change', 'check/unreachable'] as const;
export type CheckReason = (typeof checkReasons)[number];

/** One step of a check, as the history tells it. */
export interface CheckStep {
  customerId: CustomerId;
  reason: CheckReason;
  /** What was changed. */
  fields: readonly string[];
}

/** Everybody stands in one of the lists, once. */
export interface CheckReport {
  confirmed: CustomerId[];
  changed: { customerId: CustomerId; fields: string[] }[];
  unreachable: CustomerId[];
  skipped: CustomerId[];
}

/**
 * What checks came to, by customer: whoever was changed counts as changed, whatever else was said; a number that does not work
 * counts unless somebody was sure of the details later. Whoever was passed over and checked after all was not passed over.
 * @param steps in the order in which they were done
 */
export function reportOf(steps: readonly CheckStep[], skipped: readonly CustomerId[]): CheckReport {
  const last = new Map<CustomerId, CheckReason>();
  const fields = new Map<CustomerId, Set<string>>();
  for (const { customerId, reason, fields: changed } of steps) {
    last.set(customerId, reason);
    if (reason !== 'check/change') continue;
    const known = fields.get(customerId) ?? new Set();
    for (const field of changed) known.add(field);
    fields.set(customerId, known);
  }
  const unchanged = (reason: CheckReason): CustomerId[] =>
    [...last].flatMap(([customerId, said]) => (said === reason && !fields.has(customerId) ? customerId : []));
  return {
    confirmed: unchanged('check/confirm'),
    changed: Array.from(fields, ([customerId, names]) => ({ customerId, fields: [...names] })),
    unreachable: unchanged('check/unreachable'),
    skipped: [...new Set(skipped)].filter((customerId) => !last.has(customerId)),
  };
}
