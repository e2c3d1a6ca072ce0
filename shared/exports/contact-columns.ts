import type { ValueWords } from '../custom-fields/values.ts';
import type { Contact } from '../domain/contact/contact.ts';
import type { ContactField } from '../imports/fields.ts';
import { ofPart, type ExportColumn } from './export-column.ts';
import type { ExportedCustomer } from './exported-customer.ts';
import { addressColumns, birthdayText, reachColumns } from './reach-columns.ts';
import type { Widths } from './widths.ts';

/** A contact person as they leave Kebu in a file, with the customer they work for. */
export interface ExportedContact {
  customer: ExportedCustomer['customer'];
  contact: Contact;
}

/** A row for each of the customer's people. */
export function contactsOf({ customer, contacts }: ExportedCustomer): ExportedContact[] {
  return contacts.map((contact) => ({ customer, contact }));
}

/** Everything that is known of contact persons, under headings that an import knows, so that the file read back says the same. */
export function contactColumns(widths: Widths, { t, language }: ValueWords): ExportColumn<ExportedContact>[] {
  const field = (
    name: ContactField,
    text: (contact: Contact) => string | undefined,
  ): ExportColumn<ExportedContact> => ({
    header: t(`import.field.${name}`),
    text: ({ contact }) => text(contact) ?? '',
  });
  const contactOf = ({ contact }: ExportedContact) => contact;
  return [
    { header: t('import.field.customerCode'), text: ({ customer }) => customer.code },
    { header: t('import.field.customerName'), text: ({ customer }) => customer.name },
    field('contactName', ({ name }) => name),
    field('reading', ({ reading }) => reading),
    field('contactRole', ({ role }) => role && t(`role.${role}`)),
    field('contactTitle', ({ title }) => title),
    field('primary', ({ primary }) => (primary === true ? t('fields.yes') : '')),
    field('leftOn', ({ leftOn }) => leftOn),
    ...ofPart(reachColumns(widths, t), contactOf),
    ...ofPart(addressColumns(widths, t), contactOf),
    field('birthday', (contact) => birthdayText(contact, language)),
    field('note', ({ note }) => note),
  ];
}
