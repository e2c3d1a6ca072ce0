import type { Attachment } from '../attachment/attachment.ts';
import type { Contact } from '../contact/contact.ts';
import { isFieldOf, type CustomField } from '../custom-field/custom-field.ts';
import { customKey } from '../../filter/fields.ts';
import type { Customer } from './customer.ts';
import { isUsable } from '../../reach/ways.ts';
import { regionClassOf } from './region-class.ts';

export type CompletenessField = 'name' | 'phone' | 'source' | 'birthday' | 'region' | 'identity' | 'industry';

const wanted: Readonly<Record<Customer['kind'], readonly CompletenessField[]>> = {
  person: ['name', 'phone', 'source', 'birthday', 'region'],
  company: ['name', 'identity', 'phone', 'region', 'industry'],
  partner: ['name', 'identity', 'phone', 'region', 'industry'],
};

/**
 * What a record of this kind should hold and does not (domain.md §5.3). `identity`: a credit code or a contact person. Whoever has
 * none or will not say has answered.
 */
export function missingFields(customer: Customer, contacts: readonly Contact[]): CompletenessField[] {
  return wanted[customer.kind].filter((field) => !isAnswered(field, customer) && !hasFact(field, customer, contacts));
}

/** Answers lie under the names of fields, and numbers are a list there. */
function isAnswered(field: CompletenessField, { answers }: Pick<Customer, 'answers'>): boolean {
  return answers?.[field === 'phone' ? 'phones' : field] !== undefined;
}

/** How many of these fields a customer of a kind should have. */
export function wantedCount(kind: Customer['kind']): number {
  return wanted[kind].length;
}

/** Fields of the archive's own that this customer should have. Nobody fills in a formula. */
export function requiredFields(
  fields: readonly CustomField[],
  customer: Pick<Customer, 'kind' | 'tagIds'>,
): CustomField[] {
  return fields.filter((field) => isRequirable(field) && isFieldOf(field, customer));
}

export function isRequirable({ required, type, formula }: CustomField): boolean {
  return required === true && type !== 'formula' && formula === undefined;
}

/** Those of them that are empty, and of which nobody said why. */
export function missingOwnFields(
  fields: readonly CustomField[],
  customer: Pick<Customer, 'kind' | 'tagIds' | 'customFields' | 'answers'>,
  attachments: readonly Attachment[],
): CustomField[] {
  return requiredFields(fields, customer).filter(
    ({ id }) =>
      customer.customFields[id] === undefined &&
      customer.answers?.[customKey(id)] === undefined &&
      !attachments.some((file) => file.fieldId === id),
  );
}

/** Filled share of what is wanted, 0 to 100. */
export function completenessPercent(wantedFields: number, missing: number): number {
  return Math.round(((wantedFields - missing) / wantedFields) * 100);
}

export function hasFact(field: CompletenessField, customer: Customer, contacts: readonly Contact[]): boolean {
  switch (field) {
    case 'name':
      return customer.name !== '';
    case 'phone':
      return [customer, ...contacts].some(({ phones }) => phones.some(isUsable));
    case 'source':
      return customer.source !== undefined;
    case 'birthday':
      return customer.birthday !== undefined;
    case 'region':
      return regionClassOf(customer.addresses) !== 'unknown';
    case 'identity':
      return customer.uscc !== undefined || contacts.length > 0;
    case 'industry':
      return customer.industry !== undefined;
  }
}
