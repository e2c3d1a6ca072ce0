/**
 * Hands pieces from whoever calls `push` to whoever iterates, one at a time: `push` resolves when the piece was taken,
 * so a slow disk slows the sender. When the consumer fails or stops, pending and later pushes reject with its reason.
 */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  #piece: { bytes: Uint8Array; taken: () => void } | null = null;
  #end: { error?: unknown } | null = null;
  #wake: () => void = () => undefined;
  #stopped: { reason: unknown } | null = null;
  #refuse: (reason: unknown) => void = () => undefined;

  /** Calls must not overlap. */
  push(bytes: Uint8Array): Promise<void> {
    if (this.#stopped) return Promise.reject(this.#stopped.reason);
    return new Promise((resolve, reject) => {
      this.#piece = { bytes, taken: resolve };
      this.#refuse = reject;
      this.#wake();
    });
  }

  /** No more pieces. */
  end(): void {
    this.#end = {};
    this.#wake();
  }

  /** The consumer's iteration throws this. */
  fail(error: unknown): void {
    this.#end = { error };
    this.#wake();
  }

  /** The consumer gave up for this reason. */
  stop(reason: unknown): void {
    this.#stopped = { reason };
    this.#piece = null;
    this.#refuse(reason);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#end && 'error' in this.#end) throw this.#end.error;
      if (this.#piece) {
        const { bytes, taken } = this.#piece;
        this.#piece = null;
        taken();
        yield bytes;
      } else if (this.#end) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
