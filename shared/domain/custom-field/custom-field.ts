import * as z from 'zod';
import { customerKinds, type CustomerKind } from '../customer/customer.ts';
import { recordBase, text } from '../record.ts';

export const customFieldTypes = [
  'text',
  'number',
  'money',
  'date',
  'boolean',
  'choice',
  'choices',
  'reference',
  'formula',
  'attachment',
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/**
 * A field of the user's own. Its values lie with the customer under its id, of whatever type they were when they were entered:
 * a field that is retyped keeps what does not fit the new type as it is. Files are no values there: each says itself whose it is.
 */
export const customFieldSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  label: text(60).min(1),
  type: z.enum(customFieldTypes),
  /** Of a choice, in the order in which they are offered. Values are these words. */
  options: z.array(text(60)).max(500),
  /** Whose field it is; everybody's when absent. */
  kinds: z.array(z.enum(customerKinds)).max(3).optional(),
  /** The tag whose field it is: only customers with that tag have it. */
  tagId: text(64).optional(),
  /** Fields stand in this order. */
  place: z.number().optional(),
  /** Heading under which it stands on the card. */
  group: text(60).optional(),
  help: text(300).optional(),
  /** Warn where it is empty, warn where two have the same; neither keeps anybody from saving. */
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  /** Shown nowhere; the values stay. */
  archived: z.boolean().optional(),
  /** What is computed, with fields by their keys (shared/formula). */
  formula: text(2000).optional(),
});
export type CustomField = z.infer<typeof customFieldSchema>;

/** Fields in the order in which they are shown: those of everybody, then those of each tag, which count their places anew. */
export function inFieldOrder(fields: readonly CustomField[]): CustomField[] {
  return fields.toSorted(
    (a, b) =>
      compareTexts(a.tagId ?? '', b.tagId ?? '') ||
      (a.place ?? Number.MAX_VALUE) - (b.place ?? Number.MAX_VALUE) ||
      compareTexts(a.createdAt, b.createdAt),
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a customer of this kind with these tags has the field. */
export function isFieldOf(
  field: CustomField,
  { kind, tagIds }: { kind: CustomerKind; tagIds: readonly string[] },
): boolean {
  if (field.archived === true) return false;
  if (field.tagId !== undefined) return tagIds.includes(field.tagId);
  return field.kinds === undefined || field.kinds.length === 0 || field.kinds.includes(kind);
}
