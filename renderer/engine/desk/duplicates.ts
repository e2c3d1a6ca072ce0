import { pairKey } from '#shared/domain/distinct-pair/distinct-pair.ts';
import { findLinks, type FoundLink } from '#shared/linkage/find-links.ts';
import type { LinkRecord } from '#shared/linkage/link-record.ts';
import type { DuplicatePair, DuplicatesApi, DuplicateSide } from '../api.ts';
import { Pace } from '../archive/work-queue.ts';
import type { Asynchronous } from '../client-types.ts';
import type { Columns } from '../index/columns.ts';
import { linkRecordAt } from '../index/link-records.ts';
import { readEndKey } from '../index/relation-lists.ts';
import type { Desk } from './desk.ts';

/** More nobody goes through at a time; the next search finds the others. */
const mostShown = 300;
const reportEvery = 2_000;

export function duplicates(desk: Desk): Asynchronous<DuplicatesApi> {
  /** Grows with every search and every stop: a search goes on only while it is the last that was asked for. */
  let run = 0;

  return {
    async findDuplicates() {
      const own = (run += 1);
      const { archive, keeper } = desk.opened();
      const { columns } = keeper.index;
      const places = presentPlaces(columns);
      const apart = new Set(archive.catalogue.list('distinctPair').map(({ between }) => pairKey(...between)));
      const keyOf = (a: number, b: number) => pairKey(columns.idOf(places[a] ?? -1), columns.idOf(places[b] ?? -1));
      const links = await linksAmong(columns, places, {
        isKnown: (a, b) => apart.size > 0 && apart.has(keyOf(a, b)),
        isStopped: () => own !== run,
        onProgress: (done, total) => desk.ports.emit({ type: 'progress', task: 'duplicates', done, total }),
      });
      if (!links) return null;
      const related = relatedPairs(columns);
      const counts = { same: 0, household: 0, branch: 0 };
      const pairs = links.flatMap(({ a, b, verdict, probability, reasons }): DuplicatePair[] => {
        if (verdict === 'different' || (verdict !== 'same' && related.has(keyOf(a, b)))) return [];
        counts[verdict] += 1;
        if (counts[verdict] > mostShown) return [];
        const sides = { a: sideAt(columns, places[a] ?? -1), b: sideAt(columns, places[b] ?? -1) };
        return [{ ...sides, verdict, probability, reasons }];
      });
      return { pairs, counts, customers: places.length };
    },

    async stopFinding() {
      run += 1;
    },
  };
}

interface Search {
  isKnown: (a: number, b: number) => boolean;
  isStopped: () => boolean;
  onProgress: (done: number, total: number) => void;
}

/** `null` when it was stopped; tells its end in any case. */
async function linksAmong(
  columns: Columns,
  places: readonly number[],
  { isKnown, isStopped, onProgress }: Search,
): Promise<FoundLink[] | null> {
  const pace = new Pace();
  const records: LinkRecord[] = [];
  try {
    for (const place of places) {
      records.push(linkRecordAt(columns, place));
      if (records.length % reportEvery === 0) onProgress(records.length, places.length * 3);
      await pace.step();
      if (isStopped()) return null;
    }
    const steps = findLinks(records, isKnown);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      const { done } = step.value;
      if (done % reportEvery === 0) onProgress(places.length + done, places.length * 3);
      await pace.step();
      if (isStopped()) return null;
    }
  } finally {
    onProgress(places.length * 3, places.length * 3);
  }
}

function presentPlaces(columns: Columns): number[] {
  const places: number[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    if (columns.isAlive(index) && columns.numbers.deleted[index] === 0) places.push(index);
  }
  return places;
}

/** Who is related to whom already, whichever way. */
function relatedPairs(columns: Columns): Set<string> {
  const pairs = new Set<string>();
  const { relations } = columns.lists;
  for (let index = 0; index < columns.count; index += 1) {
    const start = relations.start(index);
    for (let at = start; at < start + relations.count(index); at += 1) {
      const { customerId } = readEndKey(columns.ends.valueOf(relations.array(1)[at] ?? 0));
      if (customerId !== '') pairs.add(pairKey(columns.idOf(index), customerId));
    }
  }
  return pairs;
}

function sideAt(columns: Columns, index: number): DuplicateSide {
  const { name, phone, organization } = columns.texts;
  const id = columns.idOf(index);
  return { id, name: name[index] ?? '', phone: phone[index] ?? '', organization: organization[index] ?? '' };
}
