import { ChevronDown } from 'lucide-react';
import { dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import type { SchemeOverview } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { ChipButton, RemovableChip } from '../../../ui/text/chip.tsx';
import { columnIds, columnMeta, hiddenAtFirst } from './columns.tsx';
import { describeFilter } from './describe-filter.ts';
import { FilterMenu } from './filter-menu.tsx';
import { useListState } from './list-state.ts';
import styles from './list.module.css';

interface ListToolbarProps {
  tags: readonly Tag[];
  schemes: readonly SchemeOverview[];
}

/** Filter chips on the left; grouping and columns on the right. */
export function ListToolbar({ tags, schemes }: ListToolbarProps) {
  const t = useT();
  const classWord = useClassWord();
  const { filters, removeFilter, clearFilters, groupBy, setGroupBy, hiddenColumns, setHiddenColumns } = useListState();
  const visibility: Record<string, boolean> = { ...hiddenAtFirst, ...hiddenColumns };

  return (
    <>
      {filters.map((filter, index) => (
        <RemovableChip
          key={JSON.stringify(filter)}
          label={describeFilter(t, filter, classWord, tags)}
          onRemove={() => {
            removeFilter(index);
          }}
        />
      ))}
      <FilterMenu tags={tags} schemes={schemes} />
      {filters.length > 1 && <ChipButton onPress={clearFilters}>{t('customers.clearFilters')}</ChipButton>}
      <span className={styles.push} />
      <Menu
        label={t('customers.group')}
        trigger={
          <ChipButton tone={groupBy ? 'action' : 'plain'}>
            {groupBy ? t('customers.groupedBy', { dimension: t(`dimension.${groupBy}`) }) : t('customers.group')}
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
            entries: dimensions.map((dimension) => ({
              id: dimension,
              label: t(`dimension.${dimension}`),
              isChecked: groupBy === dimension,
              onAction: () => {
                setGroupBy(dimension);
              },
            })),
          },
        ]}
      />
      <Menu
        label={t('customers.columns')}
        trigger={
          <ChipButton>
            {t('customers.columns')}
            <ChevronDown aria-hidden="true" />
          </ChipButton>
        }
        groups={[
          {
            id: 'columns',
            entries: columnIds
              .filter((id) => id !== 'name')
              .map((id) => ({
                id,
                label: t(columnMeta(id).label),
                isChecked: visibility[id] !== false,
                onAction: () => {
                  setHiddenColumns({ ...hiddenColumns, [id]: visibility[id] === false });
                },
              })),
          },
        ]}
      />
    </>
  );
}
