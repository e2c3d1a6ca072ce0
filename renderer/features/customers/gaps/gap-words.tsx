import { customKey } from '#shared/filter/fields.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { listWords } from '#shared/words/list-words.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';

const mostOffered = 200;

/** The id of the words that are offered for a field; `undefined` where none are. */
export function wordsFor(key: GapKey, isMultiple: boolean): string | undefined {
  return isMultiple || key === 'industry' || key === 'size' || key === 'tagIds' ? `gap-words-${key}` : undefined;
}

/** What is offered while something is typed, once for all boxes of a field. */
export function GapWords({ keys }: { keys: readonly GapKey[] }) {
  const tags = useTags();
  const several = useCustomFields().filter((field) => field.type === 'choices' && keys.includes(customKey(field.id)));
  return (
    <>
      {(['industry', 'size'] as const).map((list) => keys.includes(list) && <ListWords key={list} list={list} />)}
      {keys.includes('tagIds') && <Words of="tagIds" words={Array.from(tags.values(), ({ name }) => name)} />}
      {several.map(({ id, options }) => (
        <Words key={id} of={customKey(id)} words={options} />
      ))}
    </>
  );
}

function ListWords({ list }: { list: 'industry' | 'size' }) {
  const words = useWords();
  const { data: uses = [] } = useEngineQuery(`value-use:${list}`, (engine) => engine.valueUse(list));
  const offered = listWords(
    list,
    uses.map(({ value }) => value),
    words,
  );
  return <Words of={list} words={offered.filter(({ isHidden }) => !isHidden).map(({ key }) => key)} />;
}

function Words({ of, words }: { of: GapKey; words: readonly string[] }) {
  return (
    <datalist id={wordsFor(of, true)}>
      {words.slice(0, mostOffered).map((word) => (
        <option key={word}>{word}</option>
      ))}
    </datalist>
  );
}
