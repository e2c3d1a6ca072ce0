import { AppFailure } from '#shared/errors/app-error.ts';
import type { DossierRow } from '../../../db/tables.ts';
import type { MainPort } from '../../ports.ts';
import type { ArchiveWriter } from '../archive-writer.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import { recoverRecords } from './recover.ts';
import type { WorkQueue } from '../work-queue.ts';

export interface RepairParts {
  main: MainPort;
  /** The queue in which writes stand. */
  queue: WorkQueue;
  writer: () => ArchiveWriter;
  load: (customerIds: readonly string[]) => Promise<Map<string, DossierFile>>;
  mayWrite: () => boolean;
  /** The database takes nothing. */
  onStorageFailed: (error: unknown) => void;
}

/** Brings damaged dossiers back, for whoever asks for them, and has them stored as soon as the queue allows. */
export class Repair {
  readonly #parts: RepairParts;
  readonly #waiting = new Set<string>();

  constructor(parts: RepairParts) {
    this.#parts = parts;
  }

  async recover(damaged: ReadonlyMap<string, readonly DossierRow[]>): Promise<Map<string, DossierFile>> {
    const { main, writer, queue } = this.#parts;
    const customerIds = new Set(damaged.keys());
    const files = await recoverRecords(main, { customerIds, catalogue: null }, writer().seq);
    for (const [customerId, rows] of damaged) files.get(customerId)?.replaces(rows);
    const unmended = [...customerIds].filter((id) => !this.#waiting.has(id));
    for (const id of unmended) this.#waiting.add(id);
    if (unmended.length > 0) void queue.run(() => this.#mend(unmended));
    return files;
  }

  /** Looks again first: what was brought back for a reader may be older than what was written since. */
  async #mend(customerIds: readonly string[]): Promise<void> {
    const { writer, load, mayWrite, onStorageFailed } = this.#parts;
    try {
      if (mayWrite()) await writer().putDossiers([...(await load(customerIds)).values()], writer().seq);
    } catch (error) {
      // When it is the journal that cannot be read now, the next reader tries again.
      const isStorage = !(error instanceof AppFailure) || error.error.code === 'archive/storage-failed';
      if (isStorage) onStorageFailed(error);
    } finally {
      for (const id of customerIds) this.#waiting.delete(id);
    }
  }
}
