import { convertValue, type RetypeWords } from '../custom-fields/retype.ts';
import type { FieldShape, FieldValue } from '../custom-fields/values.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import { inverseRole, type RelationRole } from '../domain/relation/relation-role.ts';
import { withFieldValue } from '../facts/typed.ts';
import { customIdOf, type CustomKey } from '../filter/fields.ts';

/** Facts whose words come from a list that can be edited. */
export const wordFields = ['source', 'industry', 'sourceDetail', 'size', 'campaign', 'lostReason'] as const;
export type WordField = (typeof wordFields)[number];

/** Something that becomes another wherever customers have it. */
export type Rewrite =
  /** The values of a field under another type; what does not fit stays as it is. */
  | { kind: 'retype'; fieldId: string; from: FieldShape; to: FieldShape; words: RetypeWords }
  /** What a field holds goes into another one, which is empty wherever this one is not. */
  | { kind: 'join-fields'; fromId: string; intoId: string }
  /** Words of a list, or tags by their ids, that are others from now on; `null` takes them away. */
  | {
      kind: 'words';
      field: WordField | 'tagIds' | 'relations' | CustomKey;
      renames: Readonly<Record<string, string | null>>;
    };

/** The customer after it; the same object when nothing changes. */
export function rewriteCustomer(customer: CustomerDraft, rewrite: Rewrite): CustomerDraft {
  if (rewrite.kind === 'retype') {
    const { fieldId, from, to, words } = rewrite;
    const value = customer.customFields[fieldId];
    if (value === undefined) return customer;
    const converted = convertValue(value, from, to, words);
    return converted === value ? customer : withFieldValue(customer, fieldId, converted);
  }
  if (rewrite.kind === 'join-fields') {
    const { [rewrite.fromId]: value, ...rest } = customer.customFields;
    if (value === undefined || rest[rewrite.intoId] !== undefined) return customer;
    return { ...customer, customFields: { ...rest, [rewrite.intoId]: value } };
  }
  const { field, renames } = rewrite;
  if (field === 'relations') return customer;
  if (field === 'tagIds') {
    const tagIds = renameAll(customer.tagIds, renames);
    return tagIds === customer.tagIds ? customer : { ...customer, tagIds };
  }
  const customId = customIdOf(field);
  if (customId !== null) {
    const value = customer.customFields[customId];
    const renamed = renameValue(value, renames);
    return renamed === value ? customer : withFieldValue(customer, customId, renamed);
  }
  const fact = field as WordField;
  const word = customer[fact];
  const renamed = renameWord(word, renames);
  if (renamed === word) return customer;
  const { [fact]: _before, ...rest } = customer;
  return renamed === undefined ? rest : { ...customer, [fact]: renamed };
}

/** A role as it is called after it, from whichever side it is said; the same one when nothing changes. */
export function rewriteRole(role: RelationRole, rewrite: Rewrite): RelationRole {
  if (rewrite.kind !== 'words' || rewrite.field !== 'relations') return role;
  const direct = renamed(role, rewrite.renames);
  if (direct !== undefined) return direct;
  const opposite = renamed(inverseRole(role), rewrite.renames);
  return opposite === undefined ? role : inverseRole(opposite);
}

function renamed(word: string, renames: Readonly<Record<string, string | null>>): string | undefined {
  return Object.hasOwn(renames, word) ? (renames[word] ?? undefined) : undefined;
}

function renameValue(
  value: FieldValue | undefined,
  renames: Readonly<Record<string, string | null>>,
): FieldValue | undefined {
  if (typeof value === 'string') return renameWord(value, renames);
  if (!Array.isArray(value)) return value;
  const renamed = renameAll(value, renames);
  return renamed.length === 0 && value.length > 0 ? undefined : renamed;
}

function renameWord(word: string | undefined, renames: Readonly<Record<string, string | null>>): string | undefined {
  return word !== undefined && Object.hasOwn(renames, word) ? (renames[word] ?? undefined) : word;
}

/** The same array when none of the words is renamed; what falls together is there once. */
function renameAll(words: string[], renames: Readonly<Record<string, string | null>>): string[] {
  if (!words.some((word) => Object.hasOwn(renames, word))) return words;
  return [...new Set(words.flatMap((word) => renameWord(word, renames) ?? []))];
}
