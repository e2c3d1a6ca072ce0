import type { ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { BackupReport } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import { entriesOf } from '../archive/rows/base-snapshot.ts';
import type { PackedDossier } from '../archive/rows/cabinet.ts';
import { Pace, type Lull } from '../archive/work-queue.ts';
import type { DossierFile } from '../archive/rows/dossier-file.ts';
import type { EnginePorts } from '../ports.ts';

/** The compressor beside needs this thread after every few kilobytes, and so does whoever searches meanwhile. */
const strideMs = 2;

/**
 * Streams the archive as it is now into a snapshot, while writing goes on: a dossier that is changed before its turn is kept
 * aside as it was.
 */
export class BackupRun {
  readonly #archive: Archive;
  readonly #ports: EnginePorts;
  /** Dossiers as they were when the backup began; `null` for those that did not exist then. */
  readonly #before = new Map<string, ContentEntry[] | null>();
  /** The last customer whose dossier was packed. */
  #cursor = '';
  #isCancelled = false;
  readonly #task: 'backup' | 'snapshot';
  readonly #pace: Pace;

  /** `task`: what the progress is told of. With a lull it waits for one again and again. */
  constructor(archive: Archive, ports: EnginePorts, task: 'backup' | 'snapshot', lull?: Pick<Lull, 'wait'>) {
    this.#pace = new Pace(strideMs, lull);
    this.#task = task;
    this.#archive = archive;
    this.#ports = ports;
  }

  /** To be called before dossiers change, for as long as the backup runs. */
  onChanging(files: readonly DossierFile[]): void {
    for (const file of files) {
      if (file.customerId <= this.#cursor || this.#before.has(file.customerId)) continue;
      this.#before.set(file.customerId, file.isEmpty ? null : entriesOf(file));
    }
  }

  /** `run` then rejects with `backup/cancelled`, unless the file is already being verified. */
  cancel(): void {
    this.#isCancelled = true;
  }

  async run(): Promise<Omit<BackupReport, 'elapsedMs'>> {
    const { main } = this.#ports;
    const { counts, seq, opened, catalogue } = this.#archive;
    const catalogueEntries = [...catalogue.all()] as ContentEntry[];
    const { version } = await main.call('app/info', {});
    // Older backups that are restored elsewhere must not bring back who was erased here.
    const { erased } = await main.call('erasure/status', {});
    const { backupId } = await main.call('backup/begin', { seq, counts });
    try {
      const origin = {
        archiveId: opened.archiveId,
        seq,
        generation: opened.generation,
        createdAt: this.#ports.now().toISOString(),
        appVersion: version,
      };
      const groups = this.#groups(catalogueEntries, counts['customer'] ?? 0);
      // One chunk is encrypted and written there while the next is packed here.
      let writing: Promise<unknown> = Promise.resolve();
      for await (const chunk of packContent(groups, origin, erased, () => this.#pace.step())) {
        await writing;
        if (this.#isCancelled) failWith('backup/cancelled');
        writing = main.call('backup/write', { backupId, chunk });
        // Its failure is heard of with the next chunk.
        writing.catch(() => undefined);
      }
      await writing;
      if (this.#isCancelled) failWith('backup/cancelled');
      const { backup } = await main.call('backup/finish', { backupId });
      return {
        backupId: backup.id,
        name: backup.name,
        sizeBytes: backup.sizeBytes,
        records: Object.values(counts).reduce((sum, count) => sum + count, 0),
        verifiedAt: backup.verifiedAt ?? backup.createdAt,
      };
    } catch (error) {
      await main.call('backup/cancel', { backupId }).catch(() => undefined);
      throw error;
    }
  }

  async *#groups(catalogue: readonly ContentEntry[], total: number): AsyncGenerator<PackedDossier['entries']> {
    yield catalogue;
    let done = 0;
    for await (const dossiers of this.#archive.cabinet.scanPacked(this.#pace)) {
      for (const { customerId, entries } of dossiers) {
        const before = this.#before.get(customerId);
        this.#before.delete(customerId);
        this.#cursor = customerId;
        if (before !== null) yield before ?? entries;
      }
      done += dossiers.length;
      this.#ports.emit({ type: 'progress', task: this.#task, done: Math.min(done, total), total });
    }
    // What is left was removed for good while the backup ran.
    for (const before of this.#before.values()) if (before) yield before;
  }
}
