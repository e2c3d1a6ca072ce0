import type { Change } from '#shared/changes/change-set.ts';
import { moveRecord, splitMoves } from '#shared/changes/moves.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import type { AnyRecord, DossierTable } from '#shared/domain/tables.ts';
import { eachCustomer } from '../rows/by-customer.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import type { InvertContext } from './invert-context.ts';

/** Fields of a record that name another one of the same dossier. */
const naming = ['contactId', 'refOrderId', 'followUpId'] as const;

/** What goes from one dossier back into another: the ids of its records, with where each goes. */
type Going = ReadonlyMap<string, string>;

/**
 * Where records leave a dossier again, whatever was written there meanwhile and speaks of one of them goes along: the talk with a
 * contact person, the refund of an order. Otherwise it would speak of nobody. Relations and introductions that name such a contact
 * person from elsewhere name them where they are. Answers with what is to be written beside these changes.
 */
export async function followBack(changes: readonly Change[], context: InvertContext): Promise<Change[]> {
  const { moves } = splitMoves(changes);
  const byHolder = Map.groupBy(moves, ({ leaving }) => leaving.customerId ?? '');
  const written = new Set(changes.map(keyOf));
  const goingFrom = new Map<string, Going>();
  const followers: Change[] = [];
  const follow = (change: Change) => {
    written.add(keyOf(change));
    followers.push(change);
  };
  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byHolder, load, (holder, own, file) => {
    const going = new Map(own.map(({ arriving }) => [arriving.id, arriving.customerId ?? '']));
    goingFrom.set(holder, going);
    if (file) for (const change of recordsAlong(file, going, written, context.at)) follow(change);
  });
  if (!moves.some(({ arriving }) => arriving.table === 'contact')) return followers;
  for (const [customerId, file] of await context.load(context.namersOf(new Set(goingFrom.keys())))) {
    for (const { table, record } of file.records()) {
      const after = written.has(keyOf({ table, id: record.id })) ? null : renamed(table, record, goingFrom);
      if (after) follow({ table, id: record.id, customerId, before: record, after: next(after, record, context.at) });
    }
  }
  return followers;
}

/** What names one that goes, and what names that in turn. Notes in `going` what it found. */
function recordsAlong(
  file: DossierFile,
  going: Map<string, string>,
  written: ReadonlySet<string>,
  at: string,
): Change[] {
  const found: Change[] = [];
  for (let before = -1; before < found.length; ) {
    before = found.length;
    for (const { table, record } of file.records()) {
      if (table === 'customer' || going.has(record.id) || written.has(keyOf({ table, id: record.id }))) continue;
      const named = naming.map((field) => (record as Partial<Record<(typeof naming)[number], string>>)[field]);
      const to = named.flatMap((id) => (id === undefined ? [] : (going.get(id) ?? [])))[0];
      if (to === undefined) continue;
      going.set(record.id, to);
      found.push(...moveWhole(file, table, record, to, at));
    }
  }
  return found;
}

/** A record that names a contact person of somebody else by now, with that one; `null` where it names none. */
function renamed(table: DossierTable, record: AnyRecord, goingFrom: ReadonlyMap<string, Going>): AnyRecord | null {
  if (table === 'relation') {
    const { other } = record as Relation;
    if (!('customerId' in other) || other.contactId === undefined) return null;
    const to = goingFrom.get(other.customerId)?.get(other.contactId);
    return to === undefined ? null : { ...record, other: { ...other, customerId: to as CustomerId } };
  }
  if (table !== 'customer') return null;
  const { referrerId = '', referral } = record as Customer;
  const to = goingFrom.get(referrerId)?.get(referral?.contactId ?? '');
  return to === undefined ? null : ({ ...record, referrerId: to } as AnyRecord);
}

/** The record with its past in the dossier of another customer. */
export function moveWhole(file: DossierFile, table: DossierTable, record: AnyRecord, to: string, at: string): Change[] {
  const moved = { table, id: record.id, before: record, history: file.historyOf(table, record.id) };
  return moveRecord(moved, file.customerId, to, next({ ...record, customerId: to } as AnyRecord, record, at));
}

function next(after: AnyRecord, { version }: AnyRecord, at: string): AnyRecord {
  return { ...after, version: version + 1, updatedAt: at };
}

function keyOf({ table, id }: Pick<Change, 'table' | 'id'>): string {
  return `${table}/${id}`;
}
