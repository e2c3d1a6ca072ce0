import { inFieldOrder, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Draft, Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';

export type FieldDraft = Draft<CustomField>;

/** A field with some things about it changed; what is `undefined` is taken away. */
export function putField(field: CustomField, change: Partial<FieldDraft>): Edit {
  return { table: 'customField', id: field.id, after: { ...draftOf(field), ...change }, seen: field.version };
}

/** A new field at the end of its list. */
export function addField(fields: readonly CustomField[], draft: FieldDraft): Edit {
  const place = fields.reduce((last, field) => Math.max(last, field.place ?? 0), 0) + 1;
  return { table: 'customField', id: draft.id, after: { ...draft, place } };
}

/** The edits that move a field one place up (`-1`) or down; none at the end of the list. */
export function moveField(fields: readonly CustomField[], id: string, by: -1 | 1): Edit[] {
  const order = inFieldOrder(fields);
  const from = order.findIndex((field) => field.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [];
  const moved = order.toSpliced(from, 1).toSpliced(to, 0, ...order.slice(from, from + 1));
  return moved.flatMap((field, at) => (field.place === at + 1 ? [] : [putField(field, { place: at + 1 })]));
}
