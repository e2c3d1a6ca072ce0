import type { WordList } from '#shared/domain/word/word.ts';
import { listWords } from '#shared/words/list-words.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { TextField, type TextFieldProps } from '../../../ui/fields/text-field.tsx';

const mostOffered = 200;

/** Facts that are words of a list which the user keeps. */
const offeredFor = ['industry', 'size', 'sourceDetail'] as const satisfies WordList[];
type OfferedList = (typeof offeredFor)[number];

export function listOf(factKey: string): OfferedList | null {
  return offeredFor.find((list) => list === factKey) ?? null;
}

/** A box that offers the words of a list, those of the user's own order first, and none that is hidden. */
export function WordField({ list, ...field }: TextFieldProps & { list: OfferedList }) {
  const words = useWords();
  const { data: uses = [] } = useEngineQuery(`value-use:${list}`, (engine) => engine.valueUse(list));
  const natural = uses.map(({ value }) => value);
  const suggestions = listWords(list, natural, words)
    .filter(({ isHidden }) => !isHidden)
    .slice(0, mostOffered)
    .map(({ key }) => key);
  return <TextField {...field} suggestions={suggestions} />;
}
