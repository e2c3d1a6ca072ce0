/** Longer texts are compared by what differs: their beginnings may be the same for pages. */
const longestWhole = 80;
/** As much of what stayed as tells where it is. */
const around = 12;
/** As much of what differs as is read at a glance. */
const mostShown = 100;

/**
 * Two texts cut to where they differ, with a little of what stands around it; short ones as they are. A character is not cut in
 * two.
 */
export function changedPart(before: string, after: string): [before: string, after: string] {
  if (before.length <= longestWhole && after.length <= longestWhole) return [before, after];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const from = Math.max(0, start - around);
  const cut = (text: string) => {
    const end = Math.min(text.length, text.length - same + around, from + mostShown);
    const part = text.slice(wholeAt(text, from), wholeAt(text, end));
    return `${from > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

/** The place, or the one before it where that lies within a character. */
function wholeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
