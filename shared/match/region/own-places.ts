import { narrowText, toSimplified } from '../text.ts';

/** A name of the user's own for a place, such as 下沙, with the code of where it is. */
export interface OwnPlace {
  name: string;
  code: string;
}

const comparable = (text: string) => toSimplified(narrowText(text)).toLowerCase();

/** The longest name that a text begins with, and how much of it that is; `goesOn` says where it only begins another word. */
export function ownPlaceAt(
  text: string,
  places: readonly OwnPlace[],
  goesOn: (rest: string) => boolean,
): { code: string; length: number } | undefined {
  const wanted = comparable(text);
  let best: { code: string; length: number } | undefined;
  for (const { name, code } of places) {
    const spelled = comparable(name.trim());
    const { length } = spelled;
    if (length <= (best?.length ?? 0) || !wanted.startsWith(spelled) || goesOn(wanted.slice(length))) continue;
    best = { code, length };
  }
  return best;
}
