import type { NumberArray } from '../index/ragged.ts';

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

const types = { Int32: Int32Array, Uint32: Uint32Array, Uint8: Uint8Array, Uint16: Uint16Array, Float64: Float64Array };
/** So that every view begins where its type may begin. */
const alignment = 8;
/** Large pieces let the browser's own cipher run at its full speed, several at a time. */
const pieceBytes = 8 * 1024 * 1024;
/** Texts are packed so many at a time, so that those of an archive of any size make no piece much larger than others. */
const textsAtOnce = 16_384;

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

  /** Texts as UTF-8 behind one another, and how many UTF-16 units each takes. */
  texts(name: string, texts: readonly string[]): void {
    for (let from = 0; from === 0 || from < texts.length; from += textsAtOnce) {
      const some = texts.slice(from, from + textsAtOnce);
      this.numbers(
        `${name}.lengths.${String(from)}`,
        Uint32Array.from(some, (text) => text.length),
      );
      // A lone surrogate would come back as another character; it would only be found by itself.
      this.numbers(`${name}.bytes.${String(from)}`, new TextEncoder().encode(some.join('').toWellFormed()));
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

  /** Adds the texts to `into`, or to an empty list. */
  texts(name: string, into: string[] = []): string[] {
    for (let from = 0; from === 0 || this.#sections.has(`${name}.lengths.${String(from)}`); from += textsAtOnce) {
      const lengths = this.numbers(`${name}.lengths.${String(from)}`);
      const bytes = this.numbers(`${name}.bytes.${String(from)}`);
      const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      let at = 0;
      for (const length of lengths) {
        into.push(all.slice(at, at + length));
        at += length;
      }
      if (at !== all.length) throw new Error(`The texts of ${name} do not add up`);
    }
    return into;
  }
}
