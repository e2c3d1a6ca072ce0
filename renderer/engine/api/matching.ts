import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Verdict } from '#shared/linkage/judge-records.ts';

/** What an import or a new customer is compared with. */
export interface MatchingApi {
  /** Customers outside the bin that answer to these phone digits, or to exactly this name, mail or account; for duplicate checks. */
  matches(keys: MatchKey[]): MatchHit[][];
  /** Who of the archive somebody about to be added is, or belongs to: as certain as an import would be of it, the surest first. */
  resembling(customer: NewCustomer): Resemblance[];
  /** Orders and interactions that were imported before, by their identity key; for "the same file twice creates nothing". */
  existing(keys: string[]): boolean[];
}

export type MatchKey =
  | { phone: string }
  | { name: string }
  | { code: string }
  | { uscc: string }
  | { orderNo: string }
  | { email: string }
  | { im: string };

/** What was typed of somebody so far. */
export type NewCustomer = Pick<
  Customer,
  'name' | 'kind' | 'code' | 'phones' | 'emails' | 'ims' | 'addresses' | 'uscc' | 'birthday'
>;

export interface Resemblance extends MatchHit {
  verdict: Exclude<Verdict, 'different'>;
}

export interface MatchHit {
  id: CustomerId;
  name: string;
  phone: string;
}
