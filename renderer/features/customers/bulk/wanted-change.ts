import type { BulkChange } from '#shared/bulk/bulk-change.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { cleanText, foldText } from '#shared/match/text.ts';

export type BulkKind = 'set' | 'tag' | 'follow-up' | 'delete';

/** What stands in the boxes of all kinds of changes; each kind looks at its own. */
export interface BulkInput {
  field: string;
  text: string;
  isAdding: boolean;
  /** A tag there is; empty for none. */
  tagId: string;
  newTag: string;
  due: LocalDate | null;
  title: string;
}

/** Stands for a tag that is made together with the change. */
export const newTagId = 'new';

/** What is to be done with many; `null` while something is left open. */
export function wantedChange(
  kind: BulkKind,
  input: BulkInput,
  { isRequired, tags }: { isRequired: boolean; tags: readonly Pick<Tag, 'id' | 'name'>[] },
): BulkChange | null {
  switch (kind) {
    case 'delete':
      return { kind };
    case 'set':
      // One of the choices has to be chosen first.
      return isRequired && input.text === '' ? null : { kind, field: input.field, text: input.text };
    case 'follow-up': {
      const title = input.title.trim();
      return input.due === null || title === '' ? null : { kind, due: input.due, title };
    }
    case 'tag': {
      const tagId = input.isAdding ? (typedTag(input.newTag, tags) ?? input.tagId) : input.tagId;
      return tagId === '' ? null : { kind: input.isAdding ? 'add-tag' : 'remove-tag', tagId };
    }
  }
}

/** The tag of that name, which may be there already; `null` where none was typed. */
function typedTag(text: string, tags: readonly Pick<Tag, 'id' | 'name'>[]): string | null {
  const named = foldText(cleanText(text));
  if (named === '') return null;
  return tags.find(({ name }) => foldText(name) === named)?.id ?? newTagId;
}
