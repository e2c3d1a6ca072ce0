import { defaultBinDays } from '#shared/domain/settings/settings.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { BinEntry, BinPage } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import type { Columns } from '../index/columns/columns.ts';
import { isMerged } from '../index/relations/merged-customers.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A mistake must not empty the archive overnight: beyond this somebody has to press the button. */
const automaticAtMost = 50;
const automaticShare = 0.2;

export function binDaysOf(archive: Archive): number {
  return archive.catalogue.list('settings')[0]?.binDays ?? defaultBinDays;
}

/** Customers in the bin, those that leave it first at the top. Only the dossiers of the first `limit` are read. */
export async function binPage(archive: Archive, columns: Columns, now: Date, limit: number): Promise<BinPage> {
  const places = placesInBin(columns);
  const daysLeftOf = daysLeftAt(columns, binDaysOf(archive), now);
  const shown = places.slice(0, limit);
  const files = await archive.cabinet.load(shown.map((place) => columns.idOf(place)));
  const entries = shown.flatMap((place): BinEntry[] => {
    const file = files.get(columns.idOf(place));
    const customer = file?.find('customer', file.customerId) as Customer | null | undefined;
    if (!file || !customer?.deletedAt) return [];
    const { id, name, deletedAt, version } = customer;
    const records = [...file.records()].length - 1;
    return [{ id, name, deletedAt, version, daysLeft: daysLeftOf(place), records }];
  });
  return { entries, total: places.length };
}

/** Whose time in the bin is over; nobody when that is suspiciously many. `customers` are those outside it. */
export function expiredInBin(archive: Archive, columns: Columns, now: Date, customers: number): CustomerId[] {
  const daysLeftOf = daysLeftAt(columns, binDaysOf(archive), now);
  const due = placesInBin(columns).filter((place) => daysLeftOf(place) === 0);
  return isBelievable(due.length, customers) ? due.map((place) => columns.idOf(place)) : [];
}

/** Whether so many may go by themselves where so many are kept; `few` may always. */
export function isBelievable(due: number, kept: number, few = 1): boolean {
  return due <= automaticAtMost && due <= Math.max(few, kept * automaticShare);
}

function placesInBin(columns: Columns): number[] {
  const { deleted, deletedMs } = columns.numbers;
  const places: number[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    if (columns.isAlive(index) && deleted[index] === 1 && !isMerged(columns, index)) places.push(index);
  }
  return places.sort((a, b) => (deletedMs[a] ?? 0) - (deletedMs[b] ?? 0));
}

function daysLeftAt({ numbers: { deletedMs } }: Columns, keptDays: number, now: Date): (place: number) => number {
  return (place) => {
    const leftMs = (deletedMs[place] ?? 0) + keptDays * dayMs - now.getTime();
    return Math.max(0, Math.ceil(leftMs / dayMs));
  };
}
