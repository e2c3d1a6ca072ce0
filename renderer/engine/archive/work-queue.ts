/** Runs tasks one after the other, in the order in which they were handed in. A task that fails stops nobody. */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything handed in so far is done. */
  async settled(): Promise<void> {
    await this.#last;
  }
}

/** Lets messages that wait be answered before a long task goes on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
