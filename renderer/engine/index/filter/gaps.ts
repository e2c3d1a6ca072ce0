import { answerName } from '#shared/changes/record-content.ts';
import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import { customKey } from '#shared/filter/fields.ts';
import { fillableFields, gapFields, isGapField, type GapField, type GapKey } from '#shared/gaps/gap-fields.ts';
import type { Columns } from '../columns/columns.ts';
import { bitsOfGaps } from '../columns/gap-bits.ts';

/** What is missed of a customer by its index. */
export type Lacks = (index: number) => boolean;

/** Whether a customer lacks any of these. */
export function lacksAny(keys: readonly GapKey[], fields: readonly CustomField[], columns: Columns): Lacks {
  const mask = bitsOfGaps(keys.filter(isGapField));
  const { gaps } = columns.numbers;
  const own = fillableFields(fields)
    .filter(({ id }) => keys.includes(customKey(id)))
    .map((field) => ownLacks(field, columns));
  if (own.length === 0) return (index) => ((gaps[index] ?? 0) & mask) !== 0;
  return (index) => ((gaps[index] ?? 0) & mask) !== 0 || own.some((lacks) => lacks(index));
}

function ownLacks(field: CustomField, columns: Columns): Lacks {
  const isOwner = ownersOf(field, columns);
  const isEmpty = emptyTest(field, columns);
  return (index) => isEmpty(index) && isOwner(index);
}

/** Whether there is neither a value nor an answer. */
function emptyTest({ id }: CustomField, { details }: Columns): Lacks {
  const values = details.column(customKey(id));
  const answers = details.column(answerName(customKey(id)));
  if (!answers) return (index) => (values?.[index] ?? 0) === 0;
  return (index) => (values?.[index] ?? 0) === 0 && (answers[index] ?? 0) === 0;
}

function ownersOf(field: CustomField, { numbers, tagSets }: Columns): Lacks {
  const { kind, tagSet } = numbers;
  if (field.tagId === undefined) {
    const has = customerKinds.map((each) => isFieldOf(field, { kind: each, tagIds: [] }));
    return (index) => has[kind[index] ?? 0] === true;
  }
  const has = Uint8Array.from(tagSets.values, (ids) =>
    isFieldOf(field, { kind: 'person', tagIds: ids.split('\n') }) ? 1 : 0,
  );
  return (index) => has[tagSet[index] ?? 0] === 1;
}

/** Of which kind those outside the bin are; the number behind the last kind stands for nobody. */
function kindsPresent({ count, alive, numbers: { deleted, kind } }: Columns): Uint8Array {
  const present = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    present[at] = alive[at] === 1 && deleted[at] === 0 ? (kind[at] ?? 0) : customerKinds.length;
  }
  return present;
}

/** How many customers of each kind, in the order of the kinds, lack what. */
export function countByKind(fields: readonly CustomField[], columns: Columns): Map<GapKey, number[]> {
  const present = kindsPresent(columns);
  const counts = new Map<GapKey, number[]>(countFixed(present, columns));
  for (const field of fillableFields(fields)) counts.set(customKey(field.id), countOwn(field, present, columns));
  return counts;
}

function countFixed(present: Uint8Array, { count, numbers: { gaps } }: Columns): [GapField, number[]][] {
  const places = gapFields.length;
  const counts = new Uint32Array((customerKinds.length + 1) * places);
  for (let at = 0; at < count; at += 1) {
    const from = (present[at] ?? 0) * places;
    for (let bits = gaps[at] ?? 0; bits !== 0; bits &= bits - 1) {
      const place = from + 31 - Math.clz32(bits & -bits);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return gapFields.map((field, at) => [field, customerKinds.map((_, kind) => counts[kind * places + at] ?? 0)]);
}

function countOwn(field: CustomField, present: Uint8Array, columns: Columns): number[] {
  const isEmpty = emptyTest(field, columns);
  const isOwner = field.tagId === undefined ? null : ownersOf(field, columns);
  const counts = new Uint32Array(customerKinds.length + 1);
  for (let at = 0; at < present.length; at += 1) {
    if (!isEmpty(at) || (isOwner && !isOwner(at))) continue;
    const kind = present[at] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  // Without a tag, all of a kind have the field or none.
  return customerKinds.map((kind, at) => (isOwner || isFieldOf(field, { kind, tagIds: [] }) ? (counts[at] ?? 0) : 0));
}
