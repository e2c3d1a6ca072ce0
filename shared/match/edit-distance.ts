/**
 * How many typing slips lie between two words: letters left out, added, exchanged, or two neighbours swapped (optimal string
 * alignment: no part is edited twice). Case matters. Answers `most + 1` as soon as there are more than `most`.
 * Source: Damerau 1964, in the restricted form of Wagner and Lowrance.
 */
export function editDistance(a: string, b: string, most = Number.MAX_SAFE_INTEGER - 1): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most && (last.length === 0 || Math.min(...last) > most)) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
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
