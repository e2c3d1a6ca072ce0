import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { answerWords } from '#shared/domain/customer/answer.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { takeFocus } from '../../../ui/keys/take-focus.ts';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { answerKeys } from '../answers/answer-keys.ts';
import { useFileArrivals } from '../files/use-file-arrivals.ts';
import { useCard, useCardHead } from './card-questions.ts';
import { MergedFrom } from '../dialogs.ts';
import { CardHeader } from './card-header.tsx';
import { CardParts } from './card-parts.tsx';
import styles from './card.module.css';
import { ClassChips } from './class-chips.tsx';
import { useTurnedKey } from './use-turned-key.ts';
import { Warnings } from './warnings.tsx';

interface CustomerCardProps {
  id: CustomerId;
  /** The keyboard goes to the card as soon as it is there. */
  takesFocus: boolean;
  onFocused: () => void;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
  /** Shows another customer in place of this one. */
  onOpen: (id: CustomerId) => void;
  /** Enters an order of this customer. */
  onSell: () => void;
}

/** Everything about one customer: who, why classified so, what is next, what was. */
export const CustomerCard = memo(function CustomerCard({
  id,
  takesFocus,
  onFocused,
  onClose,
  onStep,
  onOpen,
  onSell,
}: CustomerCardProps) {
  const t = useT();
  const describeError = useDescribeError();
  const previous = () => {
    onStep(-1);
  };
  const next = () => {
    onStep(1);
  };
  useShortcuts(t('card.label'), [
    { keys: 'Mod+Up', label: t('card.previous'), run: previous },
    { keys: 'Mod+Down', label: t('card.next'), run: next },
    { keys: 'Mod+Left', label: t('card.previous'), isUnlisted: true, run: previous },
    { keys: 'Mod+Right', label: t('card.next'), isUnlisted: true, run: next },
    { keys: 'Esc', label: t('card.close'), run: null },
    ...answerWords.map((word) => ({
      keys: answerKeys[word],
      label: t('gaps.answer.key', { answer: t(`gaps.answer.${word}`) }),
      run: null,
    })),
  ]);
  const { data, error, isWhole } = useCard(id);
  const head = useCardHead(id);
  const whole = data && isWhole ? data : null;
  const answer = whole ?? head?.card ?? null;
  const { add, isOver, dropping } = useFileArrivals(answer?.dossier);
  const article = useRef<HTMLElement>(null);
  const isScrolled = useRef(false);
  // The next customer is read from the beginning. Only a card that was scrolled is asked, since asking lays out the page.
  useLayoutEffect(() => {
    if (isScrolled.current) article.current?.scrollTo(0, 0);
    isScrolled.current = false;
  }, [id]);

  const { key, ...touching } = useTurnedKey(id);

  const isHere = answer?.dossier.customerId === id;
  useEffect(() => {
    if (!takesFocus || !isHere) return undefined;
    return takeFocus(article.current, onFocused);
  }, [takesFocus, isHere, onFocused]);

  // Whoever comes by an old link finds the customer this one turned out to be.
  const survivor = answer?.survivor ?? null;
  useEffect(() => {
    if (survivor !== null) onOpen(survivor);
  }, [survivor, onOpen]);

  if (error) {
    return <EmptyState title={describeError(error)} actions={<Button onPress={onClose}>{t('card.close')}</Button>} />;
  }
  if (!answer) return <div className={styles.card} aria-busy="true" />;
  const { dossier, classes, merged, reading } = answer;
  const { customer } = dossier;
  // The card turns its page instead of being made anew; only what somebody may be typing into belongs to one customer.
  return (
    <article
      ref={article}
      tabIndex={-1}
      className={styles.card}
      aria-label={customer.name}
      aria-busy={whole === null}
      {...dropping}
      {...touching}
      onScroll={() => {
        isScrolled.current = true;
      }}
    >
      {isOver && <p className={styles.dropHint}>{t('files.drop', { name: customer.name })}</p>}
      <CardHeader
        dossier={dossier}
        reading={reading}
        onClose={onClose}
        onStep={onStep}
        onOpen={onOpen}
        onSell={onSell}
      />
      <ClassChips classes={classes} />
      <Warnings dossier={dossier} head={whole ? null : head} />
      <MergedFrom customer={customer} merged={merged} />
      <CardParts turnedKey={key} card={answer} isWhole={whole !== null} onAddFiles={add} />
    </article>
  );
});
