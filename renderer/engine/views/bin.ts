import { defaultBinDays } from '#shared/domain/settings/settings.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { BinEntry } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import type { Columns } from '../index/columns.ts';
import { isMerged } from '../index/merged-customers.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A mistake must not empty the archive overnight: beyond this somebody has to press the button. */
const automaticAtMost = 50;
const automaticShare = 0.2;

export function binDaysOf(archive: Archive): number {
  return archive.catalogue.list('settings')[0]?.binDays ?? defaultBinDays;
}

/** Customers in the bin, those that leave it first at the top. */
export async function binEntries(archive: Archive, columns: Columns, now: Date): Promise<BinEntry[]> {
  const ids: CustomerId[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    if (columns.isAlive(index) && columns.numbers.deleted[index] === 1 && !isMerged(columns, index))
      ids.push(columns.idOf(index));
  }
  const keptMs = binDaysOf(archive) * dayMs;
  const entries: BinEntry[] = [];
  for (const file of (await archive.cabinet.load(ids)).values()) {
    const customer = file.find('customer', file.customerId) as Customer | null;
    if (!customer?.deletedAt) continue;
    const untilMs = Date.parse(customer.deletedAt) + keptMs;
    const daysLeft = Math.max(0, Math.ceil((untilMs - now.getTime()) / dayMs));
    const { id, name, deletedAt, version } = customer;
    const records = [...file.records()].length - 1;
    entries.push({ id, name, deletedAt, version, daysLeft, records });
  }
  return entries.sort((a, b) => (a.deletedAt < b.deletedAt ? -1 : 1));
}

/** Whose time in the bin is over; nobody when that is suspiciously many. */
export function selectExpiredInBin(bin: readonly BinEntry[], customers: number): CustomerId[] {
  const due = bin.filter(({ daysLeft }) => daysLeft === 0).map(({ id }) => id);
  const isBelievable = due.length <= automaticAtMost && due.length <= Math.max(1, customers * automaticShare);
  return isBelievable ? due : [];
}
