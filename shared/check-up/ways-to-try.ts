import type { Contact } from '../domain/contact/contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { changeAt } from '../reach/lists.ts';
import { isUsable, reachesOf, type Reach, type Way } from '../reach/ways.ts';

const askedBy = ['phones', 'ims', 'emails'] as const satisfies readonly Way[];
type AskedBy = (typeof askedBy)[number];

/** What is said of one that turned out not to work, where nobody said more. */
const deadStatus: Readonly<Record<AskedBy, string>> = { phones: 'suspended', ims: 'blocked', emails: 'bounced' };

/** A number, account or mail at its place, of the customer or of a contact person. */
export interface WayToTry {
  record: Customer | Contact;
  way: AskedBy;
  at: number;
  reach: Reach;
}

/** By what somebody can still be asked, in the order in which one tries: numbers first, the customer's own before others. */
export function waysToTry(customer: Customer, contacts: readonly Contact[]): WayToTry[] {
  const people = contacts.filter(({ deletedAt, leftOn }) => deletedAt === undefined && leftOn === undefined);
  return askedBy.flatMap((way) =>
    [customer, ...people].flatMap((record) =>
      [...reachesOf(way, record).entries()].flatMap(([at, reach]) =>
        isUsable(reach) ? { record, way, at, reach } : [],
      ),
    ),
  );
}

/** The list in which it stands, with it marked as not working. */
export function withoutWork({ record, way, at }: WayToTry): readonly Reach[] {
  return changeAt(reachesOf(way, record), at, { status: deadStatus[way], verifiedAt: undefined });
}
