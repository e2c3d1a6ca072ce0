import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { cleanText } from '#shared/match/text.ts';
import type { Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ChipButton, RemovableChip } from '../../../ui/text/chip.tsx';
import styles from './card.module.css';

/** The tags of a customer; a new word becomes a new tag. */
export function TagsFact({ customer, tags }: { customer: Customer; tags: readonly Tag[] }) {
  const t = useT();
  const commit = useCommit();
  const [text, setText] = useState<string | null>(null);
  const label = t('field.tagIds');

  const setTags = (tagIds: string[], newTags: Edit[] = []) =>
    commit(
      (engine) =>
        engine.commit('customer/edit', [
          ...newTags,
          { table: 'customer', id: customer.id, after: { ...draftOf(customer), tagIds }, seen: customer.version },
        ]),
      t('facts.saved', { field: label }),
    );
  const add = async () => {
    const name = cleanText(text ?? '').replace(/^#/, '');
    setText(null);
    if (name === '') return;
    const known = tags.find((tag) => tag.name === name);
    if (known && customer.tagIds.includes(known.id)) return;
    const id = known?.id ?? newId();
    await setTags([...customer.tagIds, id], known ? [] : [{ table: 'tag', id, after: { id, name } }]);
  };

  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd className={styles.chipGroup}>
        {customer.tagIds.map((id) => (
          <RemovableChip
            key={id}
            tone="plain"
            label={tags.find((tag) => tag.id === id)?.name ?? '…'}
            onRemove={() => void setTags(customer.tagIds.filter((other) => other !== id))}
          />
        ))}
        {text === null ? (
          <ChipButton
            aria-label={t('facts.add', { field: label })}
            onPress={() => {
              setText('');
            }}
          >
            <Plus aria-hidden="true" />
          </ChipButton>
        ) : (
          <TextField
            label={label}
            isLabelHidden
            autoFocus
            value={text}
            onChange={setText}
            onEnter={() => void add()}
            onEscape={() => {
              setText(null);
            }}
            onBlur={() => void add()}
          />
        )}
      </dd>
    </div>
  );
}
