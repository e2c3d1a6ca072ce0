import type { LaterWork } from '#shared/changes/invert-change.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { FactDecision, MergeChoices } from '#shared/merge/decide-facts.ts';
import type { MergeFact } from '#shared/merge/merge-fields.ts';
import type { Carried } from '#shared/merge/plan-merge.ts';
import type { UndoPreview } from './history.ts';
import type { Committed } from './writing.ts';

/** Several customers who are one, and one who was several. */
export interface MergingApi {
  /** What making one of these would do; nothing is written. */
  previewMerge(order: MergeOrder): MergePreview;
  /** Does it, as one change set that can be undone. Fails with `merge/too-much` when a record cannot hold it all. */
  merge(order: MergeOrder): Committed;
  /** What taking one of them out again would do, with all later work kept. */
  previewUnmerge(id: CustomerId): UndoPreview;
  /**
   * Takes one of them out again with all that was theirs. Where both sides changed the same since (`archive/undo-conflict`),
   * `later` says what becomes of it.
   */
  unmerge(id: CustomerId, later?: LaterWork): Committed;
}

export interface MergeOrder {
  /** Two to ten, in any order. */
  ids: CustomerId[];
  /** The one that stays; the oldest when `null`. */
  survivor: CustomerId | null;
  choices: MergeChoices;
}

export interface MergePreview {
  /** As they are, the one that stays first. */
  customers: Customer[];
  decisions: FactDecision[];
  /** The one that stays as it will be. */
  result: Customer;
  /** Records that come along, per table. */
  carried: Carried;
  /** Facts of which there is more than one record can hold. */
  tooMuch: MergeFact[];
  /** Names of the introducers and other customers that the facts speak of, by id. */
  names: Record<string, string>;
}

export interface MergedCustomer {
  id: CustomerId;
  name: string;
  code: string;
  mergedAt: string;
  /** Records that came along, everything but the customer itself. */
  records: number;
  /** With whom it came along, when it had been merged into that one before; it can be taken out once that one is. */
  with: { id: CustomerId; name: string } | null;
}
