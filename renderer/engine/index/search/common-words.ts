import type { Columns } from '../columns/columns.ts';

/** Customers looked at, and in how many of them a word must be to be common. */
const sampled = 400;
const commonFrom = 20;
const most = 128;

/** The characters, and pairs of them, that stand in the texts of many customers; the commonest first. */
export function commonWords({ texts, words, count }: Columns): string[] {
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(count / sampled));
  for (let index = 0; index < count; index += step) {
    const own = new Set<string>();
    for (const text of [texts.keys.at(index), texts.phoneDigits.at(index), texts.own.at(index), words.at(index)]) {
      for (let at = 0; at < text.length; at += 1) for (const word of wordsAt(text, at)) own.add(word);
    }
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, customers]) => customers >= commonFrom)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([word]) => word);
}

/** A letter by itself is looked for among initials, which is quick; for a mark by itself nobody looks. */
function wordsAt(text: string, at: number): string[] {
  return [text.slice(at, at + 1), text.slice(at, at + 2)].filter((word) => !/[\s\p{P}\p{S}]|^[a-z]$/u.test(word));
}
