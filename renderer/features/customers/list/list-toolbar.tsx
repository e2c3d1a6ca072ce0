import { ChevronDown, Download, ListChecks, ListPlus, Printer } from 'lucide-react';
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import { describeFilter, fieldLabel } from '#shared/filter/describe.ts';
import { customKey } from '#shared/filter/fields.ts';
import { isGroup, noFilter, type Filter } from '#shared/filter/filter.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { asksForGone, useFilterVocabulary } from '../filter/field-options.ts';
import { ChipButton, RemovableChip } from '../../../ui/text/chip.tsx';
import { ColumnsPanel } from '../columns/columns-panel.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { useListState } from '../list-state.ts';
import styles from './list.module.css';

interface ListToolbarProps {
  onEditFilter: () => void;
  /** Everybody whom the list shows, on paper or in a file. */
  onTakeOut: (how: 'print' | 'export') => void;
}

/** Whether the list is of those who lack something. */
function asksForGaps(part: Filter): boolean {
  if (isGroup(part)) return part.parts.some(asksForGaps);
  return part.field === 'completeness' || (part.test.is === 'filled' && part.not === true);
}

/** Filter chips on the left; grouping and columns on the right. */
export const ListToolbar = memo(function ListToolbar({ onEditFilter, onTakeOut }: ListToolbarProps) {
  const t = useT();
  const words = useFilterVocabulary();
  const { filter, setFilter, removePart, showAll, groupBy, setGroupBy } = useListState(
    useShallow((state) => ({
      filter: state.filter,
      setFilter: state.setFilter,
      removePart: state.removePart,
      showAll: state.showAll,
      groupBy: state.groupBy,
      setGroupBy: state.setGroupBy,
    })),
  );

  const ownChoices = words.customFields
    .filter(({ type, archived }) => type === 'choice' && archived !== true)
    .map(({ id, label }) => ({
      id: customKey(id),
      label,
      isChecked: groupBy === customKey(id),
      onAction: () => {
        setGroupBy(customKey(id));
      },
    }));

  return (
    <>
      {filter.join === 'and' && filter.not !== true ? (
        filter.parts.map((part, at) => (
          <RemovableChip
            key={JSON.stringify(part)}
            label={describeFilter(words, part)}
            tone={asksForGone(part, words) ? 'warn' : 'action'}
            onPress={onEditFilter}
            onRemove={() => {
              removePart(at);
            }}
          />
        ))
      ) : (
        <RemovableChip
          label={describeFilter(words, filter)}
          tone={asksForGone(filter, words) ? 'warn' : 'action'}
          onPress={onEditFilter}
          onRemove={() => {
            setFilter(noFilter);
          }}
        />
      )}
      <FilterMenu words={words} onEdit={onEditFilter} />
      {filter.parts.length > 1 && <ChipButton onPress={showAll}>{t('customers.clearFilters')}</ChipButton>}
      {filter.parts.some(asksForGaps) && (
        <Button
          size="small"
          icon={<ListPlus />}
          onPress={() => {
            navigate({ screen: 'gaps' });
          }}
        >
          {t('gaps.title')}
        </Button>
      )}
      {filter.parts.some((part) => !isGroup(part) && part.field === 'checkDue' && part.not !== true) && (
        <Button
          kind="primary"
          size="small"
          icon={<ListChecks />}
          onPress={() => {
            navigate({ screen: 'check-up' });
          }}
        >
          {t('checkUp.start')}
        </Button>
      )}
      <div className={styles.listTools}>
        <Menu
          label={t('customers.group')}
          trigger={
            <ChipButton tone={groupBy ? 'action' : 'plain'}>
              {groupBy ? t('customers.groupedBy', { dimension: fieldLabel(words, groupBy) }) : t('customers.group')}
              <ChevronDown aria-hidden="true" />
            </ChipButton>
          }
          groups={[
            {
              id: 'none',
              entries: [
                {
                  id: 'none',
                  label: t('customers.noGroups'),
                  isChecked: groupBy === undefined,
                  onAction: () => {
                    setGroupBy(undefined);
                  },
                },
              ],
            },
            {
              id: 'dimensions',
              entries: [...dimensions, 'campaign' as const].map((dimension) => ({
                id: dimension,
                label: fieldLabel(words, dimension),
                isChecked: groupBy === dimension,
                onAction: () => {
                  setGroupBy(dimension);
                },
              })),
            },
            ...(ownChoices.length > 0 ? [{ id: 'own', title: t('filters.group.custom'), entries: ownChoices }] : []),
          ]}
        />
        <ColumnsPanel />
        <IconButton
          size="small"
          label={t('print.shown')}
          icon={<Printer />}
          onPress={() => {
            onTakeOut('print');
          }}
        />
        <IconButton
          size="small"
          label={t('exports.open')}
          icon={<Download />}
          onPress={() => {
            onTakeOut('export');
          }}
        />
      </div>
    </>
  );
});
