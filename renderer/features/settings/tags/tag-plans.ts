import { labelWithTag } from '#shared/custom-fields/label-with-tag.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { FilterGroup } from '#shared/filter/filter.ts';
import { foldText } from '#shared/match/text.ts';
import type { Rewrite } from '#shared/rewrite/rewrite.ts';
import type { Edit } from '../../../engine/api.ts';
import { putField, type FieldDraft } from '../fields/field-edits.ts';

const longestLabel = 60;

/** Types whose values do not lie with the customer, or belong to one field: all others say the same in another field of the type. */
const notJoinable: readonly CustomField['type'][] = ['formula', 'attachment'];

export interface FieldPair {
  from: CustomField;
  into: CustomField;
}

/** The fields of one tag that another one has too, called alike, of the same type, and shown or archived alike. */
export function fieldsAlike(from: Tag, into: Tag, fields: readonly CustomField[]): FieldPair[] {
  const kindOf = ({ label, type, archived = false }: CustomField): string =>
    `${type} ${String(archived)} ${foldText(label)}`;
  const there = new Map(fields.filter(({ tagId }) => tagId === into.id).map((field) => [kindOf(field), field]));
  return fields
    .filter(({ tagId, type }) => tagId === from.id && !notJoinable.includes(type))
    .flatMap((field) => {
      const twin = there.get(kindOf(field));
      there.delete(kindOf(field));
      return twin ? [{ from: field, into: twin }] : [];
    });
}

/** Whom a pair could not be joined for: they have something in both. */
export function haveBoth({ from, into }: FieldPair): FilterGroup {
  const isFilled = ({ id }: CustomField) => ({ field: customKey(id), test: { is: 'filled' as const } });
  return { join: 'and', parts: [isFilled(from), isFilled(into)] };
}

export interface TagPlan {
  rewrites: Rewrite[];
  edits: Edit[];
}

/**
 * One tag goes into another with its fields. Those of `joined` become the one that is there; any other that is called as a field
 * there says from which tag it came, so that lists, filters and files tell both apart.
 */
export function planMerge(
  from: Tag,
  into: Tag,
  fields: readonly CustomField[],
  joined: readonly FieldPair[] = [],
): TagPlan {
  const changes = new Map<CustomField, Partial<FieldDraft> | null>();
  const change = (field: CustomField, by: Partial<FieldDraft>): void => {
    changes.set(field, { ...changes.get(field), ...by });
  };
  const taken = new Set(fields.filter(({ tagId }) => tagId === into.id).map(({ label }) => foldText(label)));
  for (const field of fields.filter(({ tagId }) => tagId === from.id)) {
    const isTaken = taken.has(foldText(field.label));
    const label = isTaken ? freeLabel(`${field.label} (${from.name})`, taken) : field.label;
    taken.add(foldText(label));
    change(field, { tagId: into.id, label });
  }
  for (const pair of joined) {
    changes.set(pair.from, null);
    const missing = pair.from.options.filter((option) => !pair.into.options.includes(option));
    if (missing.length > 0) change(pair.into, { options: [...pair.into.options, ...missing] });
    const [old, now] = [`[${customKey(pair.from.id)}]`, `[${customKey(pair.into.id)}]`];
    for (const field of fields) {
      const formula = changes.get(field)?.formula ?? field.formula;
      if (formula?.includes(old) === true) change(field, { formula: formula.replaceAll(old, now) });
    }
  }
  return {
    rewrites: [
      { kind: 'words', field: 'tagIds', renames: { [from.id]: into.id } },
      ...joined.map((pair): Rewrite => ({ kind: 'join-fields', fromId: pair.from.id, intoId: pair.into.id })),
    ],
    edits: [
      { table: 'tag', id: from.id, after: null },
      ...[...changes].map(([field, by]): Edit => (by === null ? dropField(field) : putField(field, by))),
    ],
  };
}

/** The fields of a tag that is deleted: what has contents is archived as a field of everybody, what has none goes. */
export function planFieldsOfDeletion(
  tag: Tag,
  fields: readonly CustomField[],
  countOf: (field: CustomField) => number,
): Edit[] {
  const taken = new Set(fields.filter(({ tagId }) => tagId === undefined).map(({ label }) => foldText(label)));
  return fields
    .filter(({ tagId }) => tagId === tag.id)
    .map((field) => {
      if (countOf(field) === 0) return dropField(field);
      const label = freeLabel(labelWithTag(tag.name, field.label), taken);
      taken.add(foldText(label));
      return putField(field, { tagId: undefined, archived: true, label });
    });
}

function dropField({ id, version }: CustomField): Edit {
  return { table: 'customField', id, after: null, seen: version };
}

/** The label, or with a number where that is taken too; cut where it is too long. */
function freeLabel(label: string, taken: ReadonlySet<string>): string {
  let free = cut(label, '');
  for (let number = 2; taken.has(foldText(free)); number += 1) free = cut(label, ` ${String(number)}`);
  return free;
}

function cut(label: string, ending: string): string {
  const start = label.slice(0, longestLabel - ending.length);
  // Half of a character that takes two places is none.
  return start.replace(/[\uD800-\uDBFF]$/, '').trimEnd() + ending;
}
