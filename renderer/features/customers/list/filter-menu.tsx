import { Plus, SlidersHorizontal } from 'lucide-react';
import { classesByDimension, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { describeFilter } from '#shared/filter/describe.ts';
import type { Condition, Test } from '#shared/filter/filter.ts';
import { roundAmounts } from '#shared/money/currency.ts';
import { offeredCodes } from '#shared/words/coded-words.ts';
import { Menu, type MenuGroup } from '../../../ui/overlays/menu.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import type { FilterVocabulary } from '../filter/field-options.ts';
import { useListState } from '../list-state.ts';

const classDimensions = [
  'value',
  'lifecycle',
  'behaviour',
  'frequency',
  'risk',
  'type',
  'source',
] as const satisfies readonly Dimension[];
const contactAges = [30, 60, 90, 180];

/** Follow-ups by when they are due. */
const dueTests: Record<string, Test> = {
  overdue: { is: 'days', to: { inDays: -1 } },
  today: { is: 'days', from: { inDays: 0 }, to: { inDays: 0 } },
  week: { is: 'days', from: { inDays: 0 }, to: { inDays: 7 } },
};
/** Words of the user's own that are offered here: there may be thousands. */
const mostWords = 50;
const missing = { not: true, test: { is: 'filled' } } as const;

interface FilterMenuProps {
  words: FilterVocabulary;
  onEdit: () => void;
}

/** What lists are narrowed by most; the builder has the rest. */
export function FilterMenu({ words, onEdit }: FilterMenuProps) {
  const { t, tags, schemes } = words;
  const addCondition = useListState((state) => state.addCondition);

  const entry = (id: string, condition: Condition, label = describeFilter(words, condition), detail?: string) => ({
    id,
    label,
    ...(detail === undefined ? {} : { detail }),
    onAction: () => {
      addCondition(condition);
    },
  });
  const countsOf = (dimension: Dimension) => schemes.find((scheme) => scheme.dimension === dimension)?.classes ?? [];
  const classGroup = (dimension: Dimension, keys: readonly string[]): MenuGroup => {
    const counts = new Map(countsOf(dimension).map((each) => [each.class, each.count]));
    return {
      id: dimension,
      title: t(`dimension.${dimension}`),
      entries: keys.map((key) =>
        entry(
          `${dimension}-${key}`,
          { field: dimension, test: { is: 'any', of: [key] } },
          words.optionWord(dimension, key),
          counts.get(key)?.toLocaleString(),
        ),
      ),
    };
  };
  const regions = countsOf('region')
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 30)
    .map((region) => region.class);

  const classesOf = (dimension: Dimension): readonly string[] =>
    dimension === 'source'
      ? [...offeredCodes('source', words.listWords).slice(0, mostWords), 'unknown']
      : classesByDimension[dimension];
  const groups: MenuGroup[] = [
    {
      id: 'edit',
      entries: [{ id: 'edit', label: t('filters.edit'), keys: 'F', icon: <SlidersHorizontal />, onAction: onEdit }],
    },
    ...classDimensions.slice(0, 2).map((dimension) => classGroup(dimension, classesOf(dimension))),
    {
      id: 'contact',
      title: t('customers.filter.contact'),
      entries: [
        ...contactAges.map((days) =>
          entry(`age-${String(days)}`, {
            field: 'lastContact',
            not: true,
            test: { is: 'days', from: { inDays: -days } },
          }),
        ),
        ...Object.entries(dueTests).map(([id, test]) => entry(`due-${id}`, { field: 'followUp', test })),
        entry('due-none', { field: 'followUp', ...missing }),
      ],
    },
    ...(regions.length > 0 ? [classGroup('region', regions)] : []),
    ...classDimensions.slice(2).map((dimension) => classGroup(dimension, classesOf(dimension))),
    ...(tags.size > 0
      ? [
          {
            id: 'tags',
            title: t('field.tagIds'),
            entries: [...tags.values()]
              .slice(0, mostWords)
              .map((tag) => entry(`tag-${tag.id}`, { field: 'tagIds', test: { is: 'any', of: [tag.id] } }, tag.name)),
          },
        ]
      : []),
    {
      id: 'data',
      title: t('customers.filter.data'),
      entries: [
        ...roundAmounts(words.currency).map((minFen) =>
          entry(`revenue-${String(minFen)}`, { field: 'revenue', test: { is: 'between', min: minFen } }),
        ),
        ...(['phone', 'birthday', 'region', 'source'] as const).map((field) =>
          entry(`missing-${field}`, { field, ...missing }),
        ),
        entry('deleted', { field: 'deleted', test: { is: 'yes' } }),
      ],
    },
  ];

  return (
    <Menu
      label={t('customers.addFilter')}
      placement="bottom start"
      trigger={
        <ChipButton>
          <Plus aria-hidden="true" />
          {t('customers.addFilter')}
        </ChipButton>
      }
      groups={groups}
    />
  );
}
