import type { Change, ChangeSet } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { LaterWork } from '#shared/changes/invert-change.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { MainPort } from '../../ports.ts';
import type { AuditEntry } from '../rows/audit.ts';
import type { InvertContext } from './invert-context.ts';
import { readChangeSets } from '../journal/journal-reader.ts';
import { invertChangeSet, isUndoableReason, selectRedo, selectUndo, type InvertedSet } from './undo.ts';

export interface UndoParts extends Omit<InvertContext, 'at' | 'onInverted'> {
  main: MainPort;
  /** The audit list, newest first. */
  audit(): AsyncIterable<AuditEntry>;
  findAudit(changeSetId: string): Promise<AuditEntry | null>;
  /** UTC, ISO 8601. */
  now(): string;
}

/** Who looks on while it is worked out what takes a set back, and may stop that. */
export interface UndoWatch {
  /** Told from time to time. */
  onProgress: (done: number, total: number) => void;
  /** Called again and again, and may throw. */
  goOn: () => void;
}

/** After so many changes it is told how far the work is. */
const toldEach = 500;

/** A change set that can be written as it is. */
export interface PlannedSet {
  reason: Reason;
  target: string;
  at: string;
  changes: Change[];
}

/** Finds what can be taken back or put back, and the changes that do it. Writes nothing. */
export class UndoPlanner {
  readonly #parts: UndoParts;

  constructor(parts: UndoParts) {
    this.#parts = parts;
  }

  /**
   * Work that came after the set and stands in the way is a conflict (`archive/undo-conflict`, with its count), unless
   * `later` says what becomes of it. Throws `archive/nothing-to-undo`.
   */
  async planUndo(watch: UndoWatch, changeSetId?: string, later?: LaterWork): Promise<PlannedSet> {
    const entry = await this.#findUndoable(changeSetId);
    const inverted = (await this.#invert(entry, later ?? 'keep', watch)) ?? failWith('archive/nothing-to-undo');
    if (!later) refuseConflicts(inverted, entry.changeSetId);
    // What later work overtook wholly stays as it is, and is not called taken back.
    if (inverted.conflicts.length > 0 && inverted.changes.length === 0) failWith('archive/nothing-to-undo');
    return { reason: 'undo', target: entry.changeSetId, at: inverted.at, changes: inverted.changes };
  }

  async planRedo(watch: UndoWatch): Promise<PlannedSet> {
    const entry = await selectRedo(this.#parts.audit());
    const inverted = entry && (await this.#invert(entry, 'keep', watch));
    if (!entry || !inverted) return failWith('archive/nothing-to-redo');
    refuseConflicts(inverted, entry.changeSetId);
    return { reason: 'redo', target: entry.target ?? entry.changeSetId, at: inverted.at, changes: inverted.changes };
  }

  /** What taking a set back would do, with later work kept. */
  async preview(watch: UndoWatch, changeSetId: string): Promise<InvertedSet> {
    const entry = await this.#findUndoable(changeSetId);
    return (await this.#invert(entry, 'keep', watch)) ?? failWith('archive/nothing-to-undo');
  }

  /** How many records an undo would take away, or change where nobody noted that; 0 when there is nothing to take back. */
  async weigh(changeSetId?: string): Promise<number> {
    const entry = await this.#select(changeSetId);
    return entry?.arrived ?? changesIn(entry);
  }

  /** A change set as the journal holds it; `null` when it is no longer there. */
  async read(changeSetId: string): Promise<ChangeSet | null> {
    const entry = await this.#parts.findAudit(changeSetId);
    return entry && this.#readSet(entry);
  }

  #select(changeSetId: string | undefined): Promise<AuditEntry | null> {
    return changeSetId === undefined ? selectUndo(this.#parts.audit()) : this.#parts.findAudit(changeSetId);
  }

  async #findUndoable(changeSetId: string | undefined): Promise<AuditEntry> {
    const entry = await this.#select(changeSetId);
    if (!entry || entry.undone || !isUndoableReason(entry.reason)) return failWith('archive/nothing-to-undo');
    return entry;
  }

  async #readSet(entry: AuditEntry, goOn: () => void = () => undefined): Promise<ChangeSet | null> {
    const { main } = this.#parts;
    const { firstSeq } = await main.call('journal/status', {});
    // What the journal no longer holds cannot be taken back.
    if (entry.firstSeq < firstSeq) return null;
    for await (const { set } of readChangeSets(main, entry.firstSeq, entry.seq, goOn)) {
      if (set.id === entry.changeSetId) return set;
    }
    return null;
  }

  /** `null` when the journal no longer holds the set. */
  async #invert(
    entry: AuditEntry,
    later: LaterWork,
    { onProgress, goOn }: UndoWatch,
  ): Promise<(InvertedSet & { at: string }) | null> {
    const total = changesIn(entry);
    let [done, told] = [0, 0];
    const onInverted = (changes: number) => {
      goOn();
      done += changes;
      if (done < told + toldEach) return;
      told = done;
      onProgress(done, total);
    };
    // Of very many, reading them takes a while too.
    onProgress(0, total);
    const set = await this.#readSet(entry, goOn);
    const at = this.#parts.now();
    return set && { at, ...(await invertChangeSet(set, { ...this.#parts, at, onInverted }, later)) };
  }
}

function changesIn(entry: AuditEntry | null): number {
  return Object.values(entry?.counts ?? {}).reduce((sum, count) => sum + count, 0);
}

function refuseConflicts({ conflicts }: InvertedSet, changeSetId: string): void {
  if (conflicts.length > 0) failWith('archive/undo-conflict', { count: conflicts.length, changeSetId });
}
