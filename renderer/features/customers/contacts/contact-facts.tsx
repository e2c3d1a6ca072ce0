import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { contactFacts } from '#shared/facts/facts.ts';
import { ways } from '#shared/reach/ways.ts';
import { useCurrency } from '../../../state/currency.ts';
import card from '../card/card.module.css';
import { FactRow } from '../card/fact-row.tsx';
import { contactOwner } from '../card/owner.ts';
import { ReachFact } from '../reach/reach-fact.tsx';
import styles from './contacts.module.css';

/** What is known of a contact person: who they are, how they are reached, and the rest. */
export function ContactFacts({ contact, dossier }: { contact: Contact; dossier: Dossier }) {
  const owner = contactOwner(dossier, contact, useCurrency());
  const rows = (isPrimary: boolean) =>
    contactFacts
      .filter((fact) => (fact.isPrimary === true) === isPrimary)
      .map((fact) => <FactRow key={fact.key} fact={fact} owner={owner} />);
  return (
    <dl className={`${card.facts ?? ''} ${styles.facts ?? ''}`}>
      {rows(true)}
      {ways.map((way) => (
        <ReachFact key={way} way={way} owner={owner} />
      ))}
      {rows(false)}
    </dl>
  );
}
