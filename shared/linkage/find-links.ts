import { pairKey } from '../domain/distinct-pair/distinct-pair.ts';
import { blockKeys } from './block-keys.ts';
import { compareRecords, type Link, type LinkWorld } from './compare-records.ts';
import type { LinkRecord } from './link-record.ts';

/** A key that more share than this says nothing about who somebody is. */
const mostInBlock = 40;

export interface FoundLink extends Link {
  a: number;
  b: number;
}

/**
 * Finds which of the records may be one, or belong together. Yields after every record, so that the caller can stop and breathe.
 * `isKnown` tells pairs that need not be looked at, by their places.
 */
export function* findLinks(
  records: readonly LinkRecord[],
  isKnown: (a: number, b: number) => boolean = () => false,
): Generator<{ done: number; total: number }, FoundLink[], void> {
  const total = records.length * 2;
  const blocks = new Map<string, number[]>();
  const blocksOf: number[][][] = [];
  const names = new Map<string, number>();
  const nameOf = (record: LinkRecord) => record.core || record.name;
  for (const [place, record] of records.entries()) {
    names.set(nameOf(record), (names.get(nameOf(record)) ?? 0) + 1);
    const own: number[][] = [];
    for (const key of blockKeys(record)) {
      const block = blocks.get(key) ?? [];
      if (block.length === 0) blocks.set(key, block);
      if (block.length <= mostInBlock && block.at(-1) !== place) block.push(place);
      own.push(block);
    }
    blocksOf.push(own);
    yield { done: place + 1, total };
  }
  const world: LinkWorld = { count: records.length, countOfName: (name) => names.get(name) ?? 0 };
  const found: FoundLink[] = [];
  for (const [place, record] of records.entries()) {
    const met = new Set<number>();
    for (const block of blocksOf[place] ?? []) {
      if (block.length > mostInBlock) continue;
      for (const other of block) if (other > place) met.add(other);
    }
    for (const other of met) {
      const partner = records[other];
      if (!partner || isKnown(place, other)) continue;
      const link = compareRecords(record, partner, world);
      if (link.verdict !== 'different') found.push({ a: place, b: other, ...link });
    }
    yield { done: records.length + place + 1, total };
  }
  return found.sort(
    (x, y) => y.bits - x.bits || pairKey(`${x.a}`, `${x.b}`).localeCompare(pairKey(`${y.a}`, `${y.b}`)),
  );
}
