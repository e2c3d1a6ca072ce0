import {
  decodeRun,
  encodeRun,
  giveBack,
  runBits,
  textArrays,
  textsPerRun,
  type NamedArrays,
  type PackedTexts,
  type StoredRun,
} from '../../image/packing.ts';

interface Run {
  /** What is stored of it; `null` once it is decoded. */
  stored: StoredRun | null;
  text: string;
  /** What was written since, by place in the run. */
  written: (string | undefined)[] | null;
}

/**
 * One text per customer. Those that were restored lie behind one another in long strings, of which each is cut when it is asked
 * for: a hundred thousand short ones would cost every start the time to make them, and every collection of garbage the time to
 * look at them.
 */
export class TextColumn {
  #length = 0;
  #ends = new Uint32Array(0);
  readonly #runs: Run[] = [];

  /** As many customers as have a text, or come before one who has. */
  get length(): number {
    return this.#length;
  }

  /** Empty where there is none. */
  at(index: number): string {
    return this.#cut(index, textOf);
  }

  #cut(index: number, storedOf: (run: Run) => string): string {
    const run = this.#runs[index >>> runBits];
    if (run === undefined) return '';
    const written = run.written?.[index % textsPerRun];
    if (written !== undefined) return written;
    const from = this.#startOf(index);
    const to = this.#ends[index] ?? 0;
    return from < to ? storedOf(run).slice(from, to) : '';
  }

  isEmpty(index: number): boolean {
    const written = this.#runs[index >>> runBits]?.written?.[index % textsPerRun];
    return written === undefined ? this.#startOf(index) >= (this.#ends[index] ?? 0) : written === '';
  }

  set(index: number, text: string): void {
    // One that is there as it was takes no room twice. None is no sign of that: the stored ones may come later.
    if (text !== '' && this.at(index) === text) return;
    const run = this.#reserve(index);
    run.written ??= Array<string | undefined>(textsPerRun).fill(undefined);
    run.written[index % textsPerRun] = text;
  }

  /** Empties a text so that nothing of it stays in memory, also of one that came before it. */
  erase(index: number): void {
    const run = this.#reserve(index);
    const from = this.#startOf(index);
    const to = this.#ends[index] ?? 0;
    if (from < to) {
      const text = textOf(run);
      const end = Math.min(this.#ends.length, index - (index % textsPerRun) + textsPerRun);
      for (let at = index; at < end; at += 1) this.#ends[at] = (this.#ends[at] ?? 0) - (to - from);
      // By way of bytes: a string that is put together of parts of another keeps that one.
      run.stored = ownRun(encodeRun(text.slice(0, from) + text.slice(to)));
      run.text = '';
    }
    this.set(index, '');
  }

  /** Stored texts stay as they are: decoded for good, all of them would lie in memory twice as large. */
  *pack(name: string, indexes: Uint32Array): NamedArrays {
    let last: Run | null = null;
    let stored = '';
    const storedOf = (run: Run) => {
      if (run !== last) stored = run.stored ? decodeRun(run.stored.bytes) : run.text;
      last = run;
      return stored;
    };
    yield* textArrays(name, indexes.length, (at) => this.#cut(indexes[at] ?? 0, storedOf));
  }

  /** Takes over stored texts, once. What was written meanwhile is newer. */
  restore({ ends, runs }: PackedTexts): void {
    this.#ends = ends;
    if (ends.length > 0) this.#reserve(ends.length - 1);
    runs.forEach((stored, place) => {
      const run = this.#runs[place];
      if (run) run.stored = stored;
    });
  }

  /** Keeps stored texts that nobody asked for yet by themselves, so that what they were read from can go. */
  detach(): void {
    for (const run of this.#runs) {
      if (run.stored === null) continue;
      const { bytes, giveBack } = run.stored;
      run.stored = ownRun(bytes.slice());
      giveBack();
    }
  }

  #reserve(index: number): Run {
    this.#length = Math.max(this.#length, index + 1);
    const place = index >>> runBits;
    while (this.#runs.length <= place) this.#runs.push({ stored: null, text: '', written: null });
    const run = this.#runs[place];
    if (!run) throw new Error('Broken invariant: a run was made for every customer');
    return run;
  }

  /** Where the text of a customer begins in its run. */
  #startOf(index: number): number {
    return index % textsPerRun === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }
}

function textOf(run: Run): string {
  if (run.stored) {
    const { bytes, giveBack } = run.stored;
    run.text = decodeRun(bytes);
    // They may lie beside others that stay: of what is erased later nothing may be left in them.
    bytes.fill(0);
    giveBack();
    run.stored = null;
  }
  return run.text;
}

function ownRun(bytes: Uint8Array<ArrayBuffer>): StoredRun {
  return {
    bytes,
    giveBack: () => {
      giveBack(bytes);
    },
  };
}
