/** Keys of all records in one flat list, so that a million of them take no objects. Two keys may meet by chance, once in billions. */
export class KeyList {
  #hashes = new Uint32Array(1024);
  #holders = new Uint32Array(1024);
  #starts: number[] = [0];
  #length = 0;

  /** The keys of the next record. */
  add(keys: readonly string[]): void {
    if (this.#length + keys.length > this.#hashes.length) {
      this.#hashes = larger(this.#hashes, keys.length);
      this.#holders = larger(this.#holders, keys.length);
    }
    for (const key of keys) {
      this.#hashes[this.#length] = hash32(key);
      this.#holders[this.#length] = this.#starts.length - 1;
      this.#length += 1;
    }
    this.#starts.push(this.#length);
  }

  /** Yields now and then, a million keys taking their time. */
  *blocks(mostInBlock: number): Generator<void, Blocks, void> {
    const hashes = this.#hashes.subarray(0, this.#length);
    let order = new Uint32Array(hashes.length);
    for (let at = 0; at < order.length; at += 1) order[at] = at;
    for (const shift of [0, 16]) {
      yield;
      order = yield* sortedBy(hashes, order, shift);
    }
    const blocks = new Blocks(Uint32Array.from(this.#starts), this.#length);
    for (let start = 0, round = 0; start < order.length; round += 1) {
      const hash = hashes[order[start] ?? 0];
      let end = start + 1;
      while (end < order.length && hashes[order[end] ?? 0] === hash) end += 1;
      const isTelling = end - start > 1 && end - start <= mostInBlock;
      blocks.add(order.subarray(start, end), this.#holders, isTelling);
      start = end;
      if (round % yieldEvery === 0) yield;
    }
    return blocks;
  }
}

const yieldEvery = 50_000;

/** Who meets whom: records by the keys they share, those aside that so many share that they say nothing. */
class Blocks {
  /** Of the record's keys, from where to where. */
  readonly #starts: Uint32Array;
  /** Records, block after block. */
  readonly #members: Uint32Array;
  #length = 0;
  /** For each key of each record where its block begins and ends; nowhere for one that is passed over. */
  readonly #begins: Uint32Array;
  readonly #ends: Uint32Array;
  /** By record: the last one that met it. */
  readonly #metBy: Int32Array;

  constructor(starts: Uint32Array, keys: number) {
    this.#starts = starts;
    this.#members = new Uint32Array(keys);
    this.#begins = new Uint32Array(keys);
    this.#ends = new Uint32Array(keys);
    this.#metBy = new Int32Array(starts.length - 1).fill(-1);
  }

  add(keys: Uint32Array, holders: Uint32Array, isTelling: boolean): void {
    if (!isTelling) return;
    const begin = this.#length;
    for (const key of keys) {
      this.#members[this.#length] = holders[key] ?? 0;
      this.#length += 1;
      this.#begins[key] = begin;
      this.#ends[key] = begin + keys.length;
    }
  }

  /** Calls with each record after this one that shares a key with it, once. Records are asked for in their order. */
  forEachPartner(record: number, meet: (other: number) => void): void {
    const end = this.#starts[record + 1] ?? 0;
    for (let key = this.#starts[record] ?? 0; key < end; key += 1) {
      const last = this.#ends[key] ?? 0;
      for (let at = this.#begins[key] ?? 0; at < last; at += 1) {
        const other = this.#members[at] ?? 0;
        if (other <= record || this.#metBy[other] === record) continue;
        this.#metBy[other] = record;
        meet(other);
      }
    }
  }
}

function larger(numbers: Uint32Array, more: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2 + more);
  grown.set(numbers);
  return grown;
}

/** FNV-1a, with the last bits mixed once more. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** Places of the hashes in the order of 16 of their bits, equal ones as they stood. */
function* sortedBy(
  hashes: Uint32Array,
  order: Uint32Array,
  shift: number,
): Generator<void, Uint32Array<ArrayBuffer>, void> {
  const sorted = new Uint32Array(hashes.length);
  const starts = new Uint32Array(0x10001);
  for (const hash of hashes) {
    const bucket = ((hash >>> shift) & 0xffff) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  for (const [done, at] of order.entries()) {
    if (done % yieldEvery === 0) yield;
    const bucket = ((hashes[at] ?? 0) >>> shift) & 0xffff;
    const to = starts[bucket] ?? 0;
    starts[bucket] = to + 1;
    sorted[to] = at;
  }
  return sorted;
}
