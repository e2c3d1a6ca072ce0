import { ownFieldIdOf } from '#shared/changes/record-content.ts';
import { titleOf } from '#shared/changes/record-title.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { DossierFile } from '../archive/rows/dossier-file.ts';
import type { Columns } from '../index/columns/columns.ts';

/** What a value of a field is called that means somebody or something by an id; any other value as it is. */
export type Namer = (field: string, value: unknown) => unknown;

/** Fields that name another record of the same dossier. */
const naming: readonly string[] = ['contactId', 'refOrderId', 'followUpId'];

/** @param files whose records are called by name too */
export function createNamer(columns: Columns, files: Iterable<DossierFile>): Namer {
  const titles = new Map<string, string>();
  for (const file of files) for (const { record } of file.records()) titles.set(record.id, titleOf(record));
  const customer = (id: string) => columns.nameOf(id) || id;
  return (field, value) => {
    if (field === 'other' && typeof value === 'object') return { name: nameOfEnd(value, customer) };
    if (typeof value !== 'string') return value;
    if (naming.includes(field)) return titles.get(value) || value;
    const fieldId = ownFieldIdOf(field);
    const isCustomer = fieldId === null ? field === 'referrerId' : columns.references.has(customKey(fieldId));
    return isCustomer ? customer(value) : value;
  };
}

/** The far end of a relation: a customer, or a name that is not in the archive yet. */
function nameOfEnd(end: object | null, customer: (id: string) => string): string {
  const { customerId, name }: { customerId?: string; name?: string } = end ?? {};
  return customerId === undefined ? (name ?? '') : customer(customerId);
}
