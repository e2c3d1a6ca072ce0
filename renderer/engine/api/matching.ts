import type { CustomerId } from '#shared/domain/customer/customer.ts';

/** What an import or a new customer is compared with. */
export interface MatchingApi {
  /** Customers outside the bin that answer to these phone digits, or to exactly this name, mail or account; for duplicate checks. */
  matches(keys: MatchKey[]): MatchHit[][];
  /** Orders and interactions that were imported before, by their identity key; for "the same file twice creates nothing". */
  existing(kind: 'order' | 'interaction', keys: string[]): boolean[];
}

export type MatchKey =
  | { phone: string }
  | { name: string }
  | { code: string }
  | { uscc: string }
  | { orderNo: string }
  | { email: string }
  | { im: string };

export interface MatchHit {
  id: CustomerId;
  name: string;
  phone: string;
}
