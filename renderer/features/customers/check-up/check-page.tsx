import { useEffect, useRef } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { CustomerLink } from '../../../display/customer-link.tsx';
import { ClassWord } from '../../../display/class-word.tsx';
import type { CardAnswer } from '../../../engine/api.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { useCard } from '../card/card-questions.ts';
import { Facts } from '../card/facts.tsx';
import { Completeness, useSayVerified } from '../card/freshness.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { Warnings } from '../card/warnings.tsx';
import { ContactPersons } from '../contacts/contact-persons.tsx';
import { showsContacts } from '../contacts/shows-contacts.ts';
import cardStyles from '../card/card.module.css';
import styles from './check-up.module.css';
import { Checking } from './checking.ts';
import { useSitting } from './sitting.ts';
import { useCheckDeeds } from './use-check-deeds.ts';

/** The details of one customer, to be gone through with whoever is on the phone. */
export function CheckPage({ id }: { id: CustomerId }) {
  const t = useT();
  const describeError = useDescribeError();
  const turn = useSitting((state) => state.turn);
  const { data: card, error, isWhole } = useCard(id);
  if (error) {
    return (
      <EmptyState
        title={describeError(error)}
        actions={
          <Button
            onPress={() => {
              turn(1);
            }}
          >
            {t('checkUp.next')}
          </Button>
        }
      />
    );
  }
  if (!card || !isWhole) return <div className={styles.page} aria-busy="true" />;
  return (
    <Checking value={true}>
      <OpenPage key={id} card={card} />
    </Checking>
  );
}

function OpenPage({ card }: { card: CardAnswer }) {
  const t = useT();
  const sayVerified = useSayVerified();
  const turn = useSitting((state) => state.turn);
  const { dossier, classes, reading } = card;
  const { customer } = dossier;
  const { isSure, toTry, confirm, unreachable, skip } = useCheckDeeds(dossier);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    page.current?.focus({ preventScroll: true });
  }, []);
  const change = () => page.current?.querySelector<HTMLElement>('[data-value]')?.focus();
  const previous = () => {
    turn(-1);
  };
  useShortcuts(t('checkUp.title'), [
    { keys: 'V', label: t(isSure ? 'checkUp.next' : 'facts.stillRight'), run: confirm },
    { keys: 'E', label: t('checkUp.change'), run: change },
    { keys: 'U', label: t('checkUp.unreachable'), run: unreachable },
    { keys: 'S', label: t('checkUp.skip'), run: skip },
    { keys: 'K', label: t('checkUp.previous'), run: previous },
  ]);
  const value = classes.find(({ dimension }) => dimension === 'value')?.class;
  const subtitle = [reading, customer.organization, customer.title].filter(Boolean).join(' · ');
  return (
    <>
      <article ref={page} tabIndex={-1} className={styles.page} aria-label={customer.name}>
        <header className={styles.head}>
          <h2 className={cardStyles.name}>
            <CustomerLink look="bare" id={customer.id}>
              {customer.name}
            </CustomerLink>
            <small className={styles.quiet}>{subtitle}</small>
          </h2>
          {value !== undefined && <ClassWord dimension="value" value={value} />}
        </header>
        <p className={styles.state}>
          <Chip tone={isSure ? 'good' : 'warn'}>{sayVerified(customer.verifiedOn)}</Chip>
          <span className={styles.quiet}>
            <Completeness dossier={dossier} />
          </span>
        </p>
        <Warnings dossier={dossier} />
        <Facts dossier={dossier} />
        {showsContacts(dossier) && <ContactPersons dossier={dossier} />}
        <Timeline card={card} />
      </article>
      <footer className={styles.deeds}>
        <Button kind="primary" size="large" keys="V" onPress={confirm}>
          {t(isSure ? 'checkUp.next' : 'facts.stillRight')}
        </Button>
        <Button size="large" keys="E" onPress={change}>
          {t('checkUp.change')}
        </Button>
        <Button size="large" keys="U" isDisabled={toTry === null} onPress={unreachable}>
          {toTry === null ? t('checkUp.unreachable') : t('checkUp.unreachableBy', { way: toTry })}
        </Button>
        <Button size="large" keys="S" onPress={skip}>
          {t('checkUp.skip')}
        </Button>
      </footer>
    </>
  );
}
