import { useState } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { typedOf } from '#shared/facts/typed.ts';
import { cleanText } from '#shared/match/text.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import type { Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { localToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './bulk.module.css';
import { BulkPreviewView } from './bulk-preview.tsx';
import { BulkProgress, LeaveButton } from './bulk-progress.tsx';
import { SetForm } from './set-form.tsx';
import { TagForm } from './tag-form.tsx';
import { manyCustomers, useBulkWork } from './use-bulk-work.ts';
import { newTagId, wantedChange, type BulkInput, type BulkKind } from './wanted-change.ts';

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
  const tags = [...useTags().values()];
  const customFields = useCustomFields();
  const words = useWords();
  const [input, setInput] = useState<BulkInput>(() => ({
    field: 'industry',
    text: '',
    isAdding: true,
    tagId: '',
    newTag: '',
    due: addDays(localToday(), 7),
    title: t('followUps.default'),
  }));
  const typed = typedOf(input.field, { customFields, words });
  const change = wantedChange(kind, input, { isRequired: typed?.isRequired === true, tags });
  const { data, isStale } = useEngineQuery(
    `bulk:${JSON.stringify(change)}:${String(ids.length)}:${language}`,
    (engine) => engine.previewBulk(change === null ? [] : [{ ids, change }], language),
    { keepsPrevious: true, passing: true },
  );
  // Of very many another change is looked through for a while, and what the one before came to is no answer.
  const preview = isStale && ids.length > manyCustomers ? undefined : data;
  const changing = change === null ? 0 : (preview?.changing ?? 0);
  const newTag = cleanText(input.newTag);

  const work = async () => {
    if (change === null) return;
    const isNew = 'tagId' in change && change.tagId === newTagId;
    const madeId = newId();
    const own = isNew ? { ...change, tagId: madeId } : change;
    const tag: Edit[] = isNew ? [{ table: 'tag', id: madeId, after: { id: madeId, name: newTag } }] : [];
    const committed = await commit(
      (engine) =>
        engine.commitBulk([{ ids, change: own }], kind === 'delete' ? 'customer/delete' : 'customer/bulk-edit', tag),
      t(sentences[kind].done, { count: changing }),
    );
    if (!committed) return;
    onClose();
    if (kind === 'delete') onDone();
  };
  const { apply, isPending, stage, leave } = useBulkWork(ids.length, work, onClose);
  const form = {
    input,
    onChange: (by: Partial<BulkInput>) => {
      setInput((before) => ({ ...before, ...by }));
    },
    onEnter: () => void apply(),
  };
  return (
    <Dialog
      title={t(`bulk.title.${kind}`, { count: ids.length })}
      isOpen
      onClose={leave}
      footer={
        <>
          <LeaveButton stage={stage} onPress={leave} />
          <Button
            kind={kind === 'delete' ? 'danger' : 'primary'}
            isDisabled={changing === 0 && !isPending}
            isPending={isPending}
            onPress={() => void apply()}
          >
            {t(sentences[kind].apply, { count: changing })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {kind === 'set' && <SetForm {...form} typed={typed} customFields={customFields} />}
        {kind === 'tag' && <TagForm {...form} tags={tags} />}
        {kind === 'follow-up' && <PlanForm {...form} />}
        {change !== null && <BulkPreviewView preview={preview} unit={units[kind]} newTag={newTag} />}
        <BulkProgress stage={stage} />
      </div>
    </Dialog>
  );
}

interface PlanFormProps {
  input: BulkInput;
  onChange: (by: Partial<BulkInput>) => void;
  onEnter: () => void;
}

/** What is to be done next, and when. */
function PlanForm({ input: { due, title }, onChange, onEnter }: PlanFormProps) {
  const t = useT();
  return (
    <>
      <DateField
        label={t('bulk.due')}
        value={due}
        onChange={(day) => {
          onChange({ due: day });
        }}
        autoFocus
      />
      <TextField
        label={t('bulk.followUpTitle')}
        value={title}
        maxLength={300}
        onChange={(next) => {
          onChange({ title: next });
        }}
        onEnter={onEnter}
      />
    </>
  );
}
