import { contactRoles } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { cleanText } from '#shared/match/text.ts';
import { homeCountry } from '#shared/reach/home-country.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import card from '../card/card.module.css';

const blank = { name: '', title: '', role: null, phone: '' };

/** A new contact person with what one knows at once; everything else is typed where it then stands. */
export function ContactDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useT();
  const commit = useCommit();
  const currency = useCurrency();
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'contact', customerId: dossier.customerId },
    blank,
  );
  const { name, title, role, phone } = value;
  const isFirst = dossier.contact.every(({ deletedAt, leftOn }) => deletedAt !== undefined || leftOn !== undefined);

  const leave = () => {
    clear();
    onClose();
  };
  const save = useOneAtATime(async () => {
    if (cleanText(name) === '') return;
    const id = newId();
    const committed = await commit(
      (engine) =>
        engine.commit('contact/edit', [
          {
            table: 'contact',
            id,
            after: {
              id,
              customerId: dossier.customerId,
              name: cleanText(name),
              ...(cleanText(title) === '' ? {} : { title: cleanText(title) }),
              ...(role !== null && { role }),
              ...(isFirst && { primary: true }),
              phones: normalizePhones(phone, homeCountry(dossier.customer, currency)).map((reading) => reading.phone),
              emails: [],
              ims: [],
              origin: { kind: 'manual' },
            },
          },
        ]),
      t('contacts.added', { name: cleanText(name) }),
    );
    if (committed) leave();
  });

  return (
    <Dialog
      title={t('contacts.add')}
      isOpen
      onClose={onClose}
      size="small"
      footer={<SaveButtons isDisabled={cleanText(name) === ''} onSave={() => void save()} onCancel={leave} />}
    >
      <div className={card.form}>
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        <TextField
          label={t('contacts.name')}
          value={name}
          onChange={(next) => {
            change({ name: next });
          }}
          autoFocus
          onEnter={() => void save()}
        />
        <TextField
          label={t('contacts.titleField')}
          value={title}
          onChange={(next) => {
            change({ title: next });
          }}
          onEnter={() => void save()}
        />
        <Select
          label={t('contacts.role')}
          value={role ?? ''}
          options={[{ id: '', label: '—' }, ...contactRoles.map((id) => ({ id, label: t(`role.${id}`) }))]}
          onChange={(next) => {
            change({ role: next === '' ? null : next });
          }}
        />
        <TextField
          label={t('contacts.phone')}
          value={phone}
          onChange={(next) => {
            change({ phone: next });
          }}
          onEnter={() => void save()}
        />
      </div>
    </Dialog>
  );
}
