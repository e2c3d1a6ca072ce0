import type { BackupReport } from '../api.ts';
import { WorkQueue, type Lull } from '../archive/work-queue.ts';
import { BackupRun } from '../backup/backup-run.ts';
import type { EnginePorts } from '../ports.ts';
import type { OpenArchive } from './open-archive.ts';

/** Snapshots, one after the other. */
export class BackupRuns {
  readonly queue = new WorkQueue();
  readonly #ports: EnginePorts;
  readonly #opened: () => OpenArchive;
  #running: BackupRun | null = null;

  constructor(ports: EnginePorts, opened: () => OpenArchive) {
    this.#ports = ports;
    this.#opened = opened;
  }

  /** Makes a verified snapshot, in lulls if it is given any; `snapshot` is one that comes before a change. */
  run(task: 'backup' | 'snapshot', lull?: Pick<Lull, 'wait'>): Promise<BackupReport> {
    const { archive, keeper } = this.#opened();
    return this.queue.run(async () => {
      await lull?.wait();
      const started = performance.now();
      const run = new BackupRun(archive, this.#ports, task, lull);
      this.#running = run;
      // It begins between two writes; then writing goes on beside it.
      const running = await archive.queue.run(async () => {
        keeper.onChanging = (files) => run.onChanging(files);
        return { report: run.run() };
      });
      try {
        return { ...(await running.report), elapsedMs: Math.round(performance.now() - started) };
      } finally {
        keeper.onChanging = () => undefined;
        this.#running = null;
      }
    });
  }

  cancel(): void {
    this.#running?.cancel();
  }
}
