import type { Contact } from '../domain/contact/contact.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { hasFact } from '../domain/customer/completeness.ts';
import type { Customer, CustomerKind } from '../domain/customer/customer.ts';
import { isReference, isTypable } from '../facts/typed.ts';
import { customKey, type CustomKey } from '../filter/fields.ts';
import { isUsable } from '../reach/ways.ts';

/** What can be missed of a customer, in the order in which it is asked for. `identity`: a credit code or a contact person. */
export const gapFields = [
  'phones',
  'identity',
  'birthday',
  'region',
  'addresses',
  'industry',
  'size',
  'source',
  'gender',
  'ims',
  'emails',
  'tagIds',
] as const;
export type GapField = (typeof gapFields)[number];
export type GapKey = GapField | CustomKey;

/** What only people have, and what only companies and trading partners have. */
const ofPeople: readonly GapField[] = ['birthday', 'gender'];
const ofCompanies: readonly GapField[] = ['identity', 'industry', 'size'];

/** What is asked for as long as nobody chose otherwise: what makes a card complete. */
const firstFields: readonly GapField[] = ['phones', 'identity', 'birthday', 'region', 'industry', 'source'];

export function isGapField(key: string): key is GapField {
  return (gapFields as readonly string[]).includes(key);
}

/** Whether customers of a kind have the field at all. */
export function isAskedOf(field: GapField, kind: CustomerKind): boolean {
  return !(kind === 'person' ? ofCompanies : ofPeople).includes(field);
}

/** What a customer should have and has not, and nobody said why. A number that does not work is none. */
export function gapsOf(customer: Customer, contacts: readonly Contact[]): GapField[] {
  return gapFields.filter(
    (field) =>
      isAskedOf(field, customer.kind) &&
      customer.answers?.[field] === undefined &&
      isMissing(field, customer, contacts),
  );
}

/** Whether there is no value, whatever was answered. */
export function isMissing(field: GapField, customer: Customer, contacts: readonly Contact[]): boolean {
  switch (field) {
    case 'phones':
      return !hasFact('phone', customer, contacts);
    case 'identity':
    case 'birthday':
    case 'region':
    case 'industry':
    case 'source':
      return !hasFact(field, customer, contacts);
    case 'addresses':
      return !customer.addresses.some((address) => isUsable(address) && (address.street ?? '') !== '');
    case 'ims':
    case 'emails':
      return ![customer, ...contacts].some((each) => each[field].some(isUsable));
    case 'tagIds':
      return customer.tagIds.length === 0;
    case 'size':
    case 'gender':
      return customer[field] === undefined;
  }
}

/** Fields of the archive's own that can be filled where they are missed: nothing that is computed. */
export function fillableFields(fields: readonly CustomField[]): CustomField[] {
  return fields.filter(
    (field) => field.archived !== true && (isTypable(field) || isReference(field) || field.type === 'attachment'),
  );
}

/** Everything that can be asked for in an archive with these fields. */
export function gapKeys(fields: readonly CustomField[]): GapKey[] {
  return [...gapFields, ...fillableFields(fields).map(({ id }) => customKey(id))];
}

/** What is asked for: as it was chosen, as far as there still is such a field. */
export function chosenKeys(fields: readonly CustomField[], chosen: readonly string[] | undefined): GapKey[] {
  if (chosen) return gapKeys(fields).filter((key) => chosen.includes(key));
  const required = fillableFields(fields).filter((field) => field.required === true);
  return [...firstFields, ...required.map(({ id }) => customKey(id))];
}
