import { digestsOf, withoutLeftOut } from '#shared/comparison/left-out.ts';
import type { Change } from '#shared/changes/change-set.ts';
import { isNamedInHistory, withoutMentions } from '#shared/changes/forget-mentions.ts';
import { keepSale } from '#shared/domain/kept-sale/kept-sale.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { otherCustomerOf } from '#shared/domain/relation/relation.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { EnginePorts } from '../../ports.ts';
import type { Archive, Written } from '../archive.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import { Pace } from '../work-queue.ts';

export interface ErasureSteps {
  /** Comes first, when nothing else can be written any more. */
  begin: () => Promise<void>;
  /** Comes last before anything is removed: who they are is known no longer afterwards. */
  beforeRemoval: (changes: readonly Change[]) => Promise<void>;
}

/**
 * Removes whole dossiers for good; of their orders only the figures stay that must be kept. Whoever else was related to,
 * introduced by or referred to one of them no longer is, and never was.
 * Customers that are not there are passed over. Returns what was written; `null` when nothing was left to remove.
 */
export function eraseDossiers(
  archive: Archive,
  customerIds: ReadonlySet<string>,
  { now, newId }: Pick<EnginePorts, 'now' | 'newId'>,
  { begin, beforeRemoval }: ErasureSteps,
): Promise<Written | null> {
  return archive.write(async () => {
    await begin();
    const at = now().toISOString();
    const changes: Change[] = [];
    const pace = new Pace();
    const forgotten = new Set<string>();
    for (const pair of archive.catalogue.kept('distinctPair')) {
      const isOfThem = pair.between.some((id) => customerIds.has(id));
      if (isOfThem) changes.push({ table: 'distinctPair', id: pair.id, before: pair, after: null });
    }
    for await (const files of archive.cabinet.scan()) {
      for (const file of files) {
        if (customerIds.has(file.customerId)) {
          for (const digest of leftOutAs(file)) forgotten.add(digest);
          changes.push(...removalsOf(file), ...keptOf(file, newId, at));
        } else changes.push(...relationsTo(file, customerIds), ...withoutThem(file, customerIds, at));
        await pace.step();
      }
    }
    for (const receipt of archive.catalogue.kept('importBatch')) changes.push(...forgetLeftOut(receipt, forgotten, at));
    await beforeRemoval(changes);
    return { reason: 'customer/erase', at, changes };
  });
}

/** Records per table that a change set removed for good. */
export function countRemoved(changes: readonly Change[]): Counts {
  const counts: Counts = {};
  for (const { table, after } of changes) if (!after) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/** How many sales stay, without whose they were. */
export function countKept(changes: readonly Change[]): number {
  return changes.filter(({ table, after }) => table === 'keptSale' && after !== null).length;
}

function removalsOf(file: DossierFile): Change[] {
  const { customerId } = file;
  return [...file.records()].map(({ table, record }) => {
    return { table, id: record.id, customerId, before: record, after: null };
  });
}

function keptOf(file: DossierFile, newId: () => string, at: string): Change[] {
  return [...file.records()].flatMap(({ table, record }): Change[] => {
    const sale = table === 'order' ? keepSale(record as RecordOf<'order'>, newId(), at) : null;
    return sale ? [{ table: 'keptSale', id: sale.id, before: null, after: sale }] : [];
  });
}

/** By what a list may have told of the customer before they were one. */
function leftOutAs(file: DossierFile): string[] {
  const customer = file.find('customer', file.customerId) as RecordOf<'customer'> | null;
  const contacts = [...file.records()].filter(({ table }) => table === 'contact');
  return customer
    ? digestsOf(
        customer,
        contacts.map(({ record }) => record as RecordOf<'contact'>),
      )
    : [];
}

function forgetLeftOut(receipt: RecordOf<'importBatch'>, forgotten: ReadonlySet<string>, at: string): Change[] {
  const left = withoutLeftOut(receipt, forgotten);
  if (left === receipt) return [];
  const after = { ...left, version: receipt.version + 1, updatedAt: at };
  return [{ table: 'importBatch', id: receipt.id, before: receipt, after }];
}

/** Relations that lie in the dossier of the one who stays, those in the bin too. */
function relationsTo(file: DossierFile, gone: ReadonlySet<string>): Change[] {
  const { customerId } = file;
  return [...file.records()].flatMap(({ table, record }): Change[] => {
    if (table !== 'relation' || !gone.has(otherCustomerOf(record as RecordOf<'relation'>) ?? '')) return [];
    return [{ table, id: record.id, customerId, before: record, after: null }];
  });
}

/** What somebody who stays says of them, now or in the past: storing the change takes it out of the history, see `ArchiveWriter`. */
function withoutThem(file: DossierFile, gone: ReadonlySet<string>, at: string): Change[] {
  const customer = file.find('customer', file.customerId) as RecordOf<'customer'> | null;
  if (!customer) return [];
  const isErased = (id: string) => gone.has(id);
  const left = withoutMentions(customer, isErased);
  if (left === customer && !isNamedInHistory(file.history(), isErased)) return [];
  const after = { ...left, version: customer.version + 1, updatedAt: at };
  return [{ table: 'customer', id: customer.id, customerId: file.customerId, before: customer, after }];
}
