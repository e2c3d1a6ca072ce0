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
  runs: readonly StoredRun[];
}

/** UTF-8 of a run, and whoever is to hear that it is needed no more. */
export interface StoredRun {
  bytes: Uint8Array<ArrayBuffer>;
  giveBack: () => void;
}

const types = { Int32: Int32Array, Uint32: Uint32Array, Uint8: Uint8Array, Uint16: Uint16Array, Float64: Float64Array };
/** So that every view begins where its type may begin. */
const alignment = 8;
/**
 * What is larger lies in memory that the browser asks of the system each time instead of using again what it gave back, page by
 * page, which takes three times as long as opening what was sealed.
 */
const pieceBytes = 896 * 1024;
/** Runs of texts are packed so many at a time, so that those of an archive of any size make no piece much larger than others. */
const runsAtOnce = 16;

/** Typed arrays with their names, made one after the other as they are asked for. */
export type NamedArrays = Generator<[name: string, array: NumberArray]>;

/**
 * Lays sections one behind the other in pieces, and gives out each piece as soon as it is full, so that of a large image only
 * one lies in memory. A section lies in one piece, so that each piece can be read as it was opened: putting all of them
 * together in one array would take as long as opening them.
 */
export class Packer {
  /** As they were laid so far. */
  readonly sections: Section[] = [];
  /** Bytes of each piece so far. */
  readonly sizes: number[] = [];

  *pack(arrays: NamedArrays): Generator<Uint8Array<ArrayBuffer>> {
    let laid: { array: NumberArray; offset: number }[] = [];
    let end = 0;
    const takePiece = () => {
      const piece = new Uint8Array(end);
      for (const { array, offset } of laid) {
        piece.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
      }
      this.sizes.push(end);
      laid = [];
      end = 0;
      return piece;
    };
    for (const [name, array] of arrays) {
      const type = Object.entries(types).find(([, each]) => array instanceof each)?.[0] as Section['type'];
      const bytes = Math.ceil(array.byteLength / alignment) * alignment;
      if (end > 0 && end + bytes > pieceBytes) yield takePiece();
      this.sections.push({ name, type, piece: this.sizes.length, offset: end, length: array.length });
      laid.push({ array, offset: end });
      end += bytes;
    }
    if (laid.length > 0) yield takePiece();
  }
}

/** Texts as UTF-8, run by run; see `PackedTexts`. They are asked for in their order. */
export function* textArrays(name: string, count: number, textAt: (at: number) => string): NamedArrays {
  const ends = new Uint32Array(count);
  const sizes = new Uint32Array(Math.ceil(count / textsPerRun));
  let block: Uint8Array<ArrayBuffer>[] = [];
  for (const run of sizes.keys()) {
    const from = run * textsPerRun;
    const texts = Array.from({ length: Math.min(textsPerRun, count - from) }, (_, at) => textAt(from + at));
    let end = 0;
    texts.forEach((text, at) => {
      end += text.length;
      ends[from + at] = end;
    });
    const bytes = encodeRun(texts.join(''));
    sizes[run] = bytes.length;
    block.push(bytes);
    if (block.length === runsAtOnce || run === sizes.length - 1) {
      yield [blockName(name, run + 1 - block.length), joined(block)];
      block = [];
    }
  }
  yield [`${name}.ends`, ends];
  yield [`${name}.sizes`, sizes];
}

export function listArrays(name: string, texts: readonly string[]): NamedArrays {
  return textArrays(name, texts.length, (at) => texts[at] ?? '');
}

/**
 * Gives memory back at once. Garbage is collected when much is asked for; a worker that has everything asks for little, and
 * would keep what it read an image from for minutes.
 */
export function giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
  if (!buffer.detached) buffer.transfer(0);
}

/** Reads what a Packer made. Throws when a section is missing: the image is then of another make. */
export class Unpacker {
  /** `lent`: runs that lie in the piece and were not given back. */
  readonly #pieces: readonly { bytes: Uint8Array<ArrayBuffer>; lent: number }[];
  readonly #sections: Map<string, Section>;
  #isRead = false;

  constructor(pieces: readonly Uint8Array<ArrayBuffer>[], sections: readonly Section[]) {
    this.#pieces = pieces.map((bytes) => ({ bytes, lent: 0 }));
    this.#sections = new Map(sections.map((section) => [section.name, section]));
  }

  /** A view, not a copy. */
  numbers(name: string): NumberArray {
    const section = this.#sections.get(name);
    const piece = section && this.#pieces[section.piece];
    if (!piece) throw new Error(`The image has no ${name}`);
    const { buffer, byteOffset } = piece.bytes;
    return new types[section.type](buffer, byteOffset + section.offset, section.length);
  }

  /** Texts as they were packed. The runs are views, and whoever takes them gives each back. */
  packedTexts(name: string): PackedTexts {
    const runs: StoredRun[] = [];
    let block = new Uint8Array(0);
    let offset = 0;
    for (const size of this.numbers(`${name}.sizes`)) {
      if (runs.length % runsAtOnce === 0) {
        block = this.numbers(blockName(name, runs.length)) as Uint8Array<ArrayBuffer>;
        offset = 0;
      }
      runs.push(this.#lend(block.subarray(offset, offset + size)));
      offset += size;
    }
    return { ends: this.numbers(`${name}.ends`).slice() as Uint32Array<ArrayBuffer>, runs };
  }

  #lend(bytes: Uint8Array<ArrayBuffer>): StoredRun {
    const piece = this.#pieces.find((each) => each.bytes.buffer === bytes.buffer) ?? { bytes, lent: 0 };
    piece.lent += 1;
    const takeBack = () => {
      piece.lent -= 1;
      this.#settle(piece);
    };
    return { bytes, giveBack: takeBack };
  }

  /** Nothing is read from it any more: each piece can go once the runs in it were given back. */
  giveBack(): void {
    this.#isRead = true;
    for (const piece of this.#pieces) this.#settle(piece);
  }

  #settle({ bytes, lent }: { bytes: Uint8Array<ArrayBuffer>; lent: number }): void {
    if (this.#isRead && lent === 0) giveBack(bytes);
  }

  texts(name: string): string[] {
    const { ends, runs } = this.packedTexts(name);
    const decoded = runs.map((run) => {
      const text = decodeRun(run.bytes);
      run.giveBack();
      return text;
    });
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
