import type { Tag } from '#shared/domain/tag/tag.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import type { BulkInput } from './wanted-change.ts';

interface TagFormProps {
  input: BulkInput;
  tags: readonly Tag[];
  onChange: (by: Partial<BulkInput>) => void;
  onEnter: () => void;
}

/** Which tag is given or taken away: one there is, or a new one. */
export function TagForm({ input: { isAdding, tagId, newTag }, tags, onChange, onEnter }: TagFormProps) {
  const t = useT();
  return (
    <>
      <SegmentedControl
        label={t('bulk.tagAction')}
        segments={[
          { id: 'add', label: t('bulk.addTag') },
          { id: 'remove', label: t('bulk.removeTag') },
        ]}
        value={isAdding ? 'add' : 'remove'}
        onChange={(id) => {
          onChange({ isAdding: id === 'add' });
        }}
      />
      <PickList
        label={t('bulk.tagName')}
        isLabelShown
        autoFocus
        placeholder={t('filters.pickValues')}
        sections={[{ id: 'tags', options: tags.map(({ id, name }) => ({ id, label: name })) }]}
        chosen={tagId === '' ? [] : [tagId]}
        onChange={([chosen = '']) => {
          onChange({ tagId: chosen, newTag: '' });
        }}
      />
      {isAdding && (
        <TextField
          label={t('bulk.newTag')}
          value={newTag}
          maxLength={60}
          onChange={(typed) => {
            onChange({ newTag: typed, tagId: '' });
          }}
          onEnter={onEnter}
        />
      )}
    </>
  );
}
