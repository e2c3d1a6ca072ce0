import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Word } from '../domain/word/word.ts';
import { readFieldValue, writeFieldValue } from '../custom-fields/values.ts';
import { customIdOf, customKey } from '../filter/fields.ts';
import { readWords, writeWords } from '../formats/values/word-list.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { cleanText, compactText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import { codeName, offeredCodes } from '../words/coded-words.ts';
import type { Fact, Written } from './fact.ts';
import { factOf } from './facts.ts';
import { typedTags, type TagBook } from './typed-tags.ts';

/** What can be typed of a customer: a fact that every customer has, or a field of the archive's own. */
export interface Typed {
  key: string;
  label: (t: Translate) => string;
  choices?: readonly { id: string; label: (t: Translate) => string }[] | undefined;
  /** There is always one of the choices. */
  isRequired?: boolean | undefined;
  /** Any number of the choices in one line. */
  isMultiple?: boolean | undefined;
  /** As it is edited, in the user's language where one is told; empty when there is none. */
  read: (customer: Customer, currency: Currency, language?: Language) => string;
  write: (draft: CustomerDraft, text: string, today: LocalDate, currency: Currency) => Written<CustomerDraft>;
}

/** Who is meant by what was typed, where the archive can be asked. */
export interface ReferenceBook {
  find: (text: string, besides: CustomerId) => { id: CustomerId } | { problem: MessageKey };
  nameOf: (id: string) => string;
}

/** What has to be known of an archive to type into it. */
export interface TypedWorld {
  customFields: readonly CustomField[];
  words: readonly Word[];
  /** Tells who is meant; without it no reference can be typed. */
  references?: ReferenceBook;
  /** Tells which tags are meant; without it none can be typed. */
  tags?: TagBook;
}

/** The same where values are read and written too. */
export interface WrittenWorld extends TypedWorld {
  currency: Currency;
}

/** `undefined` for what cannot be typed: what is computed, and what there is not. */
export function typedOf(key: string, { customFields, words, references, tags }: TypedWorld): Typed | undefined {
  const customId = customIdOf(key);
  if (key === 'tagIds') return tags && typedTags(tags);
  if (customId === null) {
    const fact = factOf(key);
    return fact && typedFact(fact, words);
  }
  const field = customFields.find(({ id }) => id === customId);
  if (field && references && isReference(field)) return typedReference(field, references);
  return field && isTypable(field) ? typedField(field) : undefined;
}

/** What stands in a box, in words: choices by what they are called. */
export function inWords({ choices, isMultiple }: Typed, text: string, t: Translate): string {
  if (!choices) return text;
  const wordOf = (id: string): string | undefined => choices.find((choice) => choice.id === id)?.label(t);
  if (!isMultiple) return wordOf(text) ?? text;
  const words = readWords(text).map(wordOf);
  // What is left from another type stands as it was written.
  return words.every((word) => word !== undefined) ? writeWords(words) : text;
}

/** Whether the values of a field mean other customers. */
export function isReference({ type, formula }: Pick<CustomField, 'type' | 'formula'>): boolean {
  return type === 'reference' && formula === undefined;
}

/** A reference needs the archive to be understood; files are sent; a formula computes itself. */
export function isTypable({ type, formula }: Pick<CustomField, 'type' | 'formula'>): boolean {
  return type !== 'formula' && formula === undefined && type !== 'reference' && type !== 'attachment';
}

function typedFact(
  { key, label, list, choices, isRequired, isMultiple, read, write }: Fact,
  words: readonly Word[],
): Typed {
  return {
    key,
    label: (t) => t(label),
    choices:
      list !== undefined
        ? offeredCodes(list, words).map((id) => ({ id, label: (t) => codeName(list, id, words, t) }))
        : choices?.map((choice) => ({ id: choice.id, label: (t) => t(choice.label) })),
    isRequired,
    isMultiple,
    read,
    write,
  };
}

function typedField(field: CustomField): Typed {
  return {
    key: customKey(field.id),
    label: () => field.label,
    choices: choicesOf(field),
    isMultiple: field.type === 'choices',
    read: (customer, currency, language) => writeFieldValue(field, customer.customFields[field.id], currency, language),
    write: (draft, text, today, currency) => {
      const read = readFieldValue(field, text, { today, currency });
      return 'problem' in read ? read : { draft: withFieldValue(draft, field.id, read.value) };
    },
  };
}

function typedReference(field: CustomField, { find, nameOf }: ReferenceBook): Typed {
  const read = (customer: Pick<Customer, 'customFields'>): string => {
    const id = customer.customFields[field.id];
    return typeof id === 'string' ? nameOf(id) : '';
  };
  return {
    key: customKey(field.id),
    label: () => field.label,
    read,
    write: (draft, text) => {
      if (cleanText(text) === '') return { draft: withFieldValue(draft, field.id, undefined) };
      // The name of the one who is meant already, of whom there may be several.
      if (compactText(text) === compactText(read(draft))) return { draft };
      const found = find(text, draft.id);
      return 'problem' in found ? found : { draft: withFieldValue(draft, field.id, found.id) };
    },
  };
}

function choicesOf({ type, options }: CustomField): Typed['choices'] {
  if (type === 'boolean') {
    return [
      { id: 'true', label: (t) => t('fields.yes') },
      { id: 'false', label: (t) => t('fields.no') },
    ];
  }
  return type === 'choice' || type === 'choices'
    ? options.map((option) => ({ id: option, label: () => option }))
    : undefined;
}

/** The customer with this value of one field, or without it. */
export function withFieldValue<C extends Pick<CustomerDraft, 'customFields'>>(
  customer: C,
  fieldId: string,
  value: Customer['customFields'][string] | undefined,
): C {
  const { [fieldId]: _before, ...rest } = customer.customFields;
  return { ...customer, customFields: value === undefined ? rest : { ...rest, [fieldId]: value } };
}
