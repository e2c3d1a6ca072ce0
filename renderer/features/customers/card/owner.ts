import type { Reason } from '#shared/changes/reasons.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Committed, Draft, Edit } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/use-commit.ts';

/** Whose facts are shown and changed: the customer, or one of its contact persons. */
export type Owner<R extends Customer | Contact = Customer | Contact> = {
  record: R;
  customerId: CustomerId;
  /** Of this record only. */
  history: readonly FieldHistoryEntry[];
} & (R extends Customer ? { table: 'customer' } : { table: 'contact' });

export function customerOwner({ customer, history }: Pick<Dossier, 'customer' | 'history'>): Owner<Customer> {
  return {
    table: 'customer',
    record: customer,
    customerId: customer.id,
    history: history.filter((entry) => entry.table === 'customer'),
  };
}

export function contactOwner({ customerId, history }: Dossier, record: Contact): Owner<Contact> {
  return {
    table: 'contact',
    record,
    customerId,
    history: history.filter((entry) => entry.table === 'contact' && entry.recordId === record.id),
  };
}

const reasons = { customer: 'customer/edit', contact: 'contact/edit' } as const satisfies Record<string, Reason>;

/** The same change made to the record as it is by now; `null` where that would undo somebody's work. */
type Onto<R> = (now: R) => Draft<R> | null;

/**
 * Saves a record as it should be; resolves to `null` after a failure, which has been told. Who types quickly saves the second
 * fact before the card shows the first one saved: `onto` then makes the change to what is stored.
 */
export function useOwnerCommit<R extends Customer | Contact>(
  owner: Owner<R>,
): (after: Draft<R>, sentence: string, onto?: Onto<R>) => Promise<Committed | null> {
  const commit = useCommit();
  const { table, record, customerId } = owner;
  const write = (engine: Engine, after: Draft<R>, seen: number) =>
    engine.commit(reasons[table], [{ table, id: record.id, after, seen } as Edit]);
  return (after, sentence, onto) =>
    commit(async (engine) => {
      try {
        return await write(engine, after, record.version);
      } catch (error) {
        if (!onto || !(error instanceof AppFailure) || error.error.code !== 'archive/conflict') throw error;
        const { customer, contact } = await engine.dossier(customerId);
        const now = (table === 'customer' ? customer : contact.find(({ id }) => id === record.id)) as R | undefined;
        const anew = now && onto(now);
        if (!anew) throw error;
        return await write(engine, anew, now.version);
      }
    }, sentence);
}

/** The record with some of its fields changed; a field that is `undefined` goes. */
export function draftWith<R extends Customer | Contact>(record: R, part: Partial<Draft<R>>): Draft<R> {
  const changed = { ...draftOf(record), ...part };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as Draft<R>;
}

/** Where what is typed into one of its boxes and not saved yet is kept. */
export function placeOf({ table, record, customerId }: Owner, what: string) {
  return { kind: 'fact', customerId, of: table === 'customer' ? what : `${record.id}:${what}` } as const;
}
