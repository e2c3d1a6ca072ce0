import type { Deed } from '#shared/changes/describe-change.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { ChangeDetails, ChangedRecord } from '../api.ts';
import type { AuditEntry } from '../archive/rows/audit.ts';
import type { DossierFile } from '../archive/rows/dossier-file.ts';
import type { Columns } from '../index/columns/columns.ts';
import { nameOf, recordsShown } from './change-details.ts';
import type { Namer } from './name-values.ts';

const deedOf: Readonly<Record<string, Deed>> = { created: 'created', deleted: 'deleted', restored: 'restored' };

/**
 * What the dossier of a customer remembers of a change set that the journal no longer holds: the fields as they were and
 * became, and what was made then. `null` when that is nothing.
 */
export function rememberedChanges(
  { changeSetId, at }: Pick<AuditEntry, 'changeSetId' | 'at'>,
  file: DossierFile,
  columns: Columns,
  name: Namer,
): ChangeDetails | null {
  const { customerId } = file;
  const found = new Map<string, ChangedRecord>();
  const recordOf = (table: FieldHistoryEntry['table'], recordId: string, deed: Deed): ChangedRecord => {
    const known = found.get(recordId);
    if (known) return known;
    const made = {
      table,
      recordId,
      ...nameOf(table, customerId, file.find(table, recordId), columns),
      deed,
      fields: [],
    };
    found.set(recordId, made);
    return made;
  };
  for (const { table, record } of file.records()) {
    if (record.createdAt === at && table !== 'classChange') recordOf(table, record.id, 'created');
  }
  for (const { table, recordId, field, before, after, ...entry } of file.history()) {
    if (entry.changeSetId !== changeSetId) continue;
    const record = recordOf(table, recordId, 'edited');
    if (field === '*') record.deed = deedOf[String(after)] ?? record.deed;
    else {
      record.fields.push({ field, before: name(field, before), after: name(field, after) });
    }
  }
  if (found.size === 0) return null;
  const records = [...found.values()];
  return {
    records: records.slice(0, recordsShown),
    more: Math.max(0, records.length - recordsShown),
    isFromCard: true,
  };
}
