import type { Counts } from '#shared/ipc/contract.ts';

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
  iv: Uint8Array;
  box: Uint8Array;
}

/** What the database knows about itself. Written in the same transaction as the data it speaks of. */
export interface ArchiveMeta {
  archiveId: string;
  generation: number;
  /** Every change set up to this frame of the journal is in here. */
  seq: number;
  /** Records per table. */
  counts: Counts;
  /** Rows in `dossiers`: a store that lost some is noticed at the next start. */
  parts: number;
  /** Meaning of the records; see shared/archive. */
  contentVersion: number;
  /** `rebuilding`: a rebuild did not reach its end, so nothing in here can be used. */
  state: 'complete' | 'rebuilding';
}

export type DossierKey = [customerId: string, part: number];
export type CatalogueKey = [table: string, id: string];
