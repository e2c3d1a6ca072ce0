export type NumberArray = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

/** Sections of typed arrays and texts, one behind the other in pieces of bytes. */
export interface Section {
  name: string;
  type: 'Int32' | 'Uint32' | 'Uint8' | 'Uint16' | 'Float64';
  /** Which piece it lies in. */
  piece: number;
  /** Bytes, from the beginning of the piece. */
  offset: number;
  /** Elements. */
  length: number;
}

export const runBits = 10;
/** So many texts lie behind one another in a run, which is decoded as a whole when one of them is first asked for. */
export const textsPerRun = 1 << runBits;

/** Texts as they are stored: of each where it ends in its run, in UTF-16 units; of each run its UTF-8. */
export interface PackedTexts {
  ends: Uint32Array<ArrayBuffer>;
  runs: readonly Uint8Array<ArrayBuffer>[];
}

const types = { Int32: Int32Array, Uint32: Uint32Array, Uint8: Uint8Array, Uint16: Uint16Array, Float64: Float64Array };
/** So that every view begins where its type may begin. */
const alignment = 8;
/** Large pieces let the browser's own cipher run at its full speed, several at a time. */
const pieceBytes = 8 * 1024 * 1024;
/** Runs of texts are packed so many at a time, so that those of an archive of any size make no piece much larger than others. */
const runsAtOnce = 16;

/**
 * Gathers sections; `finish` gives them as pieces. A section lies in one piece, so that each piece can be read as it was
 * opened: putting all of them together in one array would take as long as opening them.
 */
export class Packer {
  readonly sections: Section[] = [];
  readonly #arrays: NumberArray[] = [];
  readonly #pieceSizes: number[] = [];

  numbers(name: string, array: NumberArray): void {
    const type = Object.entries(types).find(([, each]) => array instanceof each)?.[0] as Section['type'];
    const size = Math.ceil(array.byteLength / alignment) * alignment;
    const last = this.#pieceSizes.at(-1);
    if (last === undefined || (last > 0 && last + size > pieceBytes)) this.#pieceSizes.push(0);
    const piece = this.#pieceSizes.length - 1;
    const offset = this.#pieceSizes[piece] ?? 0;
    this.sections.push({ name, type, piece, offset, length: array.length });
    this.#arrays.push(array);
    this.#pieceSizes[piece] = offset + size;
  }

  /** Texts as UTF-8, run by run; see `PackedTexts`. */
  texts(name: string, texts: readonly string[]): void {
    const ends = new Uint32Array(texts.length);
    const runs: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < texts.length; from += textsPerRun) {
      const some = texts.slice(from, from + textsPerRun);
      let end = 0;
      some.forEach((text, at) => {
        end += text.length;
        ends[from + at] = end;
      });
      runs.push(encodeRun(some.join('')));
    }
    this.numbers(`${name}.ends`, ends);
    this.numbers(
      `${name}.sizes`,
      Uint32Array.from(runs, (run) => run.length),
    );
    for (let from = 0; from < runs.length; from += runsAtOnce) {
      this.numbers(blockName(name, from), joined(runs.slice(from, from + runsAtOnce)));
    }
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    const pieces = this.#pieceSizes.map((size) => new Uint8Array(size));
    this.#arrays.forEach((array, index) => {
      const { piece = 0, offset = 0 } = this.sections[index] ?? {};
      pieces[piece]?.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    });
    return pieces;
  }
}

/** Reads what a Packer made. Throws when a section is missing: the image is then of another make. */
export class Unpacker {
  readonly #pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly #sections: Map<string, Section>;

  constructor(pieces: readonly Uint8Array<ArrayBuffer>[], sections: readonly Section[]) {
    this.#pieces = pieces;
    this.#sections = new Map(sections.map((section) => [section.name, section]));
  }

  /** A view, not a copy. */
  numbers(name: string): NumberArray {
    const section = this.#sections.get(name);
    const piece = section && this.#pieces[section.piece];
    if (!piece) throw new Error(`The image has no ${name}`);
    return new types[section.type](piece.buffer, piece.byteOffset + section.offset, section.length);
  }

  /** Texts as they were packed. The runs are views. */
  packedTexts(name: string): PackedTexts {
    const runs: Uint8Array<ArrayBuffer>[] = [];
    let block = new Uint8Array(0);
    let offset = 0;
    for (const size of this.numbers(`${name}.sizes`)) {
      if (runs.length % runsAtOnce === 0) {
        block = this.numbers(blockName(name, runs.length)) as Uint8Array<ArrayBuffer>;
        offset = 0;
      }
      runs.push(block.subarray(offset, offset + size));
      offset += size;
    }
    return { ends: this.numbers(`${name}.ends`).slice() as Uint32Array<ArrayBuffer>, runs };
  }

  texts(name: string): string[] {
    const { ends, runs } = this.packedTexts(name);
    const decoded = runs.map(decodeRun);
    return Array.from(ends, (end, index) => {
      const from = index % textsPerRun === 0 ? 0 : (ends[index - 1] ?? 0);
      return (decoded[Math.floor(index / textsPerRun)] ?? '').slice(from, end);
    });
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeRun(bytes: Uint8Array<ArrayBuffer>): string {
  return decoder.decode(bytes);
}

export function encodeRun(text: string): Uint8Array<ArrayBuffer> {
  // A lone surrogate would come back as another character; it would only be found by itself.
  return new TextEncoder().encode(text.toWellFormed());
}

function blockName(name: string, firstRun: number): string {
  return `${name}.bytes.${String(firstRun)}`;
}

function joined(arrays: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const array of arrays) {
    all.set(array, offset);
    offset += array.length;
  }
  return all;
}
