import * as z from 'zod';
import { reasons } from '../../changes/reasons.ts';
import { importedRowSchema, instantSchema } from '../record.ts';
import { dossierTables, type DossierTable } from '../tables.ts';
import type { FieldHistoryEntry } from './dossier.ts';

/** One changed field as backups and the journal hold it. */
export const fieldHistorySchema: z.ZodType<FieldHistoryEntry> = z.strictObject({
  table: z.enum(dossierTables as [DossierTable, ...DossierTable[]]),
  recordId: z.string().min(1).max(64),
  field: z.string().min(1).max(200),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  at: instantSchema,
  changeSetId: z.string().min(1).max(64),
  reason: z.enum(reasons).optional(),
  from: importedRowSchema.optional(),
});
