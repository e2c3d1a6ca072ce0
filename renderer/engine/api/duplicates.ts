import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LinkReason, LinkVerdict } from '#shared/linkage/compare-records.ts';

/** Customers who may be one, or belong together. */
export interface DuplicatesApi {
  /**
   * Compares everybody with everybody who has something in common with them. Takes seconds where there are many, tells its
   * progress, and answers everything else meanwhile. `null` when it was stopped.
   */
  findDuplicates(): DuplicateScan | null;
  /** Stops the search under way; does nothing when none is. */
  stopFinding(): void;
}

export interface DuplicateScan {
  /** The most likely first; the first of each verdict. */
  pairs: DuplicatePair[];
  /** How many of each there are. */
  counts: Record<DuplicatePair['verdict'], number>;
  /** Customers that were looked at. */
  customers: number;
}

export interface DuplicatePair {
  a: DuplicateSide;
  b: DuplicateSide;
  verdict: Exclude<LinkVerdict, 'different'>;
  /** From 0 to 1: that the two are one. */
  probability: number;
  reasons: LinkReason[];
}

export interface DuplicateSide {
  id: CustomerId;
  name: string;
  phone: string;
  organization: string;
}
