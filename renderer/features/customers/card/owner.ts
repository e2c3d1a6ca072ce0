import type { Reason } from '#shared/changes/reasons.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { Committed, Draft, Edit } from '../../../engine/api.ts';
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

/** Saves a record as it should be; resolves to `null` after a failure, which has been told. */
export function useOwnerCommit<R extends Customer | Contact>(
  owner: Owner<R>,
): (after: Draft<R>, sentence: string) => Promise<Committed | null> {
  const commit = useCommit();
  const { table, record } = owner;
  return (after, sentence) =>
    commit(
      (engine) => engine.commit(reasons[table], [{ table, id: record.id, after, seen: record.version } as Edit]),
      sentence,
    );
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
