import type { Dossier } from '#shared/domain/dossier/dossier.ts';

/** People have no contact persons of their own; a company that was made one keeps those it had. */
export function showsContacts({ customer, contact }: Pick<Dossier, 'customer' | 'contact'>): boolean {
  return customer.kind !== 'person' || contact.length > 0;
}
