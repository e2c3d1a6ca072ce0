import { isValidUscc } from '../match/identifiers.ts';
import type { Weights } from './estimate-weights.ts';
import type { Verdict } from './judge-records.ts';
import { fieldLevels, isAt, levelAt, type Pattern } from './levels.ts';
import type { LinkRecord } from './link-record.ts';

/** The match weight of a pattern, but for what the very values add. */
export function bitsOf(pattern: Pattern, { bits, prior }: Weights): number {
  let weight = prior;
  for (let at = 0; at < fieldLevels.length; at += 1) {
    const field = fieldLevels[at];
    if (field) weight += bits[at]?.[levelAt(pattern, field)] ?? 0;
  }
  return weight;
}

/**
 * What two are whose weight is known: hard rules first, which nothing that agrees can outweigh (domain.md §1.8), then what is
 * certain, then the weight.
 */
export function decideVerdict(a: LinkRecord, b: LinkRecord, pattern: Pattern, verdict: Verdict, bits: number): Verdict {
  const isLikely = bits > 0;
  switch (verdict) {
    case 'same':
    case 'branch':
      return verdict;
    case 'household':
      return isLikely && isOneUnderTwoNames(pattern) ? 'same' : verdict;
    case 'contact':
      return isLikely && a.name.isOrganisation && b.name.isOrganisation ? 'same' : verdict;
    case 'namesake':
    case 'different':
      if (!isLikely || areTwoCompanies(a, b)) return 'different';
      return areTwoPeople(a, b, pattern) && !isOneUnderTwoNames(pattern) ? 'different' : 'same';
  }
}

/** By their credit codes. */
function areTwoCompanies(a: LinkRecord, b: LinkRecord): boolean {
  return a.uscc !== b.uscc && isValidUscc(a.uscc) && isValidUscc(b.uscc);
}

/** Two people with two given names, whatever else they share: brothers, or twins. */
function areTwoPeople(a: LinkRecord, b: LinkRecord, pattern: Pattern): boolean {
  return (
    a.name.given !== '' && b.name.given !== '' && (isAt(pattern, 'name', 'other') || isAt(pattern, 'given', 'other'))
  );
}

/** Twins share a birthday and a family an account; one person under two names shares both, or a number that is nobody else's. */
function isOneUnderTwoNames(pattern: Pattern): boolean {
  if (isAt(pattern, 'uscc', 'same')) return true;
  const isBornAlike =
    isAt(pattern, 'birthday', 'same') || isAt(pattern, 'birthday', 'slip') || isAt(pattern, 'yearless', 'same');
  return isBornAlike && (isAt(pattern, 'im', 'same') || isAt(pattern, 'email', 'same'));
}
