import { Plus } from 'lucide-react';
import { useState } from 'react';
import { tagColours, type Tag, type TagColour } from '#shared/domain/tag/tag.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FieldDialog } from '../fields/field-dialog.tsx';
import { FieldList } from '../fields/field-list.tsx';
import { useFieldUse } from '../fields/fields-panel.tsx';
import lineStyles from '../lines.module.css';
import styles from './tags.module.css';

interface TagDialogProps {
  /** `null` for a new one. */
  tag: Tag | null;
  count: number;
  onClose: () => void;
}

/** A tag's name and colour, and the fields that only customers with it have. */
export function TagDialog({ tag, count, onClose }: TagDialogProps) {
  const t = useT();
  const commit = useCommit();
  const tags = useTags();
  const [name, setName] = useState(tag?.name ?? '');
  const [colour, setColour] = useState<TagColour | 'plain'>(tag?.colour ?? 'plain');
  const clean = cleanText(name).replace(/^#/, '');
  const isTaken = [...tags.values()].some((each) => each.id !== tag?.id && foldText(each.name) === foldText(clean));
  const save = useOneAtATime(async () => {
    if (clean === '' || isTaken) return;
    const change = { name: clean, colour: colour === 'plain' ? undefined : colour };
    const id = tag?.id ?? newId();
    const written = await commit(
      (engine) =>
        engine.commit('tag/edit', [
          tag
            ? { table: 'tag', id, after: { ...draftOf(tag), ...change }, seen: tag.version }
            : { table: 'tag', id, after: { id, ...change } },
        ]),
      t('tags.saved', { tag: clean }),
    );
    if (written) onClose();
  });
  return (
    <Dialog
      title={tag ? t('tags.editOne', { tag: tag.name }) : t('tags.new')}
      isOpen
      onClose={onClose}
      footer={<SaveButtons isDisabled={clean === '' || isTaken} onSave={() => void save()} onCancel={onClose} />}
    >
      <div className={lineStyles.form}>
        <TextField
          label={t('tags.name')}
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          onEnter={() => void save()}
          description={tag && count > 0 ? t('tags.renameHint', { count }) : undefined}
          error={isTaken ? t('tags.taken') : undefined}
        />
        <div className={styles.colour}>
          <p className={lineStyles.hint} aria-hidden>
            {t('tags.colour')}
          </p>
          <SegmentedControl
            label={t('tags.colour')}
            segments={(['plain', ...tagColours] as const).map((id) => ({ id, label: t(`tags.colour.${id}`) }))}
            value={colour}
            onChange={setColour}
          />
        </div>
        {tag && <TagFields tag={tag} />}
      </div>
    </Dialog>
  );
}

function TagFields({ tag }: { tag: Tag }) {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const fields = useFieldDefinitions().filter((field) => field.tagId === tag.id);
  const counts = useFieldUse(fields);
  return (
    <section aria-label={t('tags.fields')} className={styles.fields}>
      <h3 className={lineStyles.subtitle}>{t('tags.fields')}</h3>
      <p className={lineStyles.hint}>{t('tags.fieldsHint')}</p>
      {fields.length > 0 && <FieldList label={t('tags.fields')} fields={fields} counts={counts} isNarrow />}
      <Button
        kind="quiet"
        size="small"
        edge="start"
        icon={<Plus />}
        onPress={() => {
          setAdding(true);
        }}
      >
        {t('fields.new')}
      </Button>
      {isAdding && (
        <FieldDialog
          field={null}
          fields={fields}
          tagId={tag.id}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}
