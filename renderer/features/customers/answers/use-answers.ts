import { useMemo } from 'react';
import { answeredBy } from '#shared/changes/record-content.ts';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { answersTo, isOpen, withAnswer } from '#shared/gaps/answers.ts';
import { isAskedOf, isGapField, type GapKey } from '#shared/gaps/gap-fields.ts';
import { sayAnswer } from '#shared/gaps/say-answer.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useGapLabel } from '../../../display/use-gap-label.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useToday } from '../../../platform/clock.ts';
import { useJoin, useLanguage, useT } from '../../../platform/language.tsx';
import { useOwnerCommit } from '../card/owner.ts';
import { shownCustomer } from '../save-record.ts';
import { keysOfFact } from './keys-of-fact.ts';

/** What can be said, and was said, where a fact of the card holds no value. */
export interface FactAnswer {
  /** In words with its day; empty while nothing was. */
  said: string;
  offered: readonly AnswerWord[];
  /** When it was said and taken back. */
  entries: readonly FieldHistoryEntry[];
  say: (word: AnswerWord) => void;
  takeBack: () => void;
}

/** Answers by the fact, or by `customKey` of a field of the archive's own. */
export function useAnswers(dossier: Dossier): (factKey: string) => FactAnswer {
  const t = useT();
  const language = useLanguage();
  const join = useJoin();
  const labelOf = useGapLabel();
  const today = useToday();
  const { customer, contact, attachment, history } = dossier;
  const save = useOwnerCommit(shownCustomer(customer));
  /** Histories are long, and few entries are of answers. */
  const answers = useMemo(
    () => history.filter(({ table, field }) => table === 'customer' && answeredBy(field) !== null),
    [history],
  );
  const answerOf = (key: GapKey) => customer.answers?.[key];
  const sayAll = (keys: readonly GapKey[]): string => {
    const said = keys
      .map((key) => ({ key, text: sayAnswer(t, answerOf(key), (on) => formatDay(language, on, today)) }))
      .filter(({ text }) => text !== '');
    const texts = new Set(said.map(({ text }) => text));
    // A fact that several things are asked of says them apart where they were answered apart.
    if (said.length === keys.length && texts.size === 1) return [...texts].join('');
    return join(said.map(({ key, text }) => t('gaps.answer.give', { field: labelOf(key), answer: text })));
  };
  return (factKey) => {
    const all = keysOfFact(factKey);
    const keys = all.filter((key) => isOpen(key, customer, contact, attachment));
    const asked = keys.filter(
      (key) => answerOf(key) === undefined && (!isGapField(key) || isAskedOf(key, customer.kind)),
    );
    const [first] = asked;
    const said = sayAll(keys);
    const field = labelOf(first ?? all[0] ?? factKey);
    const write = (changed: readonly GapKey[], word: AnswerWord | undefined, sentence: string) => {
      const answer = word && { is: word, on: today };
      void save(
        changed.reduce((draft, key) => withAnswer(draft, key, answer), draftOf(customer)),
        sentence,
      );
    };
    return {
      said,
      offered: first ? answersTo(first) : [],
      entries: answers.filter(({ field: name }) => all.some((key) => key === answeredBy(name))),
      say: (word) => {
        const answered = asked.filter((key) => answersTo(key).includes(word));
        if (answered.length === 0) return;
        const answer = t(`gaps.answer.${word}`);
        write(answered, word, t('gaps.answer.given', { name: customer.name, field, answer }));
      },
      takeBack: () => {
        write(keys, undefined, t('gaps.answer.takenBack', { name: customer.name, field }));
      },
    };
  };
}
