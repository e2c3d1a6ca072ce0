import { useState } from 'react';
import type { BulkChange } from '#shared/bulk/bulk-change.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { facts } from '#shared/facts/facts.ts';
import { isReference, isTypable, typedOf } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import { readWords, writeWords } from '#shared/formats/values/word-list.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import type { Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { localToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { CustomerLookup } from '../own-fields/customer-lookup.tsx';
import styles from './bulk.module.css';
import { BulkPreviewView } from './bulk-preview.tsx';

export type BulkKind = 'set' | 'tag' | 'follow-up' | 'delete';

const units = { set: 'customers', tag: 'tags', 'follow-up': 'customers', delete: 'binned' } as const;

export interface BulkDialogProps {
  kind: BulkKind;
  ids: readonly CustomerId[];
  onClose: () => void;
  /** After the bin the customers are no longer selected. */
  onDone: () => void;
}

/** What the button says before, and the toast after. */
const sentences = {
  set: { apply: 'bulk.apply', done: 'bulk.done' },
  tag: { apply: 'bulk.apply', done: 'bulk.done' },
  'follow-up': { apply: 'bulk.applyPlan', done: 'bulk.planned' },
  delete: { apply: 'bulk.applyDelete', done: 'bulk.deleted' },
} as const;

/** Says what will be done to the selected customers, shows what it comes to, and does it as one step that can be undone. */
export function BulkDialog({ kind, ids, onClose, onDone }: BulkDialogProps) {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const [field, setField] = useState('industry');
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(true);
  const [tagId, setTagId] = useState('');
  const [due, setDue] = useState<string | null>(() => fromEpochDay(toEpochDay(localToday()) + 7));
  const [title, setTitle] = useState(() => t('followUps.default'));
  const { data: tags = [] } = useEngineQuery('tags', (engine) => engine.catalogue('tag'));
  const customFields = useCustomFields();
  const words = useWords();
  const [newTag, setNewTag] = useState('');
  const named = cleanText(newTag);
  const known = tags.find((tag) => foldText(tag.name) === foldText(named));

  const typed = typedOf(field, { customFields, words });
  const choices = typed?.choices?.map(({ id, label }) => ({ id, label: label(t) }));

  const change = ((): BulkChange | null => {
    if (kind === 'delete') return { kind };
    // One of the choices has to be chosen first.
    if (kind === 'set') return typed?.isRequired === true && text === '' ? null : { kind, field, text };
    if (kind === 'follow-up') return due === null || title.trim() === '' ? null : { kind, due, title: title.trim() };
    const chosen = named === '' || !isAdding ? tagId : (known?.id ?? 'new');
    return chosen === '' ? null : { kind: isAdding ? 'add-tag' : 'remove-tag', tagId: chosen };
  })();
  const targets = change === null ? [] : ids.map((id) => ({ id, change }));
  const { data: preview } = useEngineQuery(
    `bulk:${JSON.stringify(change)}:${String(ids.length)}:${language}`,
    (engine) => engine.previewBulk(targets, language),
    { keepsPrevious: true, passing: true },
  );

  const apply = useOneAtATime(async () => {
    if (change === null) return;
    const count = preview?.changing ?? 0;
    const isNew = 'tagId' in change && change.tagId === 'new';
    const madeId = newId();
    const own = isNew ? { ...change, tagId: madeId } : change;
    const tag: Edit[] = isNew ? [{ table: 'tag', id: madeId, after: { id: madeId, name: named } }] : [];
    onClose();
    const committed = await commit(
      (engine) =>
        engine.commitBulk(
          ids.map((id) => ({ id, change: own })),
          kind === 'delete' ? 'customer/delete' : 'customer/bulk-edit',
          tag,
        ),
      t(sentences[kind].done, { count }),
    );
    if (committed && kind === 'delete') onDone();
  });

  const isOfCustomers = customFields.some((each) => customKey(each.id) === field && isReference(each));
  const own = customFields
    .filter((each) => isTypable(each) || isReference(each))
    .map(({ id, label }) => ({ id: customKey(id), label }));
  const changing = change === null ? 0 : (preview?.changing ?? 0);
  return (
    <Dialog
      title={t(`bulk.title.${kind}`, { count: ids.length })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={kind === 'delete' ? 'danger' : 'primary'}
            isDisabled={changing === 0}
            onPress={() => void apply()}
          >
            {t(sentences[kind].apply, { count: changing })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {kind === 'set' && (
          <>
            <PickList
              label={t('bulk.field')}
              isLabelShown
              placeholder={t('bulk.field')}
              autoFocus
              sections={[
                { id: 'facts', options: facts.map(({ key, label }) => ({ id: key, label: t(label) })) },
                { id: 'own', title: t('filters.group.custom'), options: own },
              ]}
              chosen={[field]}
              onChange={([chosen]) => {
                if (chosen !== undefined) setField(chosen);
                setText('');
              }}
            />
            {isOfCustomers && (
              <CustomerLookup
                key={field}
                label={t('bulk.value')}
                name=""
                description={t('bulk.valueHint')}
                onType={setText}
                onTake={setText}
              />
            )}
            {choices && typed?.isMultiple && (
              <PickList
                label={t('bulk.value')}
                isLabelShown
                isMultiple
                placeholder={t('bulk.empty')}
                sections={[{ id: field, options: choices }]}
                chosen={readWords(text)}
                onChange={(chosen) => {
                  setText(writeWords(chosen));
                }}
              />
            )}
            {choices && !typed?.isMultiple && (
              <Select
                label={t('bulk.value')}
                value={text}
                options={typed?.isRequired ? choices : [{ id: '', label: t('bulk.empty') }, ...choices]}
                onChange={setText}
              />
            )}
            {!isOfCustomers && !choices && (
              <TextField
                label={t('bulk.value')}
                value={text}
                onChange={setText}
                description={t('bulk.valueHint')}
                onEnter={() => void apply()}
              />
            )}
          </>
        )}
        {kind === 'tag' && (
          <>
            <SegmentedControl
              label={t('bulk.tagAction')}
              segments={[
                { id: 'add', label: t('bulk.addTag') },
                { id: 'remove', label: t('bulk.removeTag') },
              ]}
              value={isAdding ? 'add' : 'remove'}
              onChange={(id) => {
                setAdding(id === 'add');
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
                setTagId(chosen);
                setNewTag('');
              }}
            />
            {isAdding && (
              <TextField
                label={t('bulk.newTag')}
                value={newTag}
                maxLength={60}
                onChange={(typed) => {
                  setNewTag(typed);
                  setTagId('');
                }}
                onEnter={() => void apply()}
              />
            )}
          </>
        )}
        {kind === 'follow-up' && (
          <>
            <DateField label={t('bulk.due')} value={due} onChange={setDue} autoFocus />
            <TextField
              label={t('bulk.followUpTitle')}
              value={title}
              maxLength={300}
              onChange={setTitle}
              onEnter={() => void apply()}
            />
          </>
        )}
        {change !== null && <BulkPreviewView preview={preview} unit={units[kind]} newTag={named} />}
      </div>
    </Dialog>
  );
}
