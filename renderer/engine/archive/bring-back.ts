import { createErasedCheck } from '#shared/archive/erased.ts';
import { customerOf, type ContentEntry } from '#shared/archive/content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { Change } from '#shared/changes/change-set.ts';
import { changedFields, fieldOf } from '#shared/changes/record-content.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { BringBackEffect } from '../api.ts';
import type { MainPort } from '../ports.ts';
import { takeEntries } from './base-snapshot.ts';
import { Catalogue } from './catalogue.ts';
import type { DossierFile } from './dossier-file.ts';

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
      const kept = entries.filter((entry: ContentEntry) => !isErased(customerOf(entry) ?? ''));
      yield { files: takeEntries(kept, catalogue), catalogue };
    }
  } finally {
    await main.call('snapshot/close', { readId });
  }
}

/** One customer of an opened backup, and the backup's catalogue. Throws `restore/erased-person` or `archive/not-found`. */
export async function findInBackup(
  main: MainPort,
  restoreId: string,
  customerId: string,
): Promise<{ file: DossierFile; catalogue: Catalogue }> {
  const { erased } = await main.call('erasure/status', {});
  if (createErasedCheck(erased)(customerId)) failWith('restore/erased-person');
  let found: DossierFile | undefined;
  let catalogue: Catalogue | undefined;
  for await (const batch of readBackup(main, restoreId)) {
    found ??= batch.files.find((file) => file.customerId === customerId);
    ({ catalogue } = batch);
  }
  if (!found || !catalogue) return failWith('archive/not-found');
  return { file: found, catalogue };
}

/** Compares a customer of a backup with the present one, if there is one. Pure. */
export function planBringBack(
  backup: { file: DossierFile; catalogue: Catalogue },
  present: { file: DossierFile; catalogue: Catalogue },
  at: string,
): BringBackPlan {
  const { customerId } = backup.file;
  const plan: BringBackPlan = { changes: [], conflicts: [], added: {}, kept: {} };
  const inBackup = new Set<string>();
  for (const { table, record } of backup.file.records()) {
    inBackup.add(`${table}/${record.id}`);
    const now = present.file.find(table, record.id);
    const fields = now ? changedFields(now, record) : [];
    if (now && fields.length === 0) continue;
    plan.changes.push({ table, id: record.id, customerId, before: now, after: asOfNow(record, now, at) });
    if (!now) plan.added[table] = (plan.added[table] ?? 0) + 1;
    for (const field of fields) {
      const sides = { now: now && fieldOf(now, field), backup: fieldOf(record, field) };
      plan.conflicts.push({ table, recordId: record.id, field, ...sides });
    }
  }
  for (const { table, record } of present.file.records()) {
    if (!inBackup.has(`${table}/${record.id}`)) plan.kept[table] = (plan.kept[table] ?? 0) + 1;
  }
  if (plan.changes.length > 0) plan.changes.unshift(...missingCatalogue(backup, present.catalogue, at));
  return plan;
}

/** Tags, products and own fields that the dossier speaks of and that are gone here. */
function missingCatalogue(
  { file, catalogue }: { file: DossierFile; catalogue: Catalogue },
  present: Catalogue,
  at: string,
): Change[] {
  const customer = file.find('customer', file.customerId) as Customer | null;
  const wanted = new Set([...(customer?.tagIds ?? []), ...Object.keys(customer?.customFields ?? {})]);
  for (const { record } of file.records()) {
    if ('lines' in record) for (const { productId } of record.lines) if (productId !== undefined) wanted.add(productId);
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
