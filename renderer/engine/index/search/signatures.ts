/*
 * A bit-sliced signature file: for each of `width` hashes of short character sequences one bit per customer. A term asks
 * for the sequences in it; the customers that have all of them are few and are then compared for real. 100,000 customers
 * take 51 MB; a term costs a few thousand word operations.
 */

const widthBits = 12;
const width = 1 << widthBits;

function bucketOfPair(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (width - 1);
}

/** Only digits go in threes: there are too few of them for pairs to tell numbers apart. */
function bucketOfTriple(a: number, b: number, c: number): number {
  return bucketOfPair((a << 16) | b, c ^ 0x5bd1);
}

const lineFeed = 10;
const blank = 32;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Han, kana, hangul and whatever else is written without blanks: one such character is a term worth looking up. */
function isWide(code: number): boolean {
  return code >= 0x2e80;
}

/** Calls back with the bucket of every sequence in a text. Lines and words are apart. */
export function eachGram(text: string, add: (bucket: number) => void): void {
  let before = lineFeed;
  let previous = lineFeed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== lineFeed && code !== blank) {
      if (isWide(code)) add(bucketOfPair(code, 0));
      if (previous !== lineFeed && previous !== blank) {
        add(bucketOfPair(previous, code));
        if (isDigit(code) && isDigit(previous) && isDigit(before)) add(bucketOfTriple(before, previous, code));
      }
    }
    before = previous;
    previous = code;
  }
}

/** The sequences by which a term of pinyin, initials and characters in any mixture passes from one character to the next. */
export function eachMixedGram(reading: string, name: string, add: (bucket: number) => void): void {
  const syllables = reading.split(' ');
  const characters = Array.from(name);
  const isAligned = characters.length === syllables.length;
  for (let at = 0; at + 1 < syllables.length && at < longestMixed; at += 1) {
    const syllable = syllables[at] ?? '';
    const next = codeOf(syllables[at + 1] ?? '');
    for (let letter = 0; letter < syllable.length; letter += 1) add(bucketOfPair(syllable.charCodeAt(letter), next));
    if (!isAligned) continue;
    const [character, nextCharacter] = [codeOf(characters[at] ?? ''), codeOf(characters[at + 1] ?? '')];
    for (let letter = 0; letter < syllable.length; letter += 1) {
      add(bucketOfPair(syllable.charCodeAt(letter), nextCharacter));
    }
    add(bucketOfPair(character, next));
    add(bucketOfPair(character, nextCharacter));
  }
}

/** Names with more syllables are companies; nobody abbreviates them in the middle. */
export const longestMixed = 8;

function codeOf(text: string): number {
  return text.charCodeAt(0);
}

/** The buckets that a text which contains the term must have. Empty when the term is too short to say. */
export function gramsOfTerm(term: string): Set<number> {
  const buckets = new Set<number>();
  if (term.length > 1 || isWide(codeOf(term))) eachGram(term, (bucket) => buckets.add(bucket));
  return buckets;
}

/** The buckets of three digits in a row, as `eachGram` adds them. */
export function gramsOfDigits(digits: string): Set<number> {
  const buckets = new Set<number>();
  for (let at = 2; at < digits.length; at += 1) {
    buckets.add(bucketOfTriple(digits.charCodeAt(at - 2), digits.charCodeAt(at - 1), digits.charCodeAt(at)));
  }
  return buckets;
}

export class Signatures {
  /** Bucket `b` of customer `i` is bit `i & 31` of word `b * #words + (i >> 5)`. */
  #bits = new Uint32Array(0);
  #words = 0;

  /** Room for this many customers. */
  reserve(customers: number): void {
    const words = (customers + 31) >>> 5;
    if (words <= this.#words) return;
    const capacity = Math.max(words, Math.ceil(this.#words * 1.3), 4);
    const bits = new Uint32Array(capacity * width);
    for (let bucket = 0; bucket < width && this.#words > 0; bucket += 1) {
      bits.set(this.#bits.subarray(bucket * this.#words, (bucket + 1) * this.#words), bucket * capacity);
    }
    this.#bits = bits;
    this.#words = capacity;
  }

  /** Forgets everything about a customer. */
  clear(index: number): void {
    if (index >>> 5 >= this.#words) return;
    const keep = ~(1 << (index & 31));
    for (let at = index >>> 5; at < this.#bits.length; at += this.#words) this.#bits[at] = (this.#bits[at] ?? 0) & keep;
  }

  /** `reserve` must have made room. */
  add(index: number, bucket: number): void {
    const at = bucket * this.#words + (index >>> 5);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (index & 31));
  }

  /** Forgets one bucket of a customer. */
  drop(index: number, bucket: number): void {
    if (index >>> 5 >= this.#words) return;
    const at = bucket * this.#words + (index >>> 5);
    this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (index & 31));
  }

  /** A bit for each of the first `count` customers that have all of these buckets; with none, for everybody. */
  collect(buckets: ReadonlySet<number>, count: number): Uint32Array {
    const found = new Uint32Array((count + 31) >>> 5).fill(0xffffffff);
    const words = Math.min(found.length, this.#words);
    for (const bucket of buckets) {
      const row = bucket * this.#words;
      for (let word = 0; word < words; word += 1) found[word] = (found[word] ?? 0) & (this.#bits[row + word] ?? 0);
    }
    return found;
  }
}
