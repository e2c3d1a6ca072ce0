import { codeName, offeredCodes, type CodedList } from '#shared/words/coded-words.ts';
import type { Word } from '#shared/domain/word/word.ts';
import type { Question } from '../engine/client/question.ts';
import { useQuestion } from '../engine/client/use-engine-query.ts';
import { useT } from '../platform/language.tsx';

const none: readonly Word[] = [];

export const wordsQuestion: Question<readonly Word[]> = {
  key: 'words',
  ask: (engine) => engine.keptWords(),
  concerns: 'catalogue',
};

/** What the user says about the words of all lists, deleted ones too: what they are called stays where they are in use. */
export function useWords(): readonly Word[] {
  return useQuestion(wordsQuestion).data ?? none;
}

/** The words of a list of codes. */
export interface CodeWords {
  name: (key: string) => string;
  /** Those that can be chosen; a hidden one only while it is chosen. */
  options: (chosen?: string) => { id: string; label: string }[];
}

export function useCodeWords(list: CodedList): CodeWords {
  const t = useT();
  const words = useWords();
  const name = (key: string): string => codeName(list, key, words, t);
  return {
    name,
    options: (chosen) => offeredCodes(list, words, chosen).map((id) => ({ id, label: name(id) })),
  };
}
