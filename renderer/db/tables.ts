import * as z from 'zod';
import { countsSchema, storeTotalsSchema } from '#shared/ipc/contract.ts';

/** What every sealed row carries besides its key; see shared/crypto/envelope.ts. */
export interface SealedPart {
  v: number;
  kid: string;
  nonce: Uint8Array;
  box: Uint8Array;
}

/** Part `part` (from 0, without gaps) of a customer's dossier. */
export interface DossierRow extends SealedPart {
  customerId: string;
  part: number;
}

export interface CatalogueRow extends SealedPart {
  table: string;
  id: string;
}

/** `seq` is that of the last frame of the change set. */
export interface AuditRow extends SealedPart {
  seq: number;
  changeSetId: string;
}

/** A piece of the image, sealed with AES-256-GCM. */
export interface ImageRow {
  name: string;
  iv: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
}

/** What was typed and not saved yet; see shared/unsaved. Sealed under a key of its own. */
export interface UnsavedRow {
  key: string;
  nonce: Uint8Array;
  box: Uint8Array;
}

/** What the database knows about itself. Written in the same transaction as the data it speaks of. */
export const archiveMetaSchema = z.object({
  archiveId: z.string(),
  generation: z.int(),
  /** Every change set up to this frame of the journal is in here. */
  seq: z.int().min(0),
  /** Records per table. */
  counts: countsSchema,
  /** What its rows amount to: a store that lost some, or gives back others, is noticed. */
  totals: storeTotalsSchema,
  /** Meaning of the records; see shared/archive. */
  contentVersion: z.int(),
  /**
   * `rebuilding`: a rebuild did not reach its end. `distrusted`: rows were found that are not what was written. Nothing in
   * here can be used in either case.
   */
  state: z.enum(['complete', 'rebuilding', 'distrusted']),
});
export type ArchiveMeta = z.infer<typeof archiveMetaSchema>;

/** Tables of sealed rows whose loss or change would be a loss. */
export type SealedTable = keyof ArchiveMeta['totals'];

/** A row that a damaged database gives back may be anything; whether what it seals is whole shows when it is opened. */
export function isKeyedRow(table: SealedTable, row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { customerId, part, table: catalogue, id, seq, changeSetId } = row as Record<string, unknown>;
  switch (table) {
    case 'dossiers':
      return typeof customerId === 'string' && Number.isSafeInteger(part);
    case 'catalogue':
      return typeof catalogue === 'string' && typeof id === 'string';
    case 'audit':
      return Number.isSafeInteger(seq) && typeof changeSetId === 'string';
  }
}

/** Likewise of rows that nobody would miss. */
export function isSealedText(row: unknown): row is UnsavedRow | ImageRow {
  return typeof row === 'object' && row !== null && 'box' in row && row.box instanceof Uint8Array;
}

export type DossierKey = [customerId: string, part: number];
export type CatalogueKey = [table: string, id: string];
