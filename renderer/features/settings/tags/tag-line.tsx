import { Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { customKey } from '#shared/filter/fields.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import lineStyles from '../lines.module.css';
import { planFieldsOfDeletion } from './tag-plans.ts';
import styles from './tags.module.css';

interface TagLineProps {
  tag: Tag;
  count: number;
  place: number;
  total: number;
  topPx: number;
}

export function TagLine({ tag, count, place, total, topPx }: TagLineProps) {
  const t = useT();
  const join = useJoin();
  const commit = useCommit();
  const [isOpen, setOpen] = useState<'edit' | 'merge' | null>(null);
  const definitions = useFieldDefinitions();
  const own = definitions.filter((field) => field.tagId === tag.id);
  const close = () => {
    setOpen(null);
  };
  const remove = () => {
    let kept = 0;
    const write = async (engine: Engine) => {
      const counts = await engine.fieldUse(own.map(({ id }) => customKey(id)));
      kept = counts.filter((each) => each > 0).length;
      const countOf = (field: CustomField) => counts[own.indexOf(field)] ?? 0;
      return engine.commitRewrite([{ kind: 'words', field: 'tagIds', renames: { [tag.id]: null } }], 'tag/delete', [
        { table: 'tag', id: tag.id, after: null },
        ...planFieldsOfDeletion(tag, definitions, countOf),
      ]);
    };
    void commit(write, () => {
      const done = t('tags.deleted', { tag: tag.name, count });
      return kept === 0 ? done : `${done}${t('tags.fieldsKept', { count: kept })}`;
    });
  };
  return (
    <li
      className={styles.line}
      aria-posinset={place}
      aria-setsize={total}
      style={{ transform: `translateY(${String(topPx)}px)` }}
    >
      <ChipButton
        tone={tag.colour ?? 'plain'}
        aria-label={t('tags.editOne', { tag: tag.name })}
        onPress={() => {
          setOpen('edit');
        }}
      >
        #{tag.name}
      </ChipButton>
      <span className={styles.about}>
        {join(own.filter((field) => field.archived !== true).map((field) => field.label))}
      </span>
      <span className={lineStyles.count}>{t('fields.count', { count })}</span>
      <Menu
        label={t('tags.more', { tag: tag.name })}
        trigger={<IconButton size="small" label={t('tags.more', { tag: tag.name })} icon={<Ellipsis />} />}
        groups={[
          {
            id: 'all',
            entries: [
              {
                id: 'edit',
                label: t('tags.edit'),
                icon: <Pencil />,
                onAction: () => {
                  setOpen('edit');
                },
              },
              {
                id: 'merge',
                label: t('tags.merge'),
                icon: <Merge />,
                onAction: () => {
                  setOpen('merge');
                },
              },
              { id: 'delete', label: t('tags.delete'), icon: <Trash2 />, onAction: remove },
            ],
          },
        ]}
      />
      {isOpen === 'edit' && <TagDialog tag={tag} count={count} onClose={close} />}
      {isOpen === 'merge' && <MergeDialog tag={tag} count={count} onClose={close} />}
    </li>
  );
}
