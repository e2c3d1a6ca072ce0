import { useState } from 'react';
import type { CustomerId, Source } from '#shared/domain/customer/customer.ts';
import { sources } from '#shared/domain/customer/customer.ts';
import { draftCustomer } from '#shared/domain/customer/draft-customer.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import type { MatchHit, MatchKey } from '../../engine/api.ts';
import { useCommit } from '../../engine/use-commit.ts';
import { useEngineQuery } from '../../engine/use-engine-query.ts';
import { newId } from '../../platform/ids.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { SegmentedControl } from '../../ui/fields/segmented-control.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './new-customer-dialog.module.css';

interface NewCustomerDialogProps {
  name: string;
  onClose: () => void;
  onOpenCustomer: (id: CustomerId) => void;
}

/** One customer in as few keys as possible; who may be here already is shown while typing. */
export function NewCustomerDialog({ name: initialName, onClose, onOpenCustomer }: NewCustomerDialogProps) {
  const t = useT();
  const commit = useCommit();
  const [kind, setKind] = useState<'person' | 'company' | 'partner'>('person');
  const [name, setName] = useState(/^[\d\s+-]+$/.test(initialName) ? '' : initialName);
  const [phone, setPhone] = useState(/^[\d\s+-]+$/.test(initialName) ? initialName : '');
  const [organization, setOrganization] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const [note, setNote] = useState('');
  const [isSaving, setSaving] = useState(false);

  const keys: MatchKey[] = [
    ...(name.trim() === '' ? [] : [{ name: name.trim() }]),
    ...normalizePhones(phone).flatMap((reading) => (reading.phone.e164 ? [{ phone: reading.phone.e164 }] : [])),
  ];
  const { data: hits } = useEngineQuery<MatchHit[][]>(
    `matches ${JSON.stringify(keys)}`,
    (engine) => (keys.length === 0 ? Promise.resolve([]) : engine.matches(keys)),
    { keepsPrevious: true },
  );
  const duplicates = [...new Map((hits ?? []).flat().map((hit) => [hit.id, hit])).values()].slice(0, 3);

  // Ctrl+Enter in a field reaches both the field and the form.
  const save = useOneAtATime(async () => {
    if (name.trim() === '') return;
    setSaving(true);
    const draft = draftCustomer(newId() as CustomerId, {
      kind,
      name,
      phone,
      organization,
      note,
      ...(source ? { source } : {}),
    });
    const committed = await commit(
      (engine) => engine.commit('customer/create', [{ table: 'customer', id: draft.id, after: draft }]),
      t('new.created', { name: draft.name }),
    );
    setSaving(false);
    if (committed) onOpenCustomer(draft.id);
  });

  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            keys="Mod+Enter"
            isDisabled={name.trim() === '' || isSaving}
            onPress={() => void save()}
          >
            {t('new.create')}
          </Button>
        </>
      }
    >
      <div
        role="group"
        aria-label={t('new.title')}
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <SegmentedControl
          label={t('field.kind')}
          value={kind}
          onChange={setKind}
          segments={(['person', 'company', 'partner'] as const).map((id) => ({ id, label: t(`kind.${id}`) }))}
        />
        <TextField label={t('new.name')} value={name} onChange={setName} autoFocus onEnter={() => void save()} />
        <TextField
          label={t('new.phone')}
          description={t('new.phoneHint')}
          value={phone}
          onChange={setPhone}
          onEnter={() => void save()}
        />
        {duplicates.length > 0 && (
          <Banner tone="warn" title={t('new.duplicates')}>
            <div className={styles.duplicates}>
              {duplicates.map((hit) => (
                <Button
                  key={hit.id}
                  size="small"
                  onPress={() => {
                    onOpenCustomer(hit.id);
                  }}
                >
                  {t('new.openExisting', {
                    name: [hit.name, hit.phone].filter(Boolean).join(' '),
                  })}
                </Button>
              ))}
            </div>
          </Banner>
        )}
        {kind === 'person' && (
          <TextField label={t('new.organization')} value={organization} onChange={setOrganization} />
        )}
        <Select
          label={t('new.source')}
          value={source}
          onChange={setSource}
          options={sources.map((id) => ({ id, label: t(`class.source.${id}`) }))}
        />
        <TextArea label={t('new.note')} value={note} onChange={setNote} onSubmit={() => void save()} />
      </div>
    </Dialog>
  );
}
