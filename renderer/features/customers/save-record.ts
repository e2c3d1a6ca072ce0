import { makeAgain } from '#shared/changes/make-again.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Committed, Draft, Edit } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { draftOf } from '../../engine/draft-of.ts';

/** A record whose facts are changed where they are shown: a customer, or one of its contact persons. */
export type Shown<R extends Customer | Contact = Customer | Contact> = {
  record: R;
  customerId: CustomerId;
} & (R extends Customer ? { table: 'customer' } : { table: 'contact' });

export function shownCustomer(customer: Customer): Shown<Customer> {
  return { table: 'customer', record: customer, customerId: customer.id };
}

const reasons = { customer: 'customer/edit', contact: 'contact/edit' } as const satisfies Record<string, Reason>;

/** By record: from which version to which nobody wrote it but the card that shows it. */
const ownWork = new Map<string, { since: number; version: number }>();

function noteOwn(id: string, seen: number): void {
  const before = ownWork.get(id);
  ownWork.set(id, { since: before?.version === seen ? before.since : seen, version: seen + 1 });
}

function isOwnSince(id: string, shown: number, now: number): boolean {
  const own = ownWork.get(id);
  return own !== undefined && own.version === now && own.since <= shown;
}

/**
 * Saves a record as it should be, with what that needs besides. Who types quickly saves the second fact before the screen shows the
 * first one saved: then the change is made again to what is stored by now, also where it is the same fact twice. Throws
 * `archive/conflict` where what it changes became something else elsewhere.
 */
export async function saveRecord<R extends Customer | Contact>(
  engine: Pick<Engine, 'commit' | 'dossier'>,
  { table, record, customerId }: Shown<R>,
  after: Draft<R>,
  besides: readonly Edit[] = [],
  reason: Reason = reasons[table],
): Promise<Committed> {
  const write = (draft: object, seen: number) =>
    engine.commit(reason, [...besides, { table, id: record.id, after: draft, seen } as Edit]);
  const readNow = async (): Promise<R | undefined> => {
    const { customer, contact } = await engine.dossier(customerId);
    return (table === 'customer' ? customer : contact.find(({ id }) => id === record.id)) as R | undefined;
  };
  let [draft, seen]: [object, number] = [after, record.version];
  for (;;) {
    try {
      const committed = await write(draft, seen);
      if (committed.changeSetId !== '') noteOwn(record.id, seen);
      return committed;
    } catch (error) {
      if (!(error instanceof AppFailure) || error.error.code !== 'archive/conflict') throw error;
      const now = await readNow();
      const again =
        now &&
        makeAgain<object>(draftOf(record), after, draftOf(now), isOwnSince(record.id, record.version, now.version));
      if (!now || !again || now.version === seen || now.deletedAt !== record.deletedAt) throw error;
      [draft, seen] = [again, now.version];
    }
  }
}
