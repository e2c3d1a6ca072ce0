import * as z from 'zod';
import { contentVersion } from '#shared/archive/content.ts';
import { countsSchema, storeTotalsSchema } from '#shared/ipc/contract.ts';
import type { SealedPart } from '../../../db/tables.ts';
import type { Vault } from './vault.ts';

/** What the database knows about itself. Written in the same transaction as the data it speaks of. */
const archiveMetaSchema = z.object({
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

const newerMetaSchema = z.looseObject({ contentVersion: z.int().min(contentVersion + 1) });
/** Until layout 3 it lay there unsealed. */
const unsealedRowSchema = z.looseObject({
  value: z.looseObject({
    generation: z.int().catch(0),
    contentVersion: z.int().min(1).max(contentVersion).catch(contentVersion),
  }),
});

/** What the database says of itself, and how far that can be believed. */
export type FoundMeta =
  | { is: 'missing' }
  /** Bit by bit what was written. */
  | { is: 'sealed'; meta: ArchiveMeta }
  | { is: 'newer'; version: number }
  /** As an older Kebu left it; anybody may have written it since, so that nothing in it decides about changes. */
  | { is: 'unsealed'; generation: number; contentVersion: number }
  | { is: 'damaged' };

const place = ['meta', 'archive'] as const;

export function sealMeta(vault: Vault, meta: ArchiveMeta): SealedPart {
  return vault.seal(...place, meta.seq, meta);
}

/** Judges the row as it lies in the database, `null` when there is none. */
export function openMeta(vault: Vault, row: unknown): FoundMeta {
  if (row === null) return { is: 'missing' };
  const sealed = row as SealedPart;
  if (!vault.verify(...place, sealed)) {
    const { data: unsealed } = unsealedRowSchema.safeParse(row);
    if (!unsealed) return { is: 'damaged' };
    return { is: 'unsealed', generation: unsealed.value.generation, contentVersion: unsealed.value.contentVersion };
  }
  const opened = vault.open(...place, sealed);
  const value = opened.ok ? opened.value : null;
  const newer = newerMetaSchema.safeParse(value);
  if (newer.success) return { is: 'newer', version: newer.data.contentVersion };
  const own = archiveMetaSchema.safeParse(value);
  return own.success ? { is: 'sealed', meta: own.data } : { is: 'damaged' };
}
