import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Columns } from '../columns/columns.ts';
import { endKey, readEndKey } from '../columns/relation-lists.ts';

/** Whom a customer turned out to be, and whom that one did, to the last; the customer itself when it was never merged. */
export function survivorOf(columns: Columns, id: CustomerId): CustomerId {
  const seen = new Set<string>();
  let at = id;
  for (let end = mergedEnd(columns, at); end !== 0 && !seen.has(at); end = mergedEnd(columns, at)) {
    seen.add(at);
    at = columns.ends.valueOf(end) as CustomerId;
  }
  return at;
}

export function isMerged(columns: Columns, index: number): boolean {
  return columns.isAlive(index) && columns.numbers.mergedInto[index] !== 0;
}

export function countMerged(columns: Columns): number {
  let count = 0;
  for (let index = 0; index < columns.count; index += 1) if (isMerged(columns, index)) count += 1;
  return count;
}

/** Who was merged into one of these, and who into those before, the nearest first. */
export function mergedInto(columns: Columns, ids: Iterable<CustomerId>): CustomerId[] {
  const byEnd = new Map<number, CustomerId[]>();
  for (let index = 0; index < columns.count; index += 1) {
    if (!isMerged(columns, index)) continue;
    const end = columns.numbers.mergedInto[index] ?? 0;
    const own = byEnd.get(end);
    if (own) own.push(columns.idOf(index));
    else byEnd.set(end, [columns.idOf(index)]);
  }
  if (byEnd.size === 0) return [];
  const found = new Set<CustomerId>();
  const queue = [...ids];
  for (const id of queue) {
    for (const merged of byEnd.get(columns.ends.find(endKey(id))) ?? []) {
      if (found.has(merged)) continue;
      found.add(merged);
      queue.push(merged);
    }
  }
  return [...found];
}

/** In whose dossiers one of these is named: as the far end of a relation, or as who introduced the customer. */
export function namedBy(
  columns: Columns,
  ids: ReadonlySet<string>,
): { relations: CustomerId[]; introduced: CustomerId[] } {
  const wanted = new Set<number>();
  columns.ends.values.forEach((key, end) => {
    if (end > 0 && ids.has(readEndKey(key).customerId)) wanted.add(end);
  });
  const found = { relations: new Set<CustomerId>(), introduced: new Set<CustomerId>() };
  const list = columns.lists.relations;
  for (let index = 0; index < columns.count && wanted.size > 0; index += 1) {
    if (!columns.isAlive(index)) continue;
    const id = columns.idOf(index);
    if (wanted.has(columns.numbers.referrer[index] ?? 0)) found.introduced.add(id);
    const ends = list.array(1);
    const start = list.start(index);
    for (let at = start; at < start + list.count(index); at += 1) {
      if (wanted.has(ends[at] ?? 0)) found.relations.add(id);
    }
  }
  return { relations: [...found.relations], introduced: [...found.introduced] };
}

/** Whether somebody may stand as introducer of these: neither one of them nor introduced by one, over others either. */
export function mayIntroduce(columns: Columns, ids: ReadonlySet<string>, introducer: CustomerId): boolean {
  const seen = new Set<string>();
  for (let at: string | null = introducer; at !== null && !seen.has(at); at = introducerOf(columns, at)) {
    if (ids.has(at)) return false;
    seen.add(at);
  }
  return true;
}

function introducerOf(columns: Columns, id: string): string | null {
  const end = columns.numbers.referrer[columns.indexOf(id)] ?? 0;
  return end === 0 ? null : columns.ends.valueOf(end);
}

function mergedEnd(columns: Columns, id: string): number {
  return columns.numbers.mergedInto[columns.indexOf(id)] ?? 0;
}
