import type { Tag } from '#shared/domain/tag/tag.ts';
import type { CustomerDraft } from '#shared/domain/customer/draft-customer.ts';
import type { OtherPerson } from '#shared/quick-add/other-people.ts';
import type { QuickAdd } from '#shared/quick-add/draft-customer.ts';
import type { Edit } from '../../../engine/api.ts';
import { newId } from '../../../platform/ids.ts';

/** What one line came to: the customer, and who else is named in it. */
export interface Added extends QuickAdd {
  customers: readonly CustomerDraft[];
  contacts: readonly OtherPerson[];
}

/** Everything that one line writes: new tags, the customer with contact persons, other customers, the follow-up. */
export function quickAddEdits(
  { customer, customers, contacts, tags: names, followUp }: Added,
  tags: readonly Tag[],
  defaultTitle: string,
): Edit[] {
  const edits: Edit[] = [];
  const tagIds = names.map((name) => {
    const known = tags.find((tag) => tag.name === name);
    if (known) return known.id;
    const id = newId();
    edits.push({ table: 'tag', id, after: { id, name } });
    return id;
  });
  for (const each of [customer, ...customers])
    edits.push({ table: 'customer', id: each.id, after: { ...each, tagIds } });
  for (const { named, theirs } of contacts) {
    const id = newId();
    const title = theirs.find((piece) => piece.kind === 'title')?.title;
    const note = theirs.find((piece) => piece.kind === 'note')?.text;
    edits.push({
      table: 'contact',
      id,
      after: {
        id,
        customerId: customer.id,
        name: named.text.slice(0, 120),
        ...(title && { title }),
        phones: theirs.flatMap((piece) => (piece.kind === 'phone' ? [piece.phone] : [])).slice(0, 50),
        emails: theirs.flatMap((piece) => (piece.kind === 'email' ? [{ address: piece.address }] : [])).slice(0, 50),
        ims: theirs.flatMap((piece) => (piece.kind === 'im' ? [piece.im] : [])).slice(0, 50),
        ...(note && { note }),
        origin: { kind: 'manual' },
      },
    });
  }
  if (followUp) {
    const id = newId();
    edits.push({
      table: 'followUp',
      id,
      after: {
        id,
        customerId: customer.id,
        title: followUp.title === '' ? defaultTitle : followUp.title,
        due: followUp.due,
        status: 'open',
        kind: 'task',
        origin: { kind: 'manual' },
      },
    });
  }
  return edits;
}
