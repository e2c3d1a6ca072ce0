import { useEffect, useMemo, useState, type RefObject } from 'react';
import { customKey, type CustomKey } from '#shared/filter/fields.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { listWords } from '#shared/words/list-words.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { offerWords } from './offer-words.ts';

/** The id of the words that are offered for a field; `undefined` where none are. */
export function wordsFor(key: GapKey, isMultiple: boolean): string | undefined {
  return isMultiple || key === 'industry' || key === 'size' || key === 'tagIds' ? `gap-words-${key}` : undefined;
}

interface GapWordsProps {
  keys: readonly GapKey[];
  /** Where the boxes are. */
  boxes: RefObject<HTMLElement | null>;
}

/** What is offered while something is typed, once for all boxes of a field. */
export function GapWords({ keys, boxes }: GapWordsProps) {
  const typed = useTyped(boxes);
  const several = useCustomFields().filter((field) => field.type === 'choices' && keys.includes(customKey(field.id)));
  return (
    <>
      {(['industry', 'size'] as const).map(
        (list) => keys.includes(list) && <ListWords key={list} list={list} typed={typed} />,
      )}
      {keys.includes('tagIds') && <TagWords typed={typed} />}
      {several.map(({ id, options }) => (
        <Words key={id} of={customKey(id)} words={options} typed={typed} />
      ))}
    </>
  );
}

/** What stands in the box that was typed into last. */
function useTyped(boxes: RefObject<HTMLElement | null>): string {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const read = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) setTyped(target.value);
    };
    const element = boxes.current;
    for (const name of ['input', 'focusin']) element?.addEventListener(name, read);
    return () => {
      for (const name of ['input', 'focusin']) element?.removeEventListener(name, read);
    };
  }, [boxes]);
  return typed;
}

interface OfferProps {
  typed: string;
}

function ListWords({ list, typed }: OfferProps & { list: 'industry' | 'size' }) {
  const words = useWords();
  const { data: uses = [] } = useEngineQuery(`value-use:${list}`, (engine) => engine.valueUse(list));
  const offered = listWords(
    list,
    uses.map(({ value }) => value),
    words,
  );
  return <Words of={list} words={offered.filter(({ isHidden }) => !isHidden).map(({ key }) => key)} typed={typed} />;
}

/** Tags are counted by their ids. */
function TagWords({ typed }: OfferProps) {
  const tags = useTags();
  const ids = useMemo(() => new Map(Array.from(tags.values(), ({ id, name }) => [name, id])), [tags]);
  return <Words of="tagIds" words={[...ids.keys()]} keyOf={(name) => ids.get(name) ?? ''} typed={typed} />;
}

interface WordsProps extends OfferProps {
  of: 'industry' | 'size' | 'tagIds' | CustomKey;
  words: readonly string[];
  /** What a word is counted by. */
  keyOf?: (word: string) => string;
}

function Words({ of, words, keyOf = (word) => word, typed }: WordsProps) {
  const { data: uses } = useEngineQuery(`value-use:${of}`, (engine) => engine.valueUse(of));
  const counts = useMemo(() => new Map(uses?.map(({ value, count }) => [value, count])), [uses]);
  return (
    <datalist id={wordsFor(of, true)}>
      {offerWords(words, (word) => counts.get(keyOf(word)) ?? 0, typed).map((word) => (
        <option key={word}>{word}</option>
      ))}
    </datalist>
  );
}
