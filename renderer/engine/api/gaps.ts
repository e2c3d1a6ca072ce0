import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import type { CustomerId, CustomerKind } from '#shared/domain/customer/customer.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { CustomerRow } from './lists.ts';
import type { Committed } from './writing.ts';

/** What is missed of customers, and the list of whose it is. */
export interface GapsApi {
  /** How many lack what, of everything that can be asked for, and how much these keys come to. */
  gapCounts(keys: GapKey[]): GapCounts;
  /** Who lacks any of these, the most valuable first, without those. */
  nextGaps(keys: GapKey[], besides: CustomerId[], limit: number): CustomerId[];
  /** What these customers lack by now of these keys; whoever is gone is left out. */
  gapRows(ids: CustomerId[], keys: GapKey[]): GapRow[];
  /** Why a text cannot fill a gap; `null` when it can. */
  gapProblem(id: CustomerId, key: GapKey, text: string): MessageKey | null;
  /** Fills a gap with a text that `gapProblem` let pass, by what the customer is like by then. */
  fillGap(id: CustomerId, key: GapKey, text: string): Committed;
  /** Notes that there is none or that the customer will not say; `null` takes that back. Where a value came meanwhile nothing is written. */
  answerGap(id: CustomerId, key: GapKey, word: AnswerWord | null): Committed;
}

export interface GapCounts {
  fields: { key: GapKey; missing: Record<CustomerKind, number> }[];
  /** Customers who lack any of the keys, and how often one is lacking. */
  customers: number;
  gaps: number;
}

export interface GapRow {
  row: CustomerRow;
  /** What is missing, of the keys that were asked for. */
  gaps: GapKey[];
}
