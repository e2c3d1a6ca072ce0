import type { WordList } from '#shared/domain/word/word.ts';
import type { ListedWord } from '#shared/words/list-words.ts';

/** Lists whose words are told apart one by one; places have a screen of their own. */
export type CountedList = Exclude<WordList, 'region'>;

/** Words that follow-ups have, not customers: nobody counts them, and none is joined into another. */
export function isOfFollowUps(list: CountedList): list is 'putOffReason' {
  return list === 'putOffReason';
}

/** A word with what it is called and how many customers have it. */
export interface CountedWord extends ListedWord {
  label: string;
  count: number;
}
