import type { Customer } from '../domain/customer/customer.ts';
import type { ImportEdit } from '../imports/plan/plan.ts';
import type { MergeFact } from '../merge/merge-fields.ts';
import { digest } from './left-out.ts';

/** What a list can say of a customer: the facts that a merge decides, and what lies beside them. */
export type ComparedFact = MergeFact | 'code' | 'contact' | 'relation' | 'lastContact' | 'nextFollowUp';

/** A part of a customer, or lines that say what lies beside it. */
export type Side = { part: Partial<Customer> } | { lines: readonly string[] };

/** One fact of which a list says something else than the archive, or more. */
export interface Difference {
  fact: ComparedFact;
  /** What a field of the archive's own is called; others are called by their fact. */
  label?: string | undefined;
  /** Under which fact, and with which words, it is remembered when what is here is right. */
  dismissedAs: { fact: string; said: readonly string[] };
  ours: Side;
  theirs: Side;
  /** What it makes of the customer; a field that is `undefined` goes. */
  takes?: Partial<Customer> | undefined;
  /** What it writes beside the customer. */
  edit?: ImportEdit | undefined;
}

/** By what a difference is known again after the archive changed. */
export function differenceKey({ dismissedAs: { fact, said } }: Difference): string {
  return JSON.stringify([fact, said]);
}

/** The same without what is said. */
export function differenceDigest(difference: Difference): string {
  return digest(differenceKey(difference));
}
