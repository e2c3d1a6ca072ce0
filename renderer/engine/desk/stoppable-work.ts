const stopped = new Error('Whoever asked for it stopped it before it was written');

interface Run {
  isStopped: boolean;
  /** Whether it was stopped before anything of it was written. */
  hasStopped: Promise<boolean>;
}

/** Changes of very many, each of which can be stopped until it is written. */
export class StoppableWork {
  readonly #runs = new Set<Run>();

  /** Has `goOn` throw once it is to stop; `null` when that ended the work. */
  async run<T>(work: (goOn: () => void) => Promise<T>): Promise<T | null> {
    const ended = Promise.withResolvers<boolean>();
    const run = { isStopped: false, hasStopped: ended.promise };
    this.#runs.add(run);
    try {
      return await work(() => {
        if (run.isStopped) throw stopped;
      });
    } catch (error) {
      if (error !== stopped) throw error;
      ended.resolve(true);
      return null;
    } finally {
      this.#runs.delete(run);
      ended.resolve(false);
    }
  }

  /** Stops all that go on, and tells once they have ended whether any of them was stopped. */
  async stop(): Promise<boolean> {
    const runs = [...this.#runs];
    for (const run of runs) run.isStopped = true;
    const outcomes = await Promise.all(runs.map(({ hasStopped }) => hasStopped));
    return outcomes.includes(true);
  }
}
