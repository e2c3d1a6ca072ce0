import { foldText } from '#shared/match/text.ts';

/** More than anybody looks through; a browser shows a few of them at a time. */
const mostOffered = 200;

/** What stands before the word that is being typed: `展会、` of `展会、老`. */
const before = /^.*[、,，;；]\s*/u;

/**
 * What is offered for what is typed, each as the box would hold it: those that fit the last word first, then those that most
 * customers have.
 */
export function offerWords(words: readonly string[], countOf: (word: string) => number, typed: string): string[] {
  const [told = ''] = before.exec(typed) ?? [];
  const sought = foldText(typed.slice(told.length));
  const rankOf = (word: string): number => {
    const at = sought === '' ? -1 : foldText(word).indexOf(sought);
    return at < 0 ? 2 : Math.min(at, 1);
  };
  return words
    .map((word) => ({ word, rank: rankOf(word), count: countOf(word) }))
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .slice(0, mostOffered)
    .map(({ word }) => told + word);
}
