import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import { useTags } from '../../../display/use-tags.ts';
import type { Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { ChipButton, RemovableChip } from '../../../ui/text/chip.tsx';
import { SuggestField } from '../../../ui/fields/suggest-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import styles from './card.module.css';
import { FactHistory } from './fact-history.tsx';
import { useOwnerCommit, type Owner } from './owner.ts';
import { useFirstFew } from './use-first-few.tsx';
import { usePutBack } from './use-put-back.ts';

const mostOffered = 8;
const firstShown = 20;

/** The tags of a customer; a new word becomes a new tag. */
export function TagsFact({ owner }: { owner: Owner<Customer> }) {
  const t = useT();
  const { record: customer, history } = owner;
  const save = useOwnerCommit(owner);
  const putBack = usePutBack();
  const tags = useTags();
  const [text, setText] = useState<string | null>(null);
  const label = t('field.tagIds');

  const setTags = (tagIds: string[], newTags: Edit[] = []) =>
    save({ ...draftOf(customer), tagIds }, t('facts.saved', { field: label }), newTags);
  const add = async (word: string) => {
    const name = cleanText(word).replace(/^#/, '');
    setText(null);
    if (name === '') return;
    const known = [...tags.values()].find((tag) => foldText(tag.name) === foldText(name));
    if (known && customer.tagIds.includes(known.id)) return;
    const id = known?.id ?? newId();
    await setTags([...customer.tagIds, id], known ? [] : [{ table: 'tag', id, after: { id, name } }]);
  };

  const { shown, others } = useFirstFew(customer.tagIds, firstShown);

  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd className={styles.chipGroup}>
        {shown.map((id) => (
          <RemovableChip
            key={id}
            tone={tags.get(id)?.colour ?? 'plain'}
            label={tags.get(id)?.name ?? '…'}
            onRemove={() => void setTags(customer.tagIds.filter((other) => other !== id))}
          />
        ))}
        {others}
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
          <SuggestField
            label={label}
            value={text}
            suggestions={suggested(
              text,
              [...tags.values()].filter((tag) => !customer.tagIds.includes(tag.id)),
            )}
            onChange={setText}
            onTake={(word) => void add(word)}
            onClose={() => {
              setText(null);
            }}
          />
        )}
      </dd>
      <dd className={classNames(styles.factTools, styles.byName)}>
        <FactHistory
          label={label}
          record={customer}
          isFilled={customer.tagIds.length > 0}
          entries={history.filter(({ field }) => field === 'tagIds')}
          onPutBack={(entry) =>
            void putBack(entry, (before) => setTags((Array.isArray(before) ? before : []).filter((id) => tags.has(id))))
          }
        />
      </dd>
    </div>
  );
}

/** Tags that begin with the text, then those that hold it. */
function suggested(text: string, tags: readonly { name: string }[]): string[] {
  const wanted = foldText(cleanText(text).replace(/^#/, ''));
  if (wanted === '') return [];
  const found = tags.map(({ name }) => name).filter((name) => foldText(name).includes(wanted));
  const first = found.filter((name) => foldText(name).startsWith(wanted));
  return [...new Set([...first, ...found])].slice(0, mostOffered);
}
