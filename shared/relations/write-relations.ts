import { writeCsv } from '../formats/csv/write-csv.ts';
import type { Language } from '../i18n/catalogue.ts';
import { translate } from '../i18n/translate.ts';
import type { RelationField } from '../imports/fields.ts';
import { roleName, type RoleBook } from './role-names.ts';

/** A relation as it goes out and comes in: who, what the other is to them, since when, until when. */
export interface RelationLine {
  code: string;
  name: string;
  /** The contact person of the customer who is meant; empty for the customer. */
  contact: string;
  role: string;
  otherCode: string;
  otherName: string;
  otherContact: string;
  from: string;
  until: string;
  note: string;
}

const fields: readonly RelationField[] = [
  'customerCode',
  'customerName',
  'contactName',
  'role',
  'otherCode',
  'otherName',
  'otherContact',
  'from',
  'until',
  'note',
];

/** The relations as a table whose headings the import knows. */
export function relationTable(lines: readonly RelationLine[], book: RoleBook, language: Language): string[][] {
  return [
    fields.map((field) => translate(language, `import.relation.${field}`)),
    ...lines.map((line) => [
      line.code,
      line.name,
      line.contact,
      roleName(line.role, book, language),
      line.otherCode,
      line.otherName,
      line.otherContact,
      line.from,
      line.until,
      line.note,
    ]),
  ];
}

export function writeRelations(lines: readonly RelationLine[], book: RoleBook, language: Language): string {
  return writeCsv(relationTable(lines, book, language));
}
