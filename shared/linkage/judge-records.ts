import { compatible, type NameAgreement } from '../match/compare-names.ts';
import { isValidUscc } from '../match/identifiers.ts';
import { namesOf, shares } from './compare-records.ts';
import type { LinkRecord } from './link-record.ts';

/**
 * `same`: one customer. `household`: people who share a number and are two, be it a family, colleagues or a number that was given
 * to somebody else. `contact`: somebody and the company they can be reached at, or companies with one person to be reached.
 * `branch`: two places of one company. `namesake`: equal names and nothing else to tell by. `different`: nothing in common.
 */
export type Verdict = 'same' | 'household' | 'contact' | 'branch' | 'namesake' | 'different';

/**
 * What is certain of two records without weighing anything: the one answer that an import, a new customer and the search for
 * duplicates give. Never `same` on a number alone, nor on a person's name alone (domain.md §0.7, §1.8).
 */
export function judgeRecords(a: LinkRecord, b: LinkRecord, names: NameAgreement = namesOf(a, b)): Verdict {
  const verdict = judgeWithoutCode(a, b, names);
  if (!shares(a.codes, b.codes)) return verdict;
  // One number may be used twice by mistake: with strange names and nothing else it is no proof.
  return verdict === 'different' && a.name.text !== b.name.text ? 'different' : 'same';
}

function judgeWithoutCode(a: LinkRecord, b: LinkRecord, names: NameAgreement): Verdict {
  if (isValidUscc(a.uscc) && isValidUscc(b.uscc)) {
    if (names === 'branch') return 'branch';
    return a.uscc === b.uscc ? 'same' : 'different';
  }
  if (names === 'branch') return 'branch';
  const isOne = compatible.has(names);
  if (shares(a.mobiles, b.mobiles) || shares(a.landlines, b.landlines)) return isOne ? 'same' : togetherness(a, b);
  const isReachShared = shares(a.emails, b.emails) || shares(a.ims, b.ims);
  if (names !== 'same') return isReachShared && !isOne ? togetherness(a, b) : 'different';
  if (isReachShared) return 'same';
  // Two numbers that the shop itself gave are two customers as long as nothing but the name speaks against it.
  const areNumberedApart = a.codes.length > 0 && b.codes.length > 0;
  if (!a.isPerson && !b.isPerson && !areNumberedApart && !areApart(a.city, b.city)) return 'same';
  return 'namesake';
}

function togetherness(a: LinkRecord, b: LinkRecord): Verdict {
  return a.name.isOrganisation || b.name.isOrganisation ? 'contact' : 'household';
}

/** Whether one of them is a person whom the company of the other knows as one of its people. */
export function isOneOfItsPeople(a: LinkRecord, b: LinkRecord): boolean {
  return a.people.includes(b.name.text) || b.people.includes(a.name.text);
}

/** Whether two places are surely in different cities; a province says nothing of which. */
function areApart(a: string, b: string): boolean {
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a);
}
