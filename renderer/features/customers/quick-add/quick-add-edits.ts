import type { Tag } from '#shared/domain/tag/tag.ts';
import type { QuickAdd } from '#shared/quick-add/draft-customer.ts';
import type { Edit } from '../../../engine/api.ts';
import { newId } from '../../../platform/ids.ts';

/** Everything that one line writes: new tags, the customer, the follow-up. */
export function quickAddEdits(
  { customer, tags: names, followUp }: QuickAdd,
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
  edits.push({ table: 'customer', id: customer.id, after: { ...customer, tagIds } });
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
