/** Runs tasks one after the other, in the order in which they were handed in. A task that fails stops nobody. */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Others stand behind the task that runs. */
  get isWaitedFor(): boolean {
    return this.#waiting > 0;
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const result = this.#last.then(() => {
      this.#waiting -= 1;
      return task();
    });
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

/** Whoever was asked something lately is likely to be asked more. */
const lullMs = 400;

/** Knows when something was asked last, so that work nobody waits for can let those who ask go first. */
export class Lull {
  #askedAtMs = Number.NEGATIVE_INFINITY;

  /** Something is asked just now. */
  note(): void {
    this.#askedAtMs = performance.now();
  }

  /** Resolves once nothing was asked for a moment, or for as long as is said. */
  async wait(forMs = lullMs): Promise<void> {
    for (;;) {
      const restMs = this.#askedAtMs + forMs - performance.now();
      if (restMs <= 0) return;
      await new Promise((resolve) => {
        setTimeout(resolve, restMs);
      });
    }
  }
}

/** Waits for lulls until somebody needs what is being made. */
export class Patience {
  readonly #lull: Pick<Lull, 'wait'>;
  readonly #needed = Promise.withResolvers<void>();
  #isOver = false;

  constructor(lull: Pick<Lull, 'wait'>) {
    this.#lull = lull;
  }

  /** Somebody needs it now. */
  end(): void {
    this.#isOver = true;
    this.#needed.resolve();
  }

  async wait(): Promise<void> {
    if (!this.#isOver) await Promise.race([this.#lull.wait(), this.#needed.promise]);
  }
}

/** Breathes in a loop as often as time has passed, whatever a round of it takes; with a lull it waits for one each time. */
export class Pace {
  readonly #strideMs: number;
  readonly #lull: Pick<Lull, 'wait'> | undefined;
  #last = performance.now();

  constructor(strideMs = defaultStrideMs, lull?: Pick<Lull, 'wait'>) {
    this.#strideMs = strideMs;
    this.#lull = lull;
  }

  async step(): Promise<void> {
    if (performance.now() - this.#last < this.#strideMs) return;
    await breathe();
    await this.#lull?.wait();
    this.#last = performance.now();
  }
}
