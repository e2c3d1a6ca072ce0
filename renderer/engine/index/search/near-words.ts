import { beginsLike } from '#shared/match/edit-distance.ts';
import { foldText } from '#shared/match/text.ts';
import type { Columns } from '../columns/columns.ts';

const latinWord = /\p{Script=Latin}[\p{Script=Latin}'’]{3,}/gu;
/** More words like it than this: what was typed says too little. */
const mostWords = 12;

interface Word {
  text: string;
  bare: string;
}

/** The words in Latin letters in names and organisations, for what was typed with a slip. Made when first needed. */
export class NearWords {
  readonly #columns: Columns;
  #byFirst: Map<string, Word[]> | null = null;

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
    const bare = withoutAccents(typed);
    const words = (this.#byFirst.get(bare.charAt(0)) ?? []).filter((word) => beginsLike(word.bare, bare));
    return words.length > mostWords ? [] : words.map(({ text }) => text);
  }

  #gather(): Map<string, Word[]> {
    const { count, alive, texts } = this.#columns;
    const words = new Set<string>();
    for (let index = 0; index < count; index += 1) {
      if (alive[index] !== 1) continue;
      for (const text of [texts.name.at(index), texts.organization.at(index)]) {
        // Most names are Chinese.
        if (!/\p{Script=Latin}/u.test(text)) continue;
        for (const [word] of foldText(text).matchAll(latinWord)) words.add(word);
      }
    }
    const known = Array.from(words, (text): Word => ({ text, bare: withoutAccents(text) }));
    return Map.groupBy(known, ({ bare }) => bare.charAt(0));
  }
}

/** Few keyboards have the accents of other languages, and few people type the apostrophe of O’Neil. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\p{M}'’]/gu, '');
}
