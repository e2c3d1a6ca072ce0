/** How well each customer answers, one higher than its rank; 0 is for those who do not answer. */
export const absent = 0;

/** Those who answer to both words, each by the better of the two. */
export function better(a: Uint8Array, b: Uint8Array): Uint8Array {
  const ranks = new Uint8Array(a.length);
  for (let index = 0; index < ranks.length; index += 1) {
    const [left, right] = [a[index] ?? absent, b[index] ?? absent];
    if (left !== absent && right !== absent) ranks[index] = Math.min(left, right);
  }
  return ranks;
}

/** Those who answer to one of two words, each by the better of the two. */
export function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((left, index) => {
    const right = b[index] ?? absent;
    if (left === absent || right === absent) return Math.max(left, right);
    return Math.min(left, right);
  });
}

export function present(ranks: Uint8Array): Uint32Array<ArrayBuffer> {
  const indexes = new Uint32Array(ranks.length);
  let count = 0;
  for (let index = 0; index < ranks.length; index += 1) if (ranks[index] !== absent) indexes[count++] = index;
  return indexes.slice(0, count);
}

/** Those who answer to none of the words of the others. */
export function leaveOut(ranks: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  return ranks.map((rank, index) => (others.some((other) => (other[index] ?? absent) !== absent) ? absent : rank));
}
