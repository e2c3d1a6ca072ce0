import { useState } from 'react';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { cleanText } from '#shared/match/text.ts';
import { MergeDialog } from '../../../display/merge/merge-dialog.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { LookupField } from '../../../ui/fields/lookup-field.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';

export interface MergeIntoDialogProps {
  customer: Customer;
  onClose: () => void;
  onMerged: (survivor: CustomerId) => void;
}

const offered = 8;

/** Looks up who a customer really is, then shows both side by side; the one looked up stays. */
export function MergeIntoDialog({ customer, onClose, onMerged }: MergeIntoDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [other, setOther] = useState<CustomerId | null>(null);
  const name = cleanText(text);
  const { data: found = [] } = useEngineQuery(
    `merge-search:${name}`,
    async (engine) => (name === '' ? [] : engine.search(name, offered + 1)),
    { keepsPrevious: true, passing: true },
  );
  if (other !== null) {
    return <MergeDialog ids={[customer.id, other]} survivor={other} onClose={onClose} onMerged={onMerged} />;
  }
  const customers = found.filter(({ id, deleted }) => id !== customer.id && !deleted).slice(0, offered);
  return (
    <Dialog
      isOpen
      title={t('merge.intoTitle', { name: customer.name })}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('ui.cancel')}</Button>}
    >
      <LookupField
        label={t('merge.who')}
        description={t('merge.whoHint')}
        text={text}
        noneFound={t('merge.noneFound')}
        options={customers.map(({ id, name: label, organization, phone }) => ({
          id,
          label,
          detail: [organization, phone].filter(Boolean).join(' · '),
        }))}
        autoFocus
        onType={setText}
        onTake={(id) => {
          setOther(customers.find((each) => each.id === id)?.id ?? null);
        }}
      />
    </Dialog>
  );
}
