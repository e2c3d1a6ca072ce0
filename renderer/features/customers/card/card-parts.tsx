import { ChevronDown } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { sectionsOf, type CardSection } from '#shared/domain/settings/card-layout.ts';
import { useCardLayout } from '../../../display/archive-settings.ts';
import type { CardAnswer } from '../../../engine/api.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { ContactPersons } from '../contacts/contact-persons.tsx';
import { showsContacts } from '../contacts/shows-contacts.ts';
import { FilesBlock } from '../files/files-block.tsx';
import { RelationsBlock } from '../relations/relations-block.tsx';
import styles from './card.module.css';
import { Composer } from '../timeline/composer.tsx';
import { Facts } from './facts.tsx';
import { FollowUps } from '../follow-ups/follow-ups.tsx';
import { standingFirst } from './standing-parts.ts';
import { useSoughtEntry } from '../timeline/sought-entry.ts';
import { Timeline } from '../timeline/timeline.tsx';

interface CardPartsProps {
  /** Of the parts that may hold what somebody does with one customer. */
  turnedKey: number;
  card: CardAnswer;
  /** What happened with the customer is there too. */
  isWhole: boolean;
  onAddFiles: (files: readonly File[]) => void;
}

/** The parts of the card in the order of its kind of customer; those folded away come at the end once they are asked for. */
export function CardParts({ turnedKey, card, isWhole, onAddFiles }: CardPartsProps) {
  const t = useT();
  const join = useJoin();
  const { dossier } = card;
  const { id, kind } = dossier.customer;
  const [unfolded, setUnfolded] = useState<CustomerId | null>(null);
  const { shown, folded } = sectionsOf(useCardLayout(kind));
  const hasContacts = showsContacts(dossier);
  const away = folded.filter((section) => section !== 'contacts' || hasContacts);
  const isSought = useSoughtEntry((sought) => sought.customerId === id);
  // What is sought may stand in a part that is folded away, and stays there.
  if (isSought && unfolded !== id) setUnfolded(id);
  const isUnfolded = unfolded === id;
  const parts: Readonly<Record<CardSection, ReactNode>> = {
    facts: <Facts key={turnedKey} dossier={dossier} />,
    composer: <Composer dossier={dossier} />,
    followUps: <FollowUps dossier={dossier} />,
    contacts: hasContacts && <ContactPersons key={turnedKey} dossier={dossier} />,
    relations: <RelationsBlock key={turnedKey} dossier={dossier} />,
    files: <FilesBlock key={turnedKey} dossier={dossier} onAdd={onAddFiles} />,
    timeline: <Timeline card={card} />,
  };
  const all = [...shown, ...(isUnfolded ? away : [])];
  // Below a part that is still to come nothing is shown, so that nothing has to give way.
  const ready = isWhole ? all : standingFirst(all);
  return (
    <>
      {ready.map((section) => (
        <Fragment key={section}>{parts[section]}</Fragment>
      ))}
      {!isWhole && (
        <p className={styles.pending} role="status">
          {t('card.reading')}
        </p>
      )}
      {isWhole && away.length > 0 && !isUnfolded && (
        <div className={styles.unfold}>
          <Button
            kind="quiet"
            size="small"
            edge="start"
            icon={<ChevronDown />}
            onPress={() => {
              setUnfolded(id);
            }}
          >
            {t('cardLayout.unfold', { parts: join(away.map((section) => t(`cardLayout.section.${section}`))) })}
          </Button>
        </div>
      )}
    </>
  );
}
