import * as z from 'zod';
import { erasedListSchema, mergeErased, nobodyErased, tombstoneOf, type ErasedList } from '#shared/archive/erased.ts';
import { deriveKey, type ArchiveKey } from '#shared/crypto/keys.ts';
import { joinContext, nonceBytes, seal, unseal } from '#shared/crypto/seal.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { sha256Schema } from '#shared/domain/attachment/attachment.ts';
import { instantSchema } from '#shared/domain/record.ts';
import { certificateSchema } from '#shared/ipc/erasure.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeAtomically } from '../files/write-atomically.ts';

const stateSchema = z.strictObject({
  erased: erasedListSchema,
  /** An erasure that has begun and is not yet through: some file may still hold the persons. */
  pending: z
    .strictObject({
      begunAt: instantSchema,
      tombstones: z.array(z.string()),
      /** The files that go with them; absent in what was written before there were any. */
      files: z.array(sha256Schema).default([]),
    })
    .nullable(),
  certificates: z.array(certificateSchema),
});
export type ErasureState = z.infer<typeof stateSchema>;

export interface ErasureKeys {
  archiveId: string;
  archiveKey: ArchiveKey;
}

const nothing: ErasureState = { erased: nobodyErased, pending: null, certificates: [] };

/** Fails with `erasure/list-damaged` for a list that does not open: whoever is on it must not come back unnoticed. */
export async function readErasure(files: FileSystem, path: string, keys: ErasureKeys): Promise<ErasureState> {
  const sealed = await readIfThere(files, path);
  if (!sealed) return nothing;
  const key = deriveKey(keys.archiveKey, keys.archiveId, 'erasure');
  try {
    const parts = { nonce: sealed.slice(0, nonceBytes), box: sealed.slice(nonceBytes) };
    const plain = unseal(key, contextOf(keys.archiveId), parts) ?? failWith('erasure/list-damaged');
    return stateSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
  } finally {
    key.fill(0);
  }
}

export async function writeErasure(
  files: FileSystem,
  path: string,
  keys: ErasureKeys,
  state: ErasureState,
): Promise<void> {
  const key = deriveKey(keys.archiveKey, keys.archiveId, 'erasure');
  try {
    const plain = new TextEncoder().encode(JSON.stringify(state));
    const { nonce, box } = seal(key, contextOf(keys.archiveId), plain);
    await writeAtomically(files, path, concatBytes([nonce, box]));
  } finally {
    key.fill(0);
  }
}

/** The key under which this archive's own tombstones are made, as the list carries it (hexadecimal). */
export function ownRingKey({ archiveKey, archiveId }: ErasureKeys): string {
  const erasureKey = deriveKey(archiveKey, archiveId, 'erasure');
  const ringKey = tombstoneOf(Buffer.from(erasureKey).toString('hex'), `tombstones of ${archiveId}`);
  erasureKey.fill(0);
  return ringKey;
}

/** The list with these customers on it, and their tombstones. */
export function withErased(
  erased: ErasedList,
  key: string,
  customerIds: readonly string[],
): { erased: ErasedList; tombstones: string[] } {
  const tombstones = customerIds.map((id) => tombstoneOf(key, id));
  return { erased: mergeErased(erased, { rings: [{ key, tombstones }] }), tombstones };
}

function contextOf(archiveId: string): Uint8Array {
  return joinContext([archiveId, 'erased', 1]);
}
