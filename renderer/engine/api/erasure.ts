import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';

/** The bin, and what leaves it for good. */
export interface ErasureApi {
  /** Customers in the bin, those that leave it first at the top; at most so many, with the number of all. */
  bin(limit: number): BinPage;
  /** Removes customers of the bin from everything on this computer, for good. Ends with the proof of it. */
  erase(customerIds: CustomerId[]): ErasureCertificate;
  /** Ends an erasure that was interrupted; `null` when there is none. */
  resumeErasure(): ErasureCertificate | null;
}

export interface BinPage {
  entries: BinEntry[];
  total: number;
}

export interface BinEntry {
  id: CustomerId;
  name: string;
  deletedAt: string;
  version: number;
  /** Until it is erased for good by itself. */
  daysLeft: number;
  /** Everything else in the dossier. */
  records: number;
}
