import type { Ref } from 'react';
import { useT } from '../../../platform/language.tsx';
import { SearchField } from '../../../ui/fields/search-field.tsx';
import { useListState } from './list-state.ts';
import styles from './list.module.css';

interface CustomerSearchProps {
  inputRef: Ref<HTMLInputElement>;
  onType: () => void;
  onStep: (by: 1 | -1) => void;
}

/** Finds while it is typed; Enter and the arrow keys go into what was found. */
export function CustomerSearch({ inputRef, onType, onStep }: CustomerSearchProps) {
  const t = useT();
  const text = useListState((state) => state.text);
  const setText = useListState((state) => state.setText);
  return (
    <div className={styles.search}>
      <SearchField
        label={t('customers.search')}
        value={text}
        keys="/"
        inputRef={inputRef}
        onChange={(next) => {
          setText(next);
          onType();
        }}
        onEnter={() => {
          onStep(1);
        }}
        onArrow={(direction) => {
          onStep(direction === 'down' ? 1 : -1);
        }}
      />
    </div>
  );
}
