/**
 * How many typing slips lie between two words: letters left out, added, exchanged, or two neighbours swapped (optimal string
 * alignment: no part is edited twice). Case matters. Answers `most + 1` as soon as there are more than `most`.
 * Source: Damerau 1964, in the restricted form of Wagner and Lowrance.
 */
export function editDistance(a: string, b: string, most = Number.MAX_SAFE_INTEGER - 1): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with needs no edit.
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  if (endA === start || endB === start) return Math.max(endA, endB) - start;
  // One slip takes at most one kind of letter away and brings at most one.
  if (kindsThatDiffer(a, b, start, endA, endB) > most * 2) return most + 1;
  return countEdits(a.slice(start, endA), b.slice(start, endB), most);
}

function kindsThatDiffer(a: string, b: string, start: number, endA: number, endB: number): number {
  let kinds = 0;
  let others = 0;
  for (let at = start; at < endA; at += 1) kinds |= 1 << (a.charCodeAt(at) & 31);
  for (let at = start; at < endB; at += 1) others |= 1 << (b.charCodeAt(at) & 31);
  let count = 0;
  for (let left = kinds ^ others; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Three rows of the table of edits, used over and over. */
let rows = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)] as const;

function countEdits(a: string, b: string, most: number): number {
  const width = b.length + 1;
  if (rows[0].length < width) rows = [new Uint32Array(width), new Uint32Array(width), new Uint32Array(width)];
  let [beforeLast, last, row] = rows;
  for (let j = 0; j < width; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j += 1) {
      const other = b.charCodeAt(j - 1);
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = value;
      if (value < least) least = value;
    }
    // Two rows in which everything is too far: nothing comes back from there, be it by swapping neighbours.
    if (least > most && leastOf(last, width) > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

function leastOf(row: Uint32Array, width: number): number {
  let least = row[0] ?? 0;
  for (let at = 1; at < width; at += 1) least = Math.min(least, row[at] ?? 0);
  return least;
}

/** Slips that are forgiven in a word of so many letters: none in short ones, which are too like each other. */
export function forgivenSlips(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/** Whether a word begins like what was typed, forgiving slips; the first letter must be right. */
export function beginsLike(word: string, typed: string): boolean {
  const most = forgivenSlips(typed.length);
  if (most === 0 || word[0] !== typed[0]) return false;
  for (let length = typed.length - most; length <= Math.min(word.length, typed.length + most); length += 1) {
    if (editDistance(word.slice(0, length), typed, most) <= most) return true;
  }
  return false;
}
