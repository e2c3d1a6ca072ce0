/** More than anybody reads at a glance: what is longer pushes everything below it out of reach, and is slow to lay out. */
const mostUnits = 500;
const mostLines = 12;

/** As much of a text as is shown at first; `null` when that is all of it. A character is not cut in two. */
export function beginningOf(text: string): string | null {
  let end = Math.min(text.length, mostUnits);
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines === mostLines) end = at;
  }
  if (end >= text.length) return null;
  return text.slice(0, text.codePointAt(end - 1) === text.charCodeAt(end - 1) ? end : end - 1);
}
