import { Users } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { longestSearch } from '#shared/filter/read-search.ts';
import { StarterOffer } from '../../../display/starter-offer.tsx';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { asksForGone, useFilterVocabulary } from '../filter/field-options.ts';
import { AddActions } from './add-actions.tsx';
import { useListState } from '../list-state.ts';

interface NobodyListedProps {
  isArchiveEmpty: boolean;
  /** Something was in the archive before. */
  hasHistory: boolean;
  typed: string;
  /** What was typed, without what is a condition. */
  name: string;
  onNew: (line: string) => void;
  onEditFilter: () => void;
}

/** In the place of a list that shows nobody: how to begin, or how to go on. */
export function NobodyListed({ isArchiveEmpty, hasHistory, typed, name, onNew, onEditFilter }: NobodyListedProps) {
  const t = useT();
  const { filter, showAll } = useListState(useShallow((state) => ({ filter: state.filter, showAll: state.showAll })));
  const isOfGone = asksForGone(filter, useFilterVocabulary());
  if (isArchiveEmpty) {
    return (
      <EmptyState
        icon={<Users />}
        title={t(hasHistory ? 'customers.none.title' : 'customers.empty.title')}
        actions={
          <>
            <StarterOffer />
            <AddActions
              onNew={() => {
                onNew('');
              }}
            />
          </>
        }
      >
        {t('customers.empty.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('customers.noMatch.title')}
      actions={
        <>
          <Button onPress={showAll}>{t('customers.clearFilters')}</Button>
          {isOfGone && <Button onPress={onEditFilter}>{t('filters.edit')}</Button>}
          {name !== '' && (
            <Button
              kind="primary"
              onPress={() => {
                onNew(name);
              }}
            >
              {t('customers.noMatch.create', { name })}
            </Button>
          )}
        </>
      }
    >
      {typed.length > longestSearch
        ? t('customers.noMatch.long', { count: longestSearch })
        : isOfGone
          ? t('customers.noMatch.gone')
          : t(name === '' ? 'customers.noMatch.filter' : 'customers.noMatch.text')}
    </EmptyState>
  );
}
