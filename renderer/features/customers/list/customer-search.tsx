import type { Ref } from 'react';
import { completeSearch, readSearch } from '#shared/filter/read-search.ts';
import { localToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { useArrival } from '../../../state/navigation.ts';
import { SearchField } from '../../../ui/fields/search-field.tsx';
import { useCompletionChoices, useOwnOperators } from '../filter/search-choices.ts';
import { useListState } from '../list-state.ts';
import styles from './list.module.css';

interface CustomerSearchProps {
  inputRef: Ref<HTMLInputElement>;
  /** Told before the line is what was typed. */
  onType: (line: string) => void;
  onStep: (by: 1 | -1) => void;
  /** Enter, and nothing of what is typed is to become a condition. */
  onEnter: () => void;
  /** Escape in the empty box. */
  onLeave: () => void;
}

/**
 * Finds while it is typed; Enter and the arrow keys go into what was found. Operators (`地区:杭州`) hold while they are typed,
 * and Enter puts them among the conditions of the list. Escape empties the box, then goes into the list.
 */
export function CustomerSearch({ inputRef, onType, onStep, onEnter, onLeave }: CustomerSearchProps) {
  const t = useT();
  const text = useListState((state) => state.text);
  const setText = useListState((state) => state.setText);
  const addCondition = useListState((state) => state.addCondition);
  const searchAll = useListState((state) => state.searchAll);
  useArrival('customers', ({ search }) => {
    if (search !== undefined) searchAll(search);
  });
  const language = useLanguage();
  const choicesOf = useCompletionChoices(text);
  const own = useOwnOperators();
  const currency = useCurrency();
  const completions = completeSearch(text, language, choicesOf, own);

  const enter = () => {
    const { text: rest, conditions } = readSearch(text, choicesOf, currency, own, localToday());
    if (conditions.length === 0) {
      onEnter();
      return;
    }
    for (const condition of conditions) addCondition(condition);
    setText(rest);
  };
  return (
    <div className={styles.search}>
      <SearchField
        label={t('customers.search')}
        value={text}
        keys="/"
        inputRef={inputRef}
        onChange={(next) => {
          onType(next);
          setText(next);
        }}
        onEnter={enter}
        onLeave={onLeave}
        suggestions={{
          label: t('search.complete'),
          texts: completions.map(({ word }) => word),
          onTake: (at) => {
            const line = completions[at]?.line ?? text;
            onType(line);
            setText(line);
          },
        }}
        onArrow={(direction) => {
          onStep(direction === 'down' ? 1 : -1);
        }}
      />
    </div>
  );
}
