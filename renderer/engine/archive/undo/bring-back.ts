import { createErasedCheck } from '#shared/archive/erased.ts';
import { forgetErased } from '#shared/archive/forget-erased.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { Change } from '#shared/changes/change-set.ts';
import { changedFields, fieldOf } from '#shared/changes/record-content.ts';
import { isOwnCode, type Customer } from '#shared/domain/customer/customer.ts';
import { otherCustomerOf } from '#shared/domain/relation/relation.ts';
import { ownKindOf } from '#shared/domain/relation/relation-role.ts';
import type { AnyRecord, DossierTable, RecordOf } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { BringBackEffect } from '../../api.ts';
import type { MainPort } from '../../ports.ts';
import { takeEntries } from '../rows/base-snapshot.ts';
import { Catalogue } from '../rows/catalogue.ts';
import type { DossierFile, DossierRecord } from '../rows/dossier-file.ts';

/** A customer as a backup has it. */
export interface InBackup {
  file: DossierFile;
  /** Relations to the customer that lie in others' dossiers. */
  relations: RecordOf<'relation'>[];
  /** Whoever had been merged into the customer by then. */
  merged: Customer[];
  catalogue: Catalogue;
}

/** What is here now beside it. */
export interface Present {
  file: DossierFile;
  catalogue: Catalogue;
  /** The dossiers of those whose relations to the customer the backup has; they may be gone. */
  others: ReadonlyMap<string, DossierFile>;
  /** Records, as `table/id`, that went with somebody who was merged by then and is a customer of its own now. */
  apart: ReadonlySet<string>;
  isThere: (customerId: string) => boolean;
}

/** What taking a customer out of a backup does, with the changes that do it. */
export interface BringBackPlan extends BringBackEffect {
  changes: Change[];
}

/** The customers of an opened backup in batches of whole dossiers, without whoever was erased since. */
export async function* readBackup(
  main: MainPort,
  restoreId: string,
): AsyncGenerator<{ files: DossierFile[]; catalogue: Catalogue }> {
  const { erased } = await main.call('erasure/status', {});
  const isErased = createErasedCheck(erased);
  const { readId } = await main.call('restore/read', { restoreId });
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { chunk } = await main.call('snapshot/read', { readId });
      if (!chunk) return;
      yield chunk;
    }
  }
  const catalogue = new Catalogue();
  try {
    for await (const entries of unpackContent(chunks())) {
      yield { files: takeEntries(forgetErased(entries, isErased), catalogue), catalogue };
    }
  } finally {
    await main.call('snapshot/close', { readId });
  }
}

/** One customer of an opened backup with what else it says of them. Throws `restore/erased-person` or `archive/not-found`. */
export async function findInBackup(main: MainPort, restoreId: string, customerId: string): Promise<InBackup> {
  const { erased } = await main.call('erasure/status', {});
  if (createErasedCheck(erased)(customerId)) failWith('restore/erased-person');
  let found: DossierFile | undefined;
  let catalogue: Catalogue | undefined;
  const relations: InBackup['relations'] = [];
  const merged: Customer[] = [];
  for await (const batch of readBackup(main, restoreId)) {
    found ??= batch.files.find((file) => file.customerId === customerId);
    ({ catalogue } = batch);
    for (const file of batch.files) {
      relations.push(...relationsTo(file, customerId));
      const customer = file.find('customer', file.customerId) as Customer | null;
      if (customer?.mergedInto === customerId) merged.push(customer);
    }
  }
  if (!found || !catalogue) return failWith('archive/not-found');
  return { file: found, relations, merged, catalogue };
}

/**
 * Compares a customer of a backup with the present one, if there is one. Relations to people who are not here any more are left
 * out. Pure.
 */
export function planBringBack(backup: InBackup, present: Present, at: string): BringBackPlan {
  const plan: BringBackPlan = { changes: [], conflicts: [], added: {}, kept: {}, unrelated: 0 };
  const inBackup = new Set<string>();
  const compare = (table: DossierTable, record: DossierRecord, owner: DossierFile) => {
    const now = owner.find(table, record.id);
    const fields = now ? changedFields(now, record) : [];
    if (now && fields.length === 0) return;
    plan.changes.push({
      table,
      id: record.id,
      customerId: owner.customerId,
      before: now,
      after: asOfNow(record, now, at),
    });
    if (!now) plan.added[table] = (plan.added[table] ?? 0) + 1;
    for (const field of fields) {
      const sides = { now: now && fieldOf(now, field), backup: fieldOf(record, field) };
      plan.conflicts.push({ table, recordId: record.id, field, ...sides });
    }
  };
  for (const { table, record } of backup.file.records()) {
    if (present.apart.has(`${table}/${record.id}`)) continue;
    inBackup.add(`${table}/${record.id}`);
    const known = withoutStrangers(table, record, present.isThere);
    if (known) compare(table, known, present.file);
    else plan.unrelated += 1;
  }
  for (const relation of backup.relations) {
    const owner = present.others.get(relation.customerId);
    const now = owner?.find('relation', relation.id);
    if (!owner || !present.isThere(relation.customerId)) plan.unrelated += 1;
    // What the other one changed since is theirs; what went with the customer comes back.
    else if (!now || now.deletedAt) compare('relation', relation, owner);
  }
  for (const { table, record } of present.file.records()) {
    if (!inBackup.has(`${table}/${record.id}`)) plan.kept[table] = (plan.kept[table] ?? 0) + 1;
  }
  if (plan.changes.length > 0) plan.changes.unshift(...missingCatalogue(backup, present.catalogue, at));
  return plan;
}

/** Relations of a dossier to a customer, as far as they are not in the bin. */
function relationsTo(file: DossierFile, customerId: string): RecordOf<'relation'>[] {
  if (file.customerId === customerId) return [];
  return [...file.records()].flatMap(({ table, record }) => {
    const relation = record as RecordOf<'relation'>;
    const isMeant = table === 'relation' && !record.deletedAt && otherCustomerOf(relation) === customerId;
    return isMeant ? [relation] : [];
  });
}

/** The record without an introducer who is not here; `null` for a relation to somebody who is not. */
function withoutStrangers(
  table: DossierTable,
  record: DossierRecord,
  isThere: (customerId: string) => boolean,
): DossierRecord | null {
  if (table === 'relation') {
    const other = otherCustomerOf(record as RecordOf<'relation'>);
    return other === null || isThere(other) ? record : null;
  }
  if (table !== 'customer') return record;
  const { referrerId, referral: _details, ...customer } = record as Customer;
  return referrerId === undefined || isThere(referrerId) ? record : customer;
}

/** Tags, products, own fields and kinds of relation that the dossier speaks of and that are gone here. */
function missingCatalogue({ file, catalogue }: InBackup, present: Catalogue, at: string): Change[] {
  const customer = file.find('customer', file.customerId) as Customer | null;
  const wanted = new Set([...(customer?.tagIds ?? []), ...Object.keys(customer?.customFields ?? {})]);
  for (const { record } of file.records()) {
    if ('role' in record && record.role) wanted.add(ownKindOf(record.role)?.kindId ?? '');
    if ('fieldId' in record && record.fieldId !== undefined) wanted.add(record.fieldId);
    if ('lines' in record) for (const { productId } of record.lines) if (productId !== undefined) wanted.add(productId);
  }
  // A campaign, source or reason of the user's own is called by the id of its word.
  const putOff = Array.from(file.records(), ({ record }) =>
    'putOffReason' in record ? record.putOffReason : undefined,
  );
  for (const code of [customer?.source, customer?.campaign, customer?.lostReason, ...putOff]) {
    if (code !== undefined && isOwnCode(code)) wanted.add(code.slice('own:'.length));
  }
  return [...catalogue.all()].flatMap(({ table, record }): Change[] => {
    if (!wanted.has(record.id)) return [];
    const now = present.find(table, record.id);
    if (now && !now.deletedAt) return [];
    return [{ table, id: record.id, before: now, after: asOfNow(record, now, at) }];
  });
}

/** The record of the backup as the newest version of the present one. */
function asOfNow<R extends AnyRecord>(record: R, now: AnyRecord | null, at: string): R {
  return { ...record, version: Math.max(record.version, now?.version ?? 0) + 1, updatedAt: at };
}
