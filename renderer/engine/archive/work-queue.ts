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

/** Lets messages that wait be answered before a long task goes on. A timer would wait four milliseconds each time. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** So long a task may run before it breathes. */
const defaultStrideMs = 8;

/** Breathes in a loop as often as time has passed, whatever a round of it takes. */
export class Pace {
  readonly #strideMs: number;
  #last = performance.now();

  constructor(strideMs = defaultStrideMs) {
    this.#strideMs = strideMs;
  }

  async step(): Promise<void> {
    if (performance.now() - this.#last < this.#strideMs) return;
    await breathe();
    this.#last = performance.now();
  }
}
