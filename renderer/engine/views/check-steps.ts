import { checkReasons, type CheckReason, type CheckStep } from '#shared/check-up/report.ts';
import type { Archive } from '../archive/archive.ts';
import type { AuditEntry } from '../archive/rows/audit.ts';
import type { Columns } from '../index/columns/columns.ts';
import { changeDetails } from './change-details.ts';
import { createNamer } from './name-values.ts';
import { rememberedChanges } from './remembered-changes.ts';

function isCheck(reason: string): reason is CheckReason {
  return (checkReasons as readonly string[]).includes(reason);
}

/** The checks that stand, in the order in which they were done, back to the first entry that is too old. */
export async function checkSteps(
  archive: Archive,
  columns: Columns,
  isSince: (instant: string) => boolean,
): Promise<CheckStep[]> {
  const steps: CheckStep[] = [];
  for await (const entry of archive.audit()) {
    if (!isSince(entry.at)) break;
    const { customerId, reason, undone } = entry;
    if (customerId === undefined || undone || !isCheck(reason)) continue;
    const fields = reason === 'check/change' ? await fieldsOf(entry, archive, columns) : [];
    steps.push({ customerId, reason, fields });
  }
  return steps.toReversed();
}

/** That somebody is sure of them today goes without saying. */
async function fieldsOf(entry: AuditEntry, archive: Archive, columns: Columns): Promise<string[]> {
  const set = await archive.undoing.read(entry.changeSetId);
  const told = set
    ? changeDetails(set.changes, columns, createNamer(columns, []))
    : await remembered(entry, archive, columns);
  const names = told?.records.flatMap(({ table, fields }) =>
    table === 'customer' ? fields.map(({ field }) => field) : [table],
  );
  return names?.filter((name) => name !== 'verifiedOn') ?? [];
}

/** Of what the journal no longer holds. */
async function remembered(entry: AuditEntry, { cabinet }: Archive, columns: Columns) {
  const { customerId } = entry;
  if (customerId === undefined) return null;
  const file = (await cabinet.load([customerId])).get(customerId);
  return file ? rememberedChanges(entry, file, columns, createNamer(columns, [file])) : null;
}
