import { customerKinds } from '#shared/domain/customer/customer.ts';
import { pairKey } from '#shared/domain/distinct-pair/distinct-pair.ts';
import { findLinks, type FoundLink } from '#shared/linkage/find-links.ts';
import type { LinkRecord } from '#shared/linkage/link-record.ts';
import type { DuplicatePair, DuplicatesApi, DuplicateScan, DuplicateSide } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import { Pace } from '../archive/work-queue.ts';
import type { Asynchronous } from '../client-types.ts';
import type { Columns } from '../index/columns/columns.ts';
import { linkRecordAt } from '../index/relations/link-records.ts';
import { readEndKey } from '../index/columns/relation-lists.ts';
import type { Desk } from './desk.ts';

/** More nobody goes through at a time; those behind them come up as these are decided. */
const mostShown = 300;
const reportEvery = 2_000;
/** What was found is gone with the memory of the window. So many are looked through again in a fraction of a second, unasked. */
const few = 10_000;

/** What a search found; `a` and `b` are places in the columns, which stay. */
interface Found {
  columns: Columns;
  links: FoundLink[];
  customers: number;
  /** Whoever has a higher place came later. */
  places: number;
}

export function duplicates(desk: Desk): Asynchronous<DuplicatesApi> {
  /** Grows with every search and every stop: a search goes on only while it is the last that was asked for. */
  let run = 0;
  let searching: number | null = null;
  /** On lock: gone with the memory of the window. */
  let found: Found | null = null;

  const scan = (): DuplicateScan | null => {
    const { archive, keeper } = desk.opened();
    // After a restore the places are other customers'.
    return found?.columns === keeper.index.columns ? scanOf(found, archive) : null;
  };

  /** Keeps what it finds, unless it is stopped. */
  const search = async (own: number, onProgress: (done: number, total: number) => void): Promise<boolean> => {
    const { columns } = desk.index;
    const { count } = columns;
    const places = presentPlaces(columns);
    const links = await linksAmong(
      columns,
      places,
      () => own !== run,
      (done) => {
        onProgress(done, places.length * 3);
      },
    );
    if (links) found = { columns, links, customers: places.length, places: count };
    return links !== null;
  };

  /** Whoever asks meanwhile waits for the same. */
  let looking: Promise<unknown> | null = null;
  const lookAmongFew = async (): Promise<void> => {
    await desk.opened().keeper.ready();
    const { columns } = desk.index;
    if (searching !== null || found?.columns === columns || columns.count > few) return;
    if (looking === null) {
      const own = (run += 1);
      looking = search(own, () => undefined).finally(() => {
        looking = null;
      });
    }
    await looking;
  };

  return {
    async findDuplicates() {
      const own = (run += 1);
      searching = own;
      let total = 0;
      const tell = (done: number) => {
        desk.ports.emit({ type: 'progress', task: 'duplicates', done, total });
      };
      try {
        await desk.opened().keeper.ready();
        const isDone = await search(own, (done, all) => {
          total = all;
          tell(done);
        });
        return isDone ? scan() : null;
      } finally {
        if (searching === own) {
          searching = null;
          tell(total);
        }
      }
    },

    async foundDuplicates() {
      await lookAmongFew();
      return { isSearching: searching !== null, scan: scan() };
    },

    async stopFinding() {
      run += 1;
    },
  };
}

/** `null` when it was stopped. Pairs that were decided are found too: what was decided may be taken back. */
async function linksAmong(
  columns: Columns,
  places: readonly number[],
  isStopped: () => boolean,
  onProgress: (done: number) => void,
): Promise<FoundLink[] | null> {
  const pace = new Pace();
  const records: LinkRecord[] = [];
  for (const place of places) {
    records.push(linkRecordAt(columns, place));
    if (records.length % reportEvery === 0) onProgress(records.length);
    await pace.step();
    if (isStopped()) return null;
  }
  const steps = findLinks(records);
  let told = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done)
      return step.value.links.map((link) => ({ ...link, a: places[link.a] ?? -1, b: places[link.b] ?? -1 }));
    const { done } = step.value;
    if (done >= told + reportEvery) {
      told = done;
      onProgress(places.length + done);
    }
    await pace.step();
    if (isStopped()) return null;
  }
}

/** What is still to be decided of what was found. */
function scanOf({ columns, links, customers, places }: Found, archive: Archive): DuplicateScan {
  const apart = new Set(archive.catalogue.list('distinctPair').map(({ between }) => pairKey(...between)));
  const related = relatedPairs(columns);
  const counts = { same: 0, household: 0, contact: 0, branch: 0 };
  const pairs = links.flatMap(({ a, b, verdict, probability, reasons }): DuplicatePair[] => {
    if (!isPresent(columns, a) || !isPresent(columns, b)) return [];
    const key = pairKey(columns.idOf(a), columns.idOf(b));
    if (apart.has(key) || (verdict !== 'same' && related.has(key))) return [];
    counts[verdict] += 1;
    if (counts[verdict] > mostShown) return [];
    return [{ a: sideAt(columns, a), b: sideAt(columns, b), verdict, probability, reasons }];
  });
  let added = 0;
  for (let index = places; index < columns.count; index += 1) if (isPresent(columns, index)) added += 1;
  return { pairs, counts, customers, added };
}

function isPresent(columns: Columns, index: number): boolean {
  return columns.isAlive(index) && columns.numbers.deleted[index] === 0;
}

function presentPlaces(columns: Columns): number[] {
  const places: number[] = [];
  for (let index = 0; index < columns.count; index += 1) if (isPresent(columns, index)) places.push(index);
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
  return {
    id: columns.idOf(index),
    name: name.at(index),
    phone: phone.at(index),
    organization: organization.at(index),
    isPerson: customerKinds[columns.numbers.kind[index] ?? 0] === 'person',
  };
}
