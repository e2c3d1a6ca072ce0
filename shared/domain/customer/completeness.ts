import type { Contact } from '../contact/contact.ts';
import type { Customer } from './customer.ts';
import { isUsable } from '../../reach/ways.ts';
import { regionClassOf } from './region-class.ts';

export type CompletenessField = 'name' | 'phone' | 'source' | 'birthday' | 'region' | 'identity' | 'industry';

const wanted: Readonly<Record<Customer['kind'], readonly CompletenessField[]>> = {
  person: ['name', 'phone', 'source', 'birthday', 'region'],
  company: ['name', 'identity', 'phone', 'region', 'industry'],
  partner: ['name', 'identity', 'phone', 'region', 'industry'],
};

/** What a record of this kind should hold and does not (domain.md §5.3). `identity`: a credit code or a contact person. */
export function missingFields(customer: Customer, contacts: readonly Contact[]): CompletenessField[] {
  return wanted[customer.kind].filter((field) => !has(field, customer, contacts));
}

/** Filled share of the wanted fields, 0 to 100. */
export function completenessPercent(customer: Customer, contacts: readonly Contact[]): number {
  const fields = wanted[customer.kind].length;
  return Math.round(((fields - missingFields(customer, contacts).length) / fields) * 100);
}

function has(field: CompletenessField, customer: Customer, contacts: readonly Contact[]): boolean {
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
