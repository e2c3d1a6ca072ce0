import { useCallback, useState } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useT } from '../../../platform/language.tsx';
import { CardBlock } from '../card/card-block.tsx';
import { useFirstFew } from '../card/use-first-few.tsx';
import { ContactDialog } from '../dialogs.ts';
import { ContactPerson } from './contact-person.tsx';
import styles from './contacts.module.css';

const firstShown = 8;

/** The people who work for a company customer: the main one first, those who left last. */
export function ContactPersons({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const [openId, setOpen] = useState<string | null>(null);
  const add = useCallback(() => {
    setAdding(true);
  }, []);
  const people = dossier.contact.filter((contact) => !contact.deletedAt).toSorted((a, b) => rank(a) - rank(b));
  const { shown, others } = useFirstFew(people, firstShown);
  return (
    <CardBlock title={t('contacts.title')} addLabel={t('contacts.add')} onAdd={add}>
      <ul className={styles.people}>
        {shown.map((contact) => (
          <ContactPerson
            key={contact.id}
            contact={contact}
            dossier={dossier}
            isOpen={contact.id === openId}
            onToggle={() => {
              setOpen(contact.id === openId ? null : contact.id);
            }}
          />
        ))}
      </ul>
      {others}
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

function rank({ primary, leftOn }: Contact): number {
  if (leftOn !== undefined) return 2;
  return primary === true ? 0 : 1;
}
