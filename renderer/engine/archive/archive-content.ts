import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Counts, Opened } from '#shared/ipc/contract.ts';
import type { ArchiveStore } from '../../db/archive-store.ts';
import type { Cabinet } from './rows/cabinet.ts';
import type { Catalogue } from './rows/catalogue.ts';
import type { DossierFile } from './rows/dossier-file.ts';
import type { Vault } from './rows/vault.ts';

/** What an archive holds, for whoever reads it. */
export interface ArchiveContent {
  readonly opened: Opened;
  readonly store: ArchiveStore;
  readonly vault: Vault;
  readonly cabinet: Cabinet;
  readonly catalogue: Catalogue;
  /** Everything up to this frame of the journal is in it. */
  readonly seq: number;
  readonly counts: Counts;
}

/** What the archive needs from the engine's index, and tells it. */
export interface ArchiveIndex {
  /**
   * The database holds what it should up to `seq`, apart from a replay: make the index of that state. `onAsked` is called when
   * the database has been asked for everything that this takes.
   */
  load(content: ArchiveContent, onAsked: () => void): Promise<void>;
  /** What was loaded cannot be used; everything comes anew. */
  reset(): void;
  /** Throws when these changes cannot stand beside what else the archive holds. */
  onWriting(changes: readonly Change[], reason: Reason, counts: Counts): void;
  onChanging(files: readonly DossierFile[]): void;
  /** These dossiers are as they are now; the journal has it. */
  update(files: readonly DossierFile[]): Promise<void>;
  nextCode(): string;
  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean;
  /** Tells for which customers anything was answered instead of a value, until something is stored. */
  answerCheck(): (customerId: string) => boolean;
  /** Whom a customer turned out to be; the customer itself when it was never merged. */
  survivorOf(customerId: string): string;
  /** Customers in whose dossiers these are named. */
  namersOf(customerIds: ReadonlySet<string>): string[];
}
