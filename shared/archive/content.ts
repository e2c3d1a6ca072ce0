import * as z from 'zod';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { fieldHistorySchema } from '../domain/dossier/field-history.ts';
import { customerIdSchema, type CustomerId } from '../domain/customer/customer.ts';
import { instantSchema } from '../domain/record.ts';
import { sha256Schema } from '../domain/attachment/attachment.ts';
import { tables, tableSchemas, type RecordOf, type Table } from '../domain/tables.ts';

/*
 * What a backup holds once it is decrypted: a gzip-compressed tar of
 *
 *   manifest.json                    which archive, at which sequence number, written by which version
 *   erased.json                      whom the archive has forgotten for good (erased.ts); absent when nobody
 *   data/<table>/<batch>.ndjson      records, one JSON object a line; files of one batch number belong together:
 *                                    whole dossiers, all their tables
 *   counts.json                      records per table, SHA-256 over the SHA-256 of each data file in the order of the tar,
 *                                    and how many files of customers follow
 *   attachments/<sha256>             the files themselves, each once, as they were; in the order of their hashes
 *
 * Only counts.json and the files it announces make it complete. A snapshot that stays on its computer announces none: there
 * the files lie sealed beside it, once for all snapshots.
 */

export const contentFormat = 'kebu-content';
/** What a record means. Raise it together with a step in upgrade.ts; the layout of the files above is part of it. */
export const contentVersion = 18;

/** The field history of one dossier travels as one record, so that a restored card tells the same past. */
export interface DossierHistory {
  customerId: CustomerId;
  entries: FieldHistoryEntry[];
}

const historySchema: z.ZodType<DossierHistory> = z.strictObject({
  customerId: customerIdSchema,
  entries: z.array(fieldHistorySchema),
});

export type ContentTable = Table | 'history';
/** In the order in which the files of one batch stand in the tar. */
export const contentTables: readonly ContentTable[] = [...tables, 'history'];
const contentSchemas = { ...tableSchemas, history: historySchema } as const;

export type ContentEntry =
  | { [T in Table]: { table: T; record: RecordOf<T> } }[Table]
  | { table: 'history'; record: DossierHistory };

/** A record as the line that it is in a backup, where its JSON is at hand. */
export interface PackedEntry {
  table: ContentTable;
  json: Uint8Array;
}

/** The customer to whose dossier an entry belongs; `null` for the catalogue. */
export function customerOf({ table, record }: ContentEntry): CustomerId | null {
  if (table === 'history') return record.customerId;
  if (table === 'customer') return record.id;
  return 'customerId' in record ? record.customerId : null;
}

/** Throws a ZodError when the value is no record of this table. */
export function parseEntry(table: ContentTable, value: unknown): ContentEntry {
  return { table, record: contentSchemas[table].parse(value) } as ContentEntry;
}

export const contentManifestSchema = z.strictObject({
  format: z.literal(contentFormat),
  version: z.int().min(1).max(contentVersion),
  archiveId: z.string().min(8).max(64),
  /** The journal's sequence number up to which every change is in here. */
  seq: z.int().min(0),
  generation: z.int().min(1),
  createdAt: instantSchema,
  appVersion: z.string().max(40),
});
export type ContentManifest = z.infer<typeof contentManifestSchema>;

export const contentSummarySchema = z.strictObject({
  /** Records per table; a table without records is left out. */
  counts: z.partialRecord(z.enum(contentTables), z.int().min(1)),
  sha256: sha256Schema,
  /** Present when the files of the customers are inside. */
  files: z
    .strictObject({
      inside: z.int().min(0),
      /** Named by records, and already unreadable where this was made. */
      lost: z.array(sha256Schema),
    })
    .optional(),
});
export type ContentSummary = z.infer<typeof contentSummarySchema>;

export const manifestName = 'manifest.json';
export const erasedName = 'erased.json';
export const countsName = 'counts.json';
const attachmentName = /^attachments\/([0-9a-f]{64})$/;
const dataName = /^data\/([A-Za-z]+)\/(\d{6})\.ndjson$/;

/** Where a file of a table lies in a backup, by its number: `data/customer/000003.ndjson`. */
export function dataFileName(table: ContentTable, batch: number): string {
  return `data/${table}/${String(batch).padStart(6, '0')}.ndjson`;
}

/** Where a file of a customer lies in a backup, by the hash of its content in lower-case hexadecimal. */
export function attachmentFileName(sha256: string): string {
  return `attachments/${sha256}`;
}

/** The hash that a file of a customer is named by. */
export function parseAttachmentFileName(name: string): string | null {
  return attachmentName.exec(name)?.[1] ?? null;
}

/** What a name by `dataFileName` names; `null` for any other, also one of a table that nobody knows. */
export function parseDataFileName(name: string): { table: ContentTable; batch: number } | null {
  const [, table, batch] = dataName.exec(name) ?? [];
  const known = contentTables.find((candidate) => candidate === table);
  return known === undefined ? null : { table: known, batch: Number(batch) };
}
