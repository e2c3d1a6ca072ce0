import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { isDossierTable } from '../domain/tables.ts';
import type { Change, ChangeSet } from './change-set.ts';
import type { Reason } from './reasons.ts';
import { changedFields, fieldOf } from './record-content.ts';

/** Longer values stand in the history by their beginning; the journal keeps them whole. UTF-16 units of JSON. */
const longestValue = 4_000;

/** Whether a value of the history is the beginning of a longer one; no value that stands there whole looks like one. */
export function isBeginning(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('…') && JSON.stringify(value).length > longestValue;
}

/** What Kebu keeps for itself. */
const unremembered: ReadonlySet<string> = new Set(['mergeTrace']);

/**
 * What the field history of a dossier says about a change: one entry per changed field. A whole record is told as `*` with
 * `after` = `created` (customers only; other records carry their own `createdAt`), `deleted` or `restored`.
 * A record that is removed for good leaves nothing, and the class history is a history already.
 */
export function historyOf(change: Change, set: Pick<ChangeSet, 'id' | 'at' | 'reason'>): readonly FieldHistoryEntry[] {
  const { table, before, after, history } = change;
  if (!isDossierTable(table) || table === 'classChange' || !after) return [];
  // It moved here, and brings its past along.
  if (history) return history;
  const entry = { table, recordId: change.id, at: set.at, changeSetId: set.id, ...sourceOf(change, set) };
  if (!before) return table === 'customer' ? [{ ...entry, field: '*', after: 'created' }] : [];
  const fields = changedFields(before, after).filter((field) => !unremembered.has(field));
  return fields.map((field) => {
    if (field === 'deletedAt') return { ...entry, field: '*', after: after.deletedAt ? 'deleted' : 'restored' };
    return { ...entry, field, ...side('before', fieldOf(before, field)), ...side('after', fieldOf(after, field)) };
  });
}

/** Most changes are made by hand, and then nothing is said. */
const byHand: ReadonlySet<Reason> = new Set<Reason>(['customer/edit', 'contact/edit', 'customer/create']);

function sourceOf(
  { before, from }: Change,
  { reason }: Pick<ChangeSet, 'reason'>,
): Pick<FieldHistoryEntry, 'reason' | 'from'> {
  // A new record says itself where it came from.
  if (!before) return {};
  return { ...(!byHand.has(reason) && { reason }), ...(from && { from }) };
}

function side(name: 'before' | 'after', value: unknown): { before?: unknown; after?: unknown } {
  if (value === undefined) return {};
  const json = JSON.stringify(value);
  if (json.length <= longestValue) return { [name]: value };
  return { [name]: `${(typeof value === 'string' ? value : json).slice(0, longestValue)}…` };
}
