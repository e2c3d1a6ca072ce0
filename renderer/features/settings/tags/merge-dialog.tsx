import { useState } from 'react';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { usePending } from '../../../ui/keys/use-pending.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import lineStyles from '../lines.module.css';
import { fieldsAlike, haveBoth, planMerge } from './tag-plans.ts';

/** One tag goes into another: customers, saved views and the tag's own fields go along. */
export function MergeDialog({ tag, count, onClose }: { tag: Tag; count: number; onClose: () => void }) {
  const t = useT();
  const commit = useCommit();
  const tags = useTags();
  const fields = useFieldDefinitions();
  const [intoId, setIntoId] = useState<string | null>(null);
  const into = intoId === null ? undefined : tags.get(intoId);
  const others = [...tags.values()].filter((each) => each.id !== tag.id);
  const [merge, isPending] = usePending(async () => {
    if (!into) return;
    const written = await commit(
      async (engine) => {
        const pairs = fieldsAlike(tag, into, fields);
        const both = await engine.counts(pairs.map(haveBoth));
        const joined = pairs.filter((_, at) => both[at] === 0);
        const { rewrites, edits } = planMerge(tag, into, fields, joined);
        return engine.commitRewrite(rewrites, 'tag/merge', edits);
      },
      t('tags.merged', { from: tag.name, into: into.name }),
    );
    if (written) onClose();
  });
  return (
    <Dialog
      title={t('tags.mergeOne', { tag: tag.name })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons
          label={t('tags.mergeApply')}
          isDisabled={!into}
          isPending={isPending}
          onSave={() => void merge()}
          onCancel={onClose}
        />
      }
    >
      <div className={lineStyles.form}>
        <PickList
          label={t('tags.into')}
          placeholder={t('tags.into')}
          autoFocus
          sections={[{ id: 'tags', options: others.map(({ id, name }) => ({ id, label: name })) }]}
          chosen={intoId === null ? [] : [intoId]}
          onChange={([id = null]) => {
            setIntoId(id);
          }}
        />
        <p className={lineStyles.hint} role="status">
          {into && t('tags.mergeHint', { count, from: tag.name, into: into.name })}
        </p>
      </div>
    </Dialog>
  );
}
