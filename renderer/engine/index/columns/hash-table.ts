/** 64 bits of a text as two whole numbers (cyrb53 with all its bits kept, public domain). */
export function hash64(text: string): [low: number, high: number] {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return [low >>> 0, high >>> 0];
}

const empty = 0;
const removed = 0xffffffff;

/**
 * Which customers a hashed key belongs to, with open addressing in typed arrays: a million keys take 24 MB and no objects.
 * A key may belong to several customers, and to one customer several times.
 */
export class HashTable {
  #low = new Uint32Array(1024);
  #high = new Uint32Array(1024);
  /** Customer + 1; `empty` or `removed` where there is none. */
  #owner = new Uint32Array(1024);
  #filled = 0;
  #live = 0;

  get size(): number {
    return this.#live;
  }

  add(low: number, high: number, customer: number): void {
    if ((this.#filled + 1) * 10 > this.#owner.length * 7) this.#grow();
    const slotMask = this.#owner.length - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & slotMask;
    while (this.#owner[slot] !== empty && this.#owner[slot] !== removed) slot = (slot + 1) & slotMask;
    if (this.#owner[slot] === empty) this.#filled += 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#owner[slot] = customer + 1;
    this.#live += 1;
  }

  /** Removes one entry of the key for this customer. */
  remove(low: number, high: number, customer: number): void {
    const slotMask = this.#owner.length - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & slotMask;
    while (this.#owner[slot] !== empty) {
      if (this.#owner[slot] === customer + 1 && this.#low[slot] === low && this.#high[slot] === high) {
        this.#owner[slot] = removed;
        this.#live -= 1;
        return;
      }
      slot = (slot + 1) & slotMask;
    }
  }

  has(low: number, high: number): boolean {
    return this.find(low, high, 1).length > 0;
  }

  /** Customers of a key, each once, at most `limit`. */
  find(low: number, high: number, limit = 100): number[] {
    const found: number[] = [];
    const slotMask = this.#owner.length - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & slotMask;
    while (this.#owner[slot] !== empty && found.length < limit) {
      const owner = this.#owner[slot] ?? empty;
      if (owner !== removed && this.#low[slot] === low && this.#high[slot] === high && !found.includes(owner - 1)) {
        found.push(owner - 1);
      }
      slot = (slot + 1) & slotMask;
    }
    return found;
  }

  #grow(): void {
    const [low, high, owner] = [this.#low, this.#high, this.#owner];
    const capacity = this.#live * 10 > owner.length * 3 ? owner.length * 2 : owner.length;
    this.#low = new Uint32Array(capacity);
    this.#high = new Uint32Array(capacity);
    this.#owner = new Uint32Array(capacity);
    this.#filled = 0;
    this.#live = 0;
    for (let slot = 0; slot < owner.length; slot += 1) {
      const each = owner[slot] ?? empty;
      if (each !== empty && each !== removed) this.add(low[slot] ?? 0, high[slot] ?? 0, each - 1);
    }
  }
}
