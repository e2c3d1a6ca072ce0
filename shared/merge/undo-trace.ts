import type { Change } from '../changes/change-set.ts';
import { moveRecord } from '../changes/moves.ts';
import { withField } from '../changes/record-content.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { RecordTrace } from '../domain/customer/merge-trace.ts';
import { tableSchema, type AnyRecord, type Table } from '../domain/tables.ts';

/**
 * The changes by which somebody became another, made of what they left behind and the records as they are now. Taking them back
 * is taking back any other change set: what was touched since is a question of three-way merge.
 *
 * @param find the record in the dossier of this customer, or of whom that customer became since
 */
export function changesOfTrace(
  merged: Customer,
  find: (
    table: Table,
    id: string,
    holder: string | undefined,
  ) => { record: AnyRecord; holder: string | undefined } | null,
): Change[] {
  const { deletedAt: _deletedAt, mergedInto: _mergedInto, mergeTrace, ...before } = merged;
  const changes: Change[] = [{ table: 'customer', id: merged.id, customerId: merged.id, before, after: merged }];
  for (const trace of mergeTrace?.records ?? []) {
    const table = tableSchema.safeParse(trace.table);
    const found = table.success && find(table.data, trace.id, trace.to ?? trace.from);
    if (!found) continue;
    const sides = { before: asOf(found.record, trace, 'before'), after: asOf(found.record, trace, 'after') };
    const { id, from, to } = trace;
    if (from !== undefined && to !== undefined) {
      changes.push(...moveRecord({ table: table.data, id, before: sides.before }, from, to, sides.after));
    } else {
      const { holder } = found;
      changes.push({ table: table.data, id, ...(holder !== undefined && { customerId: holder }), ...sides });
    }
  }
  return changes;
}

/** The record as it is, but for what the merge wrote into it. */
function asOf(record: AnyRecord, { fields = {} }: RecordTrace, side: 'before' | 'after'): AnyRecord {
  let version = record;
  for (const [field, sides] of Object.entries(fields)) version = withField(version, field, sides[side]);
  return version;
}
