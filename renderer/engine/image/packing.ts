import type { NumberArray } from '../index/ragged.ts';

/** Sections of typed arrays and texts, one behind the other in a run of bytes. */
export interface Section {
  name: string;
  type: 'Int32' | 'Uint32' | 'Uint8' | 'Uint16' | 'Float64';
  /** Bytes. */
  offset: number;
  /** Elements. */
  length: number;
}

const types = { Int32: Int32Array, Uint32: Uint32Array, Uint8: Uint8Array, Uint16: Uint16Array, Float64: Float64Array };
/** So that every view begins where its type may begin. */
const alignment = 8;

/** Gathers sections; `finish` gives them as one run of bytes. */
export class Packer {
  readonly sections: Section[] = [];
  readonly #arrays: NumberArray[] = [];
  #size = 0;

  numbers(name: string, array: NumberArray): void {
    const type = Object.entries(types).find(([, each]) => array instanceof each)?.[0] as Section['type'];
    this.sections.push({ name, type, offset: this.#size, length: array.length });
    this.#arrays.push(array);
    this.#size += Math.ceil(array.byteLength / alignment) * alignment;
  }

  /** Texts as UTF-8 behind one another, and how many UTF-16 units each takes. */
  texts(name: string, texts: readonly string[]): void {
    this.numbers(
      `${name}.lengths`,
      Uint32Array.from(texts, (text) => text.length),
    );
    // A lone surrogate would come back as another character; it would only be found by itself.
    this.numbers(`${name}.bytes`, new TextEncoder().encode(texts.join('').toWellFormed()));
  }

  finish(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#size);
    this.#arrays.forEach((array, index) => {
      const offset = this.sections[index]?.offset ?? 0;
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    });
    return bytes;
  }
}

/** Reads what a Packer made. Throws when a section is missing: the image is then of another make. */
export class Unpacker {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #sections: Map<string, Section>;

  constructor(bytes: Uint8Array<ArrayBuffer>, sections: readonly Section[]) {
    this.#bytes = bytes;
    this.#sections = new Map(sections.map((section) => [section.name, section]));
  }

  /** A view, not a copy. */
  numbers(name: string): NumberArray {
    const section = this.#sections.get(name);
    if (!section) throw new Error(`The image has no ${name}`);
    return new types[section.type](this.#bytes.buffer, this.#bytes.byteOffset + section.offset, section.length);
  }

  texts(name: string): string[] {
    const lengths = this.numbers(`${name}.lengths`);
    const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.numbers(`${name}.bytes`));
    const texts: string[] = [];
    let at = 0;
    for (const length of lengths) {
      texts.push(all.slice(at, at + length));
      at += length;
    }
    if (at !== all.length) throw new Error(`The texts of ${name} do not add up`);
    return texts;
  }
}
