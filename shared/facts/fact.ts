import { customerSchema, type Customer } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { cleanText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import type { CodedList } from '../words/coded-words.ts';

/** A record with the fact changed, or the sentence that says why the text cannot be one. */
export type Written<D> = { draft: D } | { problem: MessageKey };

export interface FactChoice {
  id: string;
  label: MessageKey;
}

/** A fact of a customer, or of a contact person. */
export interface Fact<R = Customer, D = CustomerDraft> {
  key: string & keyof R;
  label: MessageKey;
  /** Shown even when empty. */
  isPrimary?: boolean;
  /** Shown only among all facts: everybody has it, and it says little. */
  isAside?: boolean;
  isLong?: boolean;
  /** There is always one of the choices. */
  isRequired?: boolean;
  /** Any number of the choices, as their ids in one line (`writeWords`); they may be typed by their words too. */
  isMultiple?: boolean;
  /** Nobody else should have the same. */
  isUnique?: boolean;
  hint?: MessageKey;
  choices?: readonly FactChoice[];
  /** The choices are the codes of a list of words, which the user may have renamed and added to. */
  list?: CodedList;
  /** As it is edited, in the user's language where one is told; empty when there is none. */
  read: (record: R, currency: Currency, language?: Language) => string;
  /** As it is shown, where that differs from `read`. */
  show?: (record: R, t: Translate, language: Language, currency: Currency) => string;
  write: (draft: D, text: string, today: LocalDate, currency: Currency) => Written<D>;
}

/** The record without one of its fields. */
export function without<D extends object>(draft: D, key: keyof D): D {
  const { [key]: _removed, ...rest } = draft;
  return rest as D;
}

type OfType<V> = { [K in keyof CustomerDraft]-?: CustomerDraft[K] extends V ? K : never }[keyof CustomerDraft];

/** A fact that is one line of text. */
export function textFact(key: OfType<string | undefined> & keyof Customer, extra: Partial<Fact> = {}): Fact {
  return {
    key,
    label: `field.${key}` as MessageKey,
    read: (customer) => customer[key] ?? '',
    write: (draft, text) => {
      const clean = cleanText(text);
      if (clean === '') return { draft: without(draft, key) };
      return hasRoom(key, clean) ? { draft: { ...draft, [key]: clean } } : { problem: 'facts.tooLong' };
    },
    ...extra,
  };
}

/** Whether a field of customers takes the value, or the value is too long for it. */
export function hasRoom(key: keyof typeof customerSchema.shape, value: unknown): boolean {
  return customerSchema.shape[key].safeParse(value).success;
}

/** A fact that is one of a few words, or none. */
export function choiceFact(
  key: OfType<string | undefined> & keyof Customer,
  choices: readonly FactChoice[],
  extra: Partial<Fact> = {},
): Fact {
  const labelOf = (id: string | undefined) => choices.find((choice) => choice.id === id)?.label;
  return {
    key,
    label: `field.${key}` as MessageKey,
    choices,
    read: (customer) => customer[key] ?? '',
    show: (customer, t) => {
      const label = labelOf(customer[key]);
      return label === undefined ? '' : t(label);
    },
    write: (draft, text) => {
      if (text === '') return { draft: without(draft, key) };
      return labelOf(text) === undefined ? { problem: 'bulk.problem.noChoice' } : { draft: { ...draft, [key]: text } };
    },
    ...extra,
  };
}
