import { useCallback, useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { cleanText } from '#shared/match/text.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { CardBlock } from './card-block.tsx';
import styles from './card.module.css';

/** The people who work for a company customer. */
export function ContactPersons({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const add = useCallback(() => {
    setAdding(true);
  }, []);
  const people = dossier.contact.filter((contact) => !contact.deletedAt);
  return (
    <CardBlock title={t('contacts.title')} addLabel={t('contacts.add')} onAdd={add}>
      <ul className={styles.followUps}>
        {people.map((contact) => (
          <li key={contact.id} className={styles.followUp}>
            <span className={styles.followUpTitle}>
              {contact.name}
              <span className={styles.factDetail}>
                {[contact.role && t(`role.${contact.role}`), contact.title].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span>{contact.phones.map(formatPhone).join(' / ')}</span>
          </li>
        ))}
      </ul>
      {isAdding && (
        <ContactDialog
          dossier={dossier}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </CardBlock>
  );
}

function ContactDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useT();
  const commit = useCommit();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [phone, setPhone] = useState('');

  const save = useOneAtATime(async () => {
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
              phones: normalizePhones(phone).map((reading) => reading.phone),
              emails: [],
              ims: [],
              origin: { kind: 'manual' },
            },
          },
        ]),
      t('contacts.added', { name: cleanText(name) }),
    );
    if (committed) onClose();
  });

  return (
    <Dialog
      title={t('contacts.add')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={cleanText(name) === ''} onPress={() => void save()}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('contacts.name')} value={name} onChange={setName} autoFocus />
        <TextField label={t('contacts.titleField')} value={title} onChange={setTitle} />
        <TextField label={t('contacts.phone')} value={phone} onChange={setPhone} onEnter={() => void save()} />
      </div>
    </Dialog>
  );
}
