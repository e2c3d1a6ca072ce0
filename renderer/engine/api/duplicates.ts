import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LinkVerdict } from '#shared/linkage/find-links.ts';
import type { LinkReason } from '#shared/linkage/levels.ts';

/** Customers who may be one, or belong together. */
export interface DuplicatesApi {
  /**
   * Compares everybody with everybody who has something in common with them. Takes seconds where there are many, tells its
   * progress, and answers everything else meanwhile. `null` when it was stopped.
   */
  findDuplicates(): DuplicateScan | null;
  /** What the last search found, without the pairs that were decided since, by whatever way. Up to some thousands are searched for it. */
  foundDuplicates(): FoundDuplicates;
  /** Stops the search under way; does nothing when none is. */
  stopFinding(): void;
}

export interface FoundDuplicates {
  isSearching: boolean;
  /** `null` before the first search since the archive was opened. */
  scan: DuplicateScan | null;
}

export interface DuplicateScan {
  /** The most likely first; the first of each verdict. */
  pairs: DuplicatePair[];
  /** How many of each there are. */
  counts: Record<LinkVerdict, number>;
  /** Customers that were looked at. */
  customers: number;
  /** Customers that came since. */
  added: number;
}

export interface DuplicatePair {
  a: DuplicateSide;
  b: DuplicateSide;
  verdict: LinkVerdict;
  /** From 0 to 1: that the two are one. */
  probability: number;
  reasons: LinkReason[];
}

export interface DuplicateSide {
  id: CustomerId;
  name: string;
  phone: string;
  organization: string;
  isPerson: boolean;
}
