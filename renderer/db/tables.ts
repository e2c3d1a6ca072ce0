import type { StoreTotals } from '#shared/ipc/contract.ts';

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

/** Pieces of the image, each sealed with AES-256-GCM, behind one another, and so its 12 bytes in `iv`. */
export interface ImageRow {
  name: string;
  iv: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
}

/** The same as it lies there: large bytes come out of a blob in a fraction of the time that they take in a row of their own. */
export interface StoredImageRow extends Omit<ImageRow, 'box'> {
  box: Blob;
}

/** What was typed and not saved yet; see shared/unsaved. Sealed under a key of its own. */
export interface UnsavedRow {
  key: string;
  nonce: Uint8Array;
  box: Uint8Array;
}

/** Tables of sealed rows whose loss or change would be a loss. */
export type SealedTable = keyof StoreTotals;

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
export function isImageRow(row: unknown): row is StoredImageRow {
  if (typeof row !== 'object' || row === null) return false;
  const { name, iv, box } = row as Record<string, unknown>;
  return typeof name === 'string' && iv instanceof Uint8Array && box instanceof Blob;
}

export function isUnsavedRow(row: unknown): row is UnsavedRow {
  if (typeof row !== 'object' || row === null) return false;
  const { key, nonce, box } = row as Record<string, unknown>;
  return typeof key === 'string' && nonce instanceof Uint8Array && box instanceof Uint8Array;
}

export type DossierKey = [customerId: string, part: number];
export type CatalogueKey = [table: string, id: string];
