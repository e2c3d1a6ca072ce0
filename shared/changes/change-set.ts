import * as z from 'zod';
import { importedRowSchema, instantSchema, type ImportedRow } from '../domain/record.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { fieldHistorySchema } from '../domain/dossier/field-history.ts';
import { reasons, type Reason } from './reasons.ts';
import { isValidRecord, tableSchema, tableSchemas, type AnyRecord, type Table } from '../domain/tables.ts';

/**
 * The one way anything is written. Each change holds the whole record before and after:
 * no `before` means created, no `after` means removed for good (erasure); deleting is an `after` with `deletedAt`.
 */
export interface Change {
  table: Table;
  id: string;
  /** The dossier the record belongs to; absent for catalogue tables. */
  customerId?: string | undefined;
  before: AnyRecord | null;
  after: AnyRecord | null;
  /** What the dossier that the record comes from knew of its past; with the arriving side of a move only. */
  history?: FieldHistoryEntry[] | undefined;
  /** The row of an imported file that said so. */
  from?: ImportedRow | undefined;
}

/** Change sets written by Kebu itself; undo passes over them. */
export const systemReasons: readonly Reason[] = ['classes/recompute', 'file/purge'];

/** What is meant never to be taken back. */
export const finalReasons: readonly Reason[] = ['customer/erase'];

export interface ChangeSet {
  id: string;
  at: string;
  reason: Reason;
  /** The change set that this one takes back (`undo`) or puts back (`redo`). */
  target?: string | undefined;
  changes: Change[];
}

const changeSchema = z
  .strictObject({
    table: tableSchema,
    id: z.string().min(1).max(64),
    customerId: z.string().max(64).optional(),
    before: z.unknown(),
    after: z.unknown(),
    history: z.array(fieldHistorySchema).optional(),
    from: importedRowSchema.optional(),
  })
  .check((context) => {
    const { table, before, after } = context.value;
    if (before === null && after === null) {
      context.issues.push({ code: 'custom', input: context.value, message: 'a change changes nothing' });
    }
    for (const side of [before, after]) {
      if (side === null || isValidRecord(table, side)) continue;
      const parsed = tableSchemas[table].safeParse(side);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          context.issues.push({ code: 'custom', input: side, message: issue.message, path: [table, ...issue.path] });
        }
      }
    }
  });

export const changeSetSchema = z.strictObject({
  id: z.string().min(1).max(64),
  at: instantSchema,
  reason: z.enum(reasons),
  target: z.string().max(64).optional(),
  changes: z.array(changeSchema),
});
