import type { BulkChange } from '#shared/bulk/bulk-change.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { LaterWork } from '#shared/changes/invert-change.ts';
import type { Channel, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { ImportedRow, LocalTime } from '#shared/domain/record.ts';
import type { RecordOf, Table } from '#shared/domain/tables.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { HistoryEntry } from './history.ts';

/** Everything that writes: each call is one change set. */
export interface WritingApi {
  /**
   * Writes one change set. `after: null` moves the record to the bin. Returns when it is journaled and stored. Refuses a mass
   * deletion that was not confirmed (`archive/mass-delete` with its numbers), and makes a snapshot before a large change.
   */
  commit(reason: Reason, edits: Edit[]): Committed;
  /** The user was asked: the next commit may delete exactly so many records of a table. */
  confirmDeletion(count: number): void;
  /** Gathers edits for one large change set, so that no message grows too large; nothing is written yet. */
  stage(stageId: string, edits: Edit[]): void;
  /** Writes what was staged as one change set, as `commit` does. */
  commitStaged(stageId: string, reason: Reason): Committed;
  discardStaged(stageId: string): void;
  /**
   * What changing many customers would do, with examples in this language; nothing is written. `null` where another preview
   * or the change itself was asked for meanwhile: nobody waits for this one any more.
   */
  previewBulk(targets: BulkTarget[], language?: Language): BulkPreview | null;
  /**
   * Writes what `previewBulk` showed, and what it needs besides, such as a new tag, as one change set. `null` when it was stopped:
   * then nothing of it is written.
   */
  commitBulk(targets: BulkTarget[], reason: Reason, besides?: Edit[]): Committed | null;
  /** Stops the change of many that is worked out. One that is being written already is written to its end, as it is one step. */
  stopBulk(): void;
  /**
   * Takes back the newest change set of the user that is not taken back yet, or the given one. Where later work stands in the
   * way (`archive/undo-conflict`), `later` says what becomes of it. `null` when it was stopped: then nothing of it is written.
   */
  undo(changeSetId?: string, later?: LaterWork): TakenBack | null;
  /** Puts back what was taken back last; `null` when it was stopped. */
  redo(): TakenBack | null;
  /**
   * Stops every undo and redo that is not being written yet, and tells once they have ended whether any was stopped: then
   * nothing of it is written.
   */
  stopUndo(): boolean;
  /** Marks a follow-up done and opens the next instance of a recurring one. */
  completeFollowUp(customerId: CustomerId, followUpId: string, result?: string): Committed;
  /** Writes an order with whatever comes along, and where it was a contact too, that with all it answers: one change set. */
  enterOrder(edits: Edit[], contact: ContactDraft | null): Committed;
  /** Logs a contact: moves the customer's due follow-ups on, and plans the next step if one is given. */
  logContact(contact: ContactDraft): Committed;
}

/** A record as the screen wants it; the engine finds `before`, raises the version and sets the times. */
export type Edit = {
  [T in Table]: {
    table: T;
    id: string;
    /** `null` moves the record to the bin; a draft of a record that lies in it brings it back. */
    after: Draft<RecordOf<T>> | null;
    /** Whose record it is; needed with `after: null` for records of a dossier other than the customer. */
    customerId?: CustomerId | undefined;
    /** Version the user saw; refused when newer. */
    seen?: number | undefined;
    /** The row of an imported file that says so. */
    from?: ImportedRow | undefined;
  };
}[Table];

/** A record without what the engine fills in. */
export type Draft<R> = R extends unknown ? Omit<R, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'> : never;

export interface Committed {
  /** Empty when the edits changed nothing: then nothing was written. */
  changeSetId: string;
  seq: number;
  revision: number;
  customerIds: CustomerId[];
}

export interface TakenBack extends Committed {
  /** What it was that was taken back, or put back. */
  what: Pick<HistoryEntry, 'reason' | 'customer' | 'one'> | null;
}

/** One change and whom it is for: everybody who is selected in one list of ids, since they may be a hundred thousand. */
export interface BulkTarget {
  ids: readonly CustomerId[];
  change: BulkChange;
}

export interface BulkPreview {
  changing: number;
  same: number;
  /** Why some cannot change, for each field that was to be set apart, with the first of them and what it was to be given. */
  failing: { problem: MessageKey; field: string | null; count: number; first: string; text: string }[];
  /** Own fields that would be missed, or the same of several though they should be of one; `field` as in `examples`. */
  warnings: { warning: 'required' | 'unique'; field: string; count: number; first: string }[];
  /** The first that change, as people read them; `field` where a fact is set. */
  examples: { name: string; field: string | null; before: string; after: string }[];
}

export interface ContactDraft {
  customerId: CustomerId;
  /** With which of its contact persons. */
  contactId?: string;
  channel: Channel;
  direction: Interaction['direction'];
  outcome?: Interaction['outcome'];
  text: string;
  at: LocalTime;
  followUpId?: string | undefined;
  next?: { due: LocalTime; title: string; promise: boolean } | undefined;
  /** What is known of the customer was found to be right. */
  confirms?: boolean | undefined;
}
