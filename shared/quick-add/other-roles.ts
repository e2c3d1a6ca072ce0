import type { CustomerKind } from '../domain/customer/customer.ts';

/** What somebody who is named beside a customer can be: a customer too, a contact person, or the same person by another name. */
export const otherRoles = ['customer', 'contact', 'same'] as const;
export type OtherRole = (typeof otherRoles)[number];

/** A person has no contact persons. */
export function otherRolesOf(kind: CustomerKind): OtherRole[] {
  return otherRoles.filter((role) => role !== 'contact' || kind !== 'person');
}
