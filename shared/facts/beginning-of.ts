/** More than anybody reads at a glance: what is longer pushes everything below it out of reach, and is slow to lay out. */
const mostColumns = 500;
const mostLines = 12;
/** From here on a character is as wide as two Latin letters. */
const firstWide = 0x2e80;

/** As much of a text as is shown at first; `null` when that is all of it. A character is not cut in two. */
export function beginningOf(text: string): string | null {
  let columns = 0;
  let lines = 0;
  let end = 0;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 0x0a) lines += 1;
    columns += unit < firstWide ? 1 : 2;
    if (lines === mostLines || columns > mostColumns) break;
  }
  if (end === text.length) return null;
  const isCutInTwo = end > 0 && text.codePointAt(end - 1) !== text.charCodeAt(end - 1);
  return text.slice(0, isCutInTwo ? end - 1 : end);
}
