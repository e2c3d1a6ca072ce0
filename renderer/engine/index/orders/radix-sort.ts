const bits = 11;
const buckets = 1 << bits;
const mask = buckets - 1;

/** A column to sort by: a number for each customer. Whole numbers may be of any type; fractions only in Float64Array. */
export type SortKeys = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/**
 * Sorts customers by one column, keeping the order of equals, so that sorting by the last column first sorts by several.
 * Linear in the number of customers: 100,000 take about a millisecond per 11 bits in which the keys differ.
 */
export function sortByKeys(
  indexes: Uint32Array<ArrayBuffer>,
  keys: SortKeys,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const count = indexes.length;
  if (count < 2) return indexes;
  const low = new Uint32Array(count);
  const high = keys instanceof Float64Array ? new Uint32Array(count) : null;
  fillSortable(indexes, keys, low, high, descending);
  let order = indexes.slice();
  let spare = new Uint32Array(count);
  let [lows, spareLows] = [low, new Uint32Array(count)];
  let [highs, spareHighs] = [high, high && new Uint32Array(count)];
  const passes = high ? [0, 1, 2, 3, 4, 5] : [0, 1, 2];
  for (const pass of passes) {
    const isLow = pass < 3;
    const source = isLow ? lows : highs;
    const shift = (pass % 3) * bits;
    if (!source) break;
    const starts = countBuckets(source, shift);
    if (!starts) continue;
    for (let at = 0; at < count; at += 1) {
      const bucket = ((source[at] ?? 0) >>> shift) & mask;
      const to = starts[bucket] ?? 0;
      starts[bucket] = to + 1;
      spare[to] = order[at] ?? 0;
      spareLows[to] = lows[at] ?? 0;
      if (highs && spareHighs) spareHighs[to] = highs[at] ?? 0;
    }
    [order, spare] = [spare, order];
    [lows, spareLows] = [spareLows, lows];
    [highs, spareHighs] = [spareHighs, highs];
  }
  return order;
}

/** Where each bucket begins; `null` when all keys lie in one, so that the pass would change nothing. */
function countBuckets(source: Uint32Array, shift: number): Uint32Array | null {
  const counts = new Uint32Array(buckets);
  for (let at = 0; at < source.length; at += 1) {
    const bucket = ((source[at] ?? 0) >>> shift) & mask;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  if (counts[((source[0] ?? 0) >>> shift) & mask] === source.length) return null;
  let start = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const size = counts[bucket] ?? 0;
    counts[bucket] = start;
    start += size;
  }
  return counts;
}

/** Bits that compare as unsigned whole numbers in the order of the keys. */
function fillSortable(
  indexes: Uint32Array,
  keys: SortKeys,
  low: Uint32Array,
  high: Uint32Array | null,
  descending: boolean,
): void {
  const flip = descending ? 0xffffffff : 0;
  if (!high) {
    const sign = keys instanceof Int32Array ? 0x80000000 : 0;
    for (let at = 0; at < indexes.length; at += 1) low[at] = ((keys[indexes[at] ?? 0] ?? 0) ^ sign ^ flip) >>> 0;
    return;
  }
  const box = new Float64Array(1);
  const words = new Uint32Array(box.buffer);
  for (let at = 0; at < indexes.length; at += 1) {
    // -0 and 0 are equal.
    box[0] = (keys[indexes[at] ?? 0] ?? 0) + 0;
    const top = words[1] ?? 0;
    // IEEE 754: negative numbers compare backwards, so all their bits turn; of positive ones only the sign.
    const turn = top & 0x80000000 ? 0xffffffff : 0x80000000;
    high[at] = (top ^ turn ^ flip) >>> 0;
    low[at] = ((words[0] ?? 0) ^ (top & 0x80000000 ? 0xffffffff : 0) ^ flip) >>> 0;
  }
}
