import { memo, useLayoutEffect, useRef } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { ContactPersons } from '../contacts/contact-persons.tsx';
import { FilesBlock } from '../files/files-block.tsx';
import { useFileArrivals } from '../files/use-file-arrivals.ts';
import { RelationsBlock } from '../relations/relations-block.tsx';
import { useCard, useRelations } from './card-questions.ts';
import { CardHeader } from './card-header.tsx';
import styles from './card.module.css';
import { ClassChips } from './class-chips.tsx';
import { Composer } from './composer.tsx';
import { Facts } from './facts.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Timeline } from './timeline.tsx';
import { Warnings } from './warnings.tsx';

interface CustomerCardProps {
  id: CustomerId;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}

/** Everything about one customer: who, why classified so, what is next, what was. */
export const CustomerCard = memo(function CustomerCard({ id, onClose, onStep }: CustomerCardProps) {
  const t = useT();
  const describeError = useDescribeError();
  const { data: answer, error } = useCard(id);
  // Asked at once with the rest, so that nothing moves when they come.
  const relations = useRelations(id);
  const { add, isOver, dropping } = useFileArrivals(answer?.dossier);
  const article = useRef<HTMLElement>(null);
  const isScrolled = useRef(false);
  // The next customer is read from the beginning. Only a card that was scrolled is asked, since asking lays out the page.
  useLayoutEffect(() => {
    if (isScrolled.current) article.current?.scrollTo(0, 0);
    isScrolled.current = false;
  }, [id]);

  if (error) return <EmptyState title={describeError(error)} />;
  if (!answer || (!relations.data && !relations.error)) return <div className={styles.card} aria-busy="true" />;
  const { dossier, classes, reading } = answer;
  const { customer } = dossier;
  // The card turns its page instead of being made anew; only what somebody may be typing into belongs to one customer.
  return (
    <article
      ref={article}
      className={styles.card}
      aria-label={customer.name}
      {...dropping}
      onScroll={() => {
        isScrolled.current = true;
      }}
    >
      {isOver && <p className={styles.dropHint}>{t('files.drop', { name: customer.name })}</p>}
      <CardHeader dossier={dossier} reading={reading} onClose={onClose} onStep={onStep} />
      <ClassChips classes={classes} />
      <Warnings dossier={dossier} />
      <Facts key={`facts:${id}`} dossier={dossier} />
      <Composer customer={customer} />
      <FollowUps dossier={dossier} />
      {customer.kind !== 'person' && <ContactPersons key={`contacts:${id}`} dossier={dossier} />}
      <RelationsBlock key={`relations:${id}`} dossier={dossier} />
      <FilesBlock key={`files:${id}`} dossier={dossier} onAdd={add} />
      <Timeline card={answer} />
    </article>
  );
});
