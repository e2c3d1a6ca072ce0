import type { Reason } from '#shared/changes/reasons.ts';
import {
  largestDeletion,
  needsSnapshot,
  snapshotAboveDeleted,
  snapshotAboveImported,
} from '#shared/changes/precautions.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { Edit } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import { failForSpace } from '../archive/start/start-archive.ts';
import type { MainPort } from '../ports.ts';

/** What an edit takes in journal and database together, until both were tidied. */
const bytesPerEdit = 4 * 1024;

/**
 * What comes before a change: the user's word where very much would go, room where very much comes, and a snapshot where the
 * way back should be short.
 */
export class Precautions {
  readonly #main: MainPort;
  readonly #archive: Archive;
  readonly #backUp: () => Promise<unknown>;
  #confirmedDeletion = 0;
  #isSnapshotDue = false;

  /** `backUp` makes a verified local snapshot. */
  constructor(main: MainPort, archive: Archive, backUp: () => Promise<unknown>) {
    this.#main = main;
    this.#archive = archive;
    this.#backUp = backUp;
  }

  /** Learns whether Kebu was exchanged since its last snapshot. */
  async begin(): Promise<void> {
    this.#isSnapshotDue = (await this.#main.call('journal/status', {})).snapshotDue;
  }

  /** The next commit may delete exactly so many records of a table. */
  confirmDeletion(count: number): void {
    this.#confirmedDeletion = count;
  }

  /** Fails with `archive/mass-delete`, `archive/disk-nearly-full` or `archive/no-snapshot`. */
  async beforeCommit(reason: Reason, edits: readonly Edit[]): Promise<void> {
    const { count, total, isMass } = largestDeletion(edits, this.#archive.counts);
    const confirmed = this.#confirmedDeletion;
    this.#confirmedDeletion = 0;
    if (isMass && confirmed !== count) failWith('archive/mass-delete', { count, total });
    if (edits.length > snapshotAboveImported) {
      const neededBytes = edits.length * bytesPerEdit;
      const { freeBytes, state } = await this.#main.call('app/space', { neededBytes });
      if (state === 'full') failForSpace(freeBytes);
    }
    if (this.#isSnapshotDue || needsSnapshot(reason, edits.length, count)) await this.#makeSnapshot();
  }

  /** Taking back an import is a deletion too; taking back an edit of very many is none, and nobody waits for a snapshot. */
  async beforeUndo(changeSetId?: string): Promise<void> {
    if (this.#isSnapshotDue || (await this.#archive.undoing.weigh(changeSetId)) > snapshotAboveDeleted) {
      await this.#makeSnapshot();
    }
  }

  /** The snapshot that an exchanged Kebu owes, in a quiet moment. */
  async inQuiet(): Promise<void> {
    if (this.#isSnapshotDue) await this.#makeSnapshot();
  }

  /** A verified local snapshot of the present state, unless there is one already. */
  async #makeSnapshot(): Promise<void> {
    const { seq, readOnlyReason } = this.#archive;
    const { snapshot, snapshotDue } = await this.#main.call('journal/status', {});
    const isThere = seq === 0 || (snapshot?.seq === seq && !snapshotDue);
    if (!isThere && readOnlyReason === null) {
      try {
        await this.#backUp();
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error;
        throw new AppFailure(appError('archive/no-snapshot'), { cause: error });
      }
    }
    this.#isSnapshotDue = false;
  }
}
