import { answerName, withField } from '../changes/record-content.ts';
import { valueKey } from '../custom-fields/values.ts';
import type { Attachment } from '../domain/attachment/attachment.ts';
import type { Contact } from '../domain/contact/contact.ts';
import { answerWords, type Answer, type AnswerWord } from '../domain/customer/answer.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { customIdOf } from '../filter/fields.ts';
import { isGapField, isMissing, type GapField, type GapKey } from './gap-fields.ts';

/** Everybody was born, is somebody, lives somewhere and came from somewhere; tags are the user's, and nobody keeps them secret. */
const onlyAnswers: Partial<Record<GapField, readonly AnswerWord[]>> = {
  birthday: ['untold'],
  gender: ['untold'],
  region: ['untold'],
  source: ['untold'],
  tagIds: ['none'],
};

/** What can be answered where a value is asked for. */
export function answersTo(key: GapKey): readonly AnswerWord[] {
  return (isGapField(key) ? onlyAnswers[key] : undefined) ?? answerWords;
}

/** The customer with this answer, or without one. */
export function withAnswer<C extends Pick<Customer, 'answers'>>(
  customer: C,
  key: GapKey,
  answer: Answer | undefined,
): C {
  return withField(customer, answerName(key), answer);
}

/** Whether what is asked for holds no value, so that it can be answered. */
export function isOpen(
  key: string,
  customer: Customer,
  contacts: readonly Contact[],
  attachments: readonly Attachment[],
): boolean {
  if (isGapField(key)) return isMissing(key, customer, contacts);
  const fieldId = customIdOf(key);
  if (fieldId === null) return true;
  return valueKey(customer.customFields[fieldId]) === '' && !attachments.some((file) => file.fieldId === fieldId);
}

/** The customer without answers to what holds a value by now; the same object where there is none. */
export function withoutAnswered(
  customer: Customer,
  contacts: readonly Contact[],
  attachments: readonly Attachment[],
): Customer {
  const overtaken = Object.keys(customer.answers ?? {}).filter((key) => !isOpen(key, customer, contacts, attachments));
  return overtaken.reduce((left, key) => withField(left, answerName(key), undefined), customer);
}
