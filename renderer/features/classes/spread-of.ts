import type { ClassKey } from '#shared/domain/class-scheme/class-scheme.ts';

/** A piece of the bar in percent of its length, and the class it begins with. */
export interface SpreadPiece {
  first: ClassKey;
  from: number;
  percent: number;
}

/** What is narrower is not seen. */
const leastPercent = 1;

/** How the customers spread over classes, in their order; those too narrow to be seen by themselves, of which there may be thousands, share a piece. */
export function spreadOf(classes: readonly { class: ClassKey; count: number }[], total: number): SpreadPiece[] {
  const pieces: SpreadPiece[] = [];
  let from = 0;
  for (const { class: key, count } of classes) {
    const percent = total === 0 ? 0 : (count / total) * 100;
    const last = pieces.at(-1);
    if (last && last.percent < leastPercent) last.percent += percent;
    else pieces.push({ first: key, from, percent });
    from += percent;
  }
  return pieces;
}
