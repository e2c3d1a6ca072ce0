import type { CustomerId } from '../../domain/customer/customer.ts';
import type { RelatedName } from '../read-customer.ts';
import type { Entity } from './customer-entities.ts';
import type { KnownCustomer } from './find-in-archive.ts';
import type { ImportEdit } from './plan.ts';

export type CustomerAfter = Extract<ImportEdit, { table: 'customer' }>['after'];

/** What an entity of the file becomes. */
export interface Written {
  entity: Entity;
  id: CustomerId;
  dossier: KnownCustomer | undefined;
  after: CustomerAfter;
  edits: ImportEdit[];
  /** As the file names those whom its relations tie somebody to, by the id of the relation. */
  tied?: Map<string, RelatedName>;
}

/** Makes the customer another one than was decided before, in its edit too. */
export function replaceAfter(result: Written, after: CustomerAfter): void {
  result.after = after;
  const edit: ImportEdit = {
    table: 'customer',
    id: result.id,
    after,
    ...(result.dossier && { seen: result.dossier.customer.version }),
  };
  const index = result.edits.findIndex((known) => known.table === 'customer');
  if (index >= 0) result.edits[index] = edit;
  else result.edits.unshift(edit);
}

/** With a line more in the note, unless it stands there already. */
export function withNoteLine(after: CustomerAfter, line: string): CustomerAfter {
  const note = after.note ?? '';
  return note.includes(line) ? after : { ...after, note: note === '' ? line : `${note}\n${line}` };
}
