import { Plus } from 'lucide-react';
import { classesByDimension, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import type { Filter, SchemeOverview } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Menu, type MenuGroup } from '../../../ui/overlays/menu.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import { describeFilter } from './describe-filter.ts';
import { useListState } from './list-state.ts';

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
const revenues = [100_000, 1_000_000, 5_000_000];

interface FilterMenuProps {
  tags: readonly Tag[];
  schemes: readonly SchemeOverview[];
}

/** Everything the list can be narrowed by. */
export function FilterMenu({ tags, schemes }: FilterMenuProps) {
  const t = useT();
  const classWord = useClassWord();
  const addFilter = useListState((state) => state.addFilter);

  const entry = (id: string, filter: Filter, label = describeFilter(t, filter, classWord, tags), detail?: string) => ({
    id,
    label,
    ...(detail === undefined ? {} : { detail }),
    onAction: () => {
      addFilter(filter);
    },
  });
  const countOf = (dimension: Dimension, key: string) =>
    schemes.find((scheme) => scheme.dimension === dimension)?.classes.find((entryClass) => entryClass.class === key)
      ?.count;
  const classGroup = (dimension: Dimension, keys: readonly string[]): MenuGroup => ({
    id: dimension,
    title: t(`dimension.${dimension}`),
    entries: keys.map((key) =>
      entry(
        `${dimension}-${key}`,
        { type: 'class', dimension, classes: [key] },
        classWord(dimension, key),
        countOf(dimension, key)?.toLocaleString(),
      ),
    ),
  });
  const regions = (schemes.find((scheme) => scheme.dimension === 'region')?.classes ?? [])
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 30)
    .map((region) => region.class);

  const groups: MenuGroup[] = [
    ...classDimensions.slice(0, 2).map((dimension) => classGroup(dimension, classesByDimension[dimension])),
    {
      id: 'contact',
      title: t('customers.filter.contact'),
      entries: [
        ...contactAges.map((days) => entry(`age-${String(days)}`, { type: 'contact-age', olderThanDays: days })),
        ...(['overdue', 'today', 'week', 'none'] as const).map((due) =>
          entry(`due-${due}`, { type: 'follow-up', due }),
        ),
      ],
    },
    ...(regions.length > 0 ? [classGroup('region', regions)] : []),
    ...classDimensions.slice(2).map((dimension) => classGroup(dimension, classesByDimension[dimension])),
    ...(tags.length > 0
      ? [
          {
            id: 'tags',
            title: t('field.tagIds'),
            entries: tags.slice(0, 50).map((tag) => entry(`tag-${tag.id}`, { type: 'tag', tagId: tag.id }, tag.name)),
          },
        ]
      : []),
    {
      id: 'data',
      title: t('customers.filter.data'),
      entries: [
        ...revenues.map((minFen) => entry(`revenue-${String(minFen)}`, { type: 'revenue', minFen })),
        ...(['phone', 'birthday', 'region', 'source'] as const).map((field) =>
          entry(`missing-${field}`, { type: 'missing', field }),
        ),
        entry('deleted', { type: 'deleted' }),
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
