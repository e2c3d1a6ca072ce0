import type { AnyRecord } from '../domain/tables.ts';
import type { Change } from './change-set.ts';
import { changedFields, fieldOf, partsOfField } from './record-content.ts';

export type Deed = 'created' | 'edited' | 'deleted' | 'restored' | 'removed' | 'merged' | 'unmerged' | 'moved';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * What is noise in a list of changed fields: the customer stands beside it, where a record came from does not change, and of a
 * file the name says what it is, while its digest means nothing to anybody.
 */
const unsaid: ReadonlySet<string> = new Set([
  'id',
  'customerId',
  'origin',
  'deletedAt',
  'mergedInto',
  'mergeTrace',
  'version',
  'createdAt',
  'updatedAt',
  'sha256',
  'mediaType',
]);

/** What a change did to its record, field by field; a new record tells all that it says, a deleted one nothing. */
export function describeChange({ before, after }: Change): { deed: Deed; fields: FieldChange[] } {
  if (!after) return { deed: 'removed', fields: [] };
  if (!before) return { deed: 'created', fields: contentOf(after) };
  const fields = changedFields(before, after)
    .filter((field) => !unsaid.has(field))
    .map((field) => ({ field, before: fieldOf(before, field), after: fieldOf(after, field) }));
  const [was, is] = [isMerged(before), isMerged(after)];
  if (was !== is) return { deed: is ? 'merged' : 'unmerged', fields };
  if (!before.deletedAt === !after.deletedAt) return { deed: 'edited', fields };
  return { deed: after.deletedAt ? 'deleted' : 'restored', fields };
}

function isMerged(record: AnyRecord): boolean {
  return 'mergedInto' in record && record.mergedInto !== undefined;
}

function contentOf(record: AnyRecord): FieldChange[] {
  return Object.entries(record)
    .flatMap(([field, value]: [string, unknown]) =>
      (partsOfField(field, value) ?? [[field, value] as const]).map(([name, after]) => ({ field: name, after })),
    )
    .filter(({ field, after }) => !unsaid.has(field) && !isEmpty(after))
    .map(({ field, after }) => ({ field, before: undefined, after }));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
