import type { Weights } from '#shared/linkage/estimate-weights.ts';
import { findLinks, type FoundLink, type LinksOfArchive } from '#shared/linkage/find-links.ts';
import type { LinkRecord, LinkSource } from '#shared/linkage/link-record.ts';

/** Somebody of whom nothing is known. */
export const aLinkSource: LinkSource = {
  name: '',
  aliases: [],
  isPerson: true,
  codes: [],
  uscc: '',
  phones: [],
  emails: [],
  ims: [],
  people: [],
  addresses: [],
  birthday: '',
  city: '',
};

/** The whole search at once. */
export function linksOf(records: readonly LinkRecord[], learned?: Weights): FoundLink[] {
  return searchAmong(records, learned).links;
}

/** What a search of these teaches of how the fields of one customer agree. */
export function learnFrom(records: readonly LinkRecord[]): Weights {
  return searchAmong(records).weights;
}

function searchAmong(records: readonly LinkRecord[], learned?: Weights): LinksOfArchive {
  const steps = findLinks(records, learned);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
