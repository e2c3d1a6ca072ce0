import { beginsLike } from '#shared/match/edit-distance.ts';
import { foldText } from '#shared/match/text.ts';
import type { Columns } from './columns.ts';

const latinWord = /[a-z][a-z']{3,}/g;
/** More words like it than this: what was typed says too little. */
const mostWords = 12;

/** The words in Latin letters in names and organisations, for what was typed with a slip. Made when first needed. */
export class NearWords {
  readonly #columns: Columns;
  #byFirst: Map<string, string[]> | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** A name changed: the words are gathered anew when they are needed next. */
  touch(): void {
    this.#byFirst = null;
  }

  /** Words that begin like `typed`, forgiving slips. */
  like(typed: string): string[] {
    this.#byFirst ??= this.#gather();
    const words = (this.#byFirst.get(typed.charAt(0)) ?? []).filter((word) => beginsLike(word, typed));
    return words.length > mostWords ? [] : words;
  }

  #gather(): Map<string, string[]> {
    const { count, alive, texts } = this.#columns;
    const words = new Set<string>();
    for (let index = 0; index < count; index += 1) {
      if (alive[index] !== 1) continue;
      for (const text of [texts.name.at(index), texts.organization.at(index)]) {
        // Most names are Chinese.
        if (!/[a-z]/i.test(text)) continue;
        for (const [word] of foldText(text).matchAll(latinWord)) words.add(word);
      }
    }
    return Map.groupBy(words, (word) => word.charAt(0));
  }
}
