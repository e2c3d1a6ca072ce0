import { isEqualValue } from '../../changes/record-content.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import type { PersonDraft } from '../read-person.ts';
import { findPeople, mergePerson } from './merge-people.ts';
import type { ImportEdit, PlanOptions } from './plan.ts';

export type ContactEdit = Extract<ImportEdit, { table: 'contact' }>;

/** What becomes of a person of the file. */
export interface WrittenPerson {
  id: string;
  isNew: boolean;
  /** Absent where nothing would change. */
  edit: ContactEdit | undefined;
}

/** The people of one customer as the file tells of them, each with the row that does, written over those who are there. */
export function writePeople(
  people: readonly { draft: PersonDraft; line: number }[],
  { customerId, known }: { customerId: CustomerId; known: readonly Contact[] },
  options: Pick<PlanOptions, 'batchId' | 'newId' | 'policy'>,
): WrittenPerson[] {
  const found = findPeople(
    people.map(({ draft }) => draft),
    options.policy === 'create-new' ? [] : known,
  );
  let hasPrimary = known.some(({ primary, deletedAt }) => primary === true && deletedAt === undefined);
  return people.map(({ draft, line }) => {
    const from = { batchId: options.batchId, row: line };
    const same = found.get(draft);
    if (same) {
      const { version: seen, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...before } = same;
      const after = mergePerson(before, draft, options.policy);
      const edit: ContactEdit = { table: 'contact', id: same.id, after, seen, from };
      return { id: same.id, isNew: false, edit: isEqualValue(before, after) ? undefined : edit };
    }
    const id = options.newId();
    const { primary, ...rest } = draft;
    const isPrimary = primary === true && !hasPrimary;
    hasPrimary ||= isPrimary;
    const origin = { kind: 'import' as const, ...from };
    const after = { ...rest, id, customerId, origin, ...(isPrimary && { primary: true }) };
    return { id, isNew: true, edit: { table: 'contact', id, after } };
  });
}
