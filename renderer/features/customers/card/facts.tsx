import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Fact } from '#shared/facts/fact.ts';
import { factOf, facts } from '#shared/facts/facts.ts';
import { displayOf, inOrder } from '#shared/domain/settings/card-layout.ts';
import type { Word } from '#shared/domain/word/word.ts';
import type { Currency } from '#shared/money/currency.ts';
import { repeatsSource } from '#shared/words/sources.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { isWay } from '#shared/reach/ways.ts';
import { useCardLayout } from '../../../display/archive-settings.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { Button } from '../../../ui/actions/button.tsx';
import styles from './card.module.css';
import { Anniversaries } from '../dates/anniversaries.tsx';
import { ReachFact } from '../reach/reach-fact.tsx';
import { useIsChecking } from '../check-up/checking.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { FactRow } from './fact-row.tsx';
import { Freshness } from './freshness.tsx';
import { customerOwner, placeOf } from './owner.ts';
import { OwnFields } from '../own-fields/own-fields.tsx';
import { TagsFact } from './tags-fact.tsx';

const factKeys = facts.map(({ key }) => key);

/** Facts that are there; the name stands above, and a detail that only repeats the source says nothing. */
function isWorthShowing(fact: Fact, customer: Customer, words: readonly Word[], currency: Currency): boolean {
  const text = fact.read(customer, currency);
  if (text === '' || fact.key === 'name') return false;
  return fact.key !== 'sourceDetail' || !customer.source || !repeatsSource(text, customer.source, words);
}

/** What is known about the customer; every fact is edited where it stands. */
export function Facts({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const isChecking = useIsChecking();
  const [isWhole, setWhole] = useState(false);
  const { unsaved } = useEngineAccess();
  const { customer } = dossier;
  const words = useWords();
  const currency = useCurrency();
  const owner = customerOwner(dossier, currency);
  const layout = useCardLayout(customer.kind);
  const answerOf = useAnswers(dossier);
  const ordered = inOrder(factKeys, layout.facts).flatMap((key) => factOf(key) ?? []);
  const isShown = (fact: Fact): boolean => {
    const display = displayOf(layout, fact);
    if (display !== 'known') return display === 'always';
    return isWorthShowing(fact, customer, words, currency) || answerOf(fact.key).said !== '';
  };
  const shown = ordered.filter(
    (fact) =>
      isWhole || isShown(fact) || unsaved.read(placeOf(owner, isWay(fact.key) ? `${fact.key}:0` : fact.key)) !== null,
  );
  const birthday = ordered.findIndex(({ key }) => key === 'birthday');
  const afterBirthday = shown.filter((fact) => ordered.indexOf(fact) <= birthday).length;
  const rowsOf = (some: readonly Fact[]) =>
    some.map((fact) =>
      isWay(fact.key) ? (
        <ReachFact key={fact.key} way={fact.key} owner={owner} answer={answerOf(fact.key)} />
      ) : (
        <FactRow key={fact.key} fact={fact} owner={owner} answer={answerOf(fact.key)} />
      ),
    );
  const whole = (
    <Button
      kind="quiet"
      size="small"
      edge="start"
      icon={isWhole ? <ChevronUp /> : <ChevronDown />}
      onPress={() => {
        setWhole(!isWhole);
      }}
    >
      {t(isWhole ? 'facts.fewer' : 'facts.all')}
    </Button>
  );
  return (
    <section className={styles.block} aria-label={t('facts.title')}>
      <dl className={styles.facts}>
        {rowsOf(shown.slice(0, afterBirthday))}
        <Anniversaries dossier={dossier} isWhole={isWhole} />
        {rowsOf(shown.slice(afterBirthday))}
        <TagsFact owner={owner} />
      </dl>
      <OwnFields dossier={dossier} isWhole={isWhole} />
      {isChecking ? whole : <Freshness dossier={dossier}>{whole}</Freshness>}
    </section>
  );
}
