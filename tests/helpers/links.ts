import { findLinks, type FoundLink } from '#shared/linkage/find-links.ts';
import type { LinkRecord, LinkSource } from '#shared/linkage/link-record.ts';

/** Somebody of whom nothing is known. */
export const aLinkSource: LinkSource = {
  name: '',
  reading: '',
  aliases: [],
  isPerson: true,
  code: '',
  uscc: '',
  phones: [],
  emails: [],
  ims: [],
  addresses: [],
  birthday: '',
  city: '',
};

/** The whole search at once. */
export function linksOf(records: readonly LinkRecord[]): FoundLink[] {
  const steps = findLinks(records);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
