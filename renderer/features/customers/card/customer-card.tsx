import { memo } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useDescribeError } from '../../../platform/language.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { CardHeader } from './card-header.tsx';
import styles from './card.module.css';
import { ClassChips } from './class-chips.tsx';
import { Composer } from './composer.tsx';
import { ContactPersons } from './contact-persons.tsx';
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
  const describeError = useDescribeError();
  const options = { customerId: id };
  const { data: dossier, error } = useEngineQuery(`dossier:${id}`, (engine) => engine.dossier(id), options);
  const { data: classes } = useEngineQuery(`explain:${id}`, (engine) => engine.explain(id), options);

  if (error) return <EmptyState title={describeError(error)} />;
  if (!dossier) return <div className={styles.card} aria-busy="true" />;
  return (
    <article className={styles.card} aria-label={dossier.customer.name}>
      <CardHeader dossier={dossier} onClose={onClose} onStep={onStep} />
      <ClassChips classes={classes ?? []} />
      <Warnings dossier={dossier} />
      <Facts dossier={dossier} />
      <Composer customer={dossier.customer} />
      <FollowUps dossier={dossier} />
      {dossier.customer.kind !== 'person' && <ContactPersons dossier={dossier} />}
      <Timeline dossier={dossier} />
    </article>
  );
});
