import { asKey, keyBytes, type ArchiveKey } from '#shared/crypto/keys.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { decryptWithIdentity, encryptToRecipient } from './age.ts';

/** `archive-key.age`: the archive key and, behind it, the archive's id, so that both survive the loss of `archive.json`. */
export async function sealArchiveKey(
  recipient: string,
  archiveKey: ArchiveKey,
  archiveId: string,
): Promise<Uint8Array> {
  const plain = concatBytes([archiveKey, new TextEncoder().encode(archiveId)]);
  try {
    return await encryptToRecipient(recipient, plain);
  } finally {
    plain.fill(0);
  }
}

/** `null` when the file is damaged or belongs to another identity. */
export async function openArchiveKey(
  identity: string,
  sealed: Uint8Array,
): Promise<{ archiveKey: ArchiveKey; archiveId: string } | null> {
  const plain = await decryptWithIdentity(identity, sealed);
  if (!plain || plain.length <= keyBytes) return null;
  const archiveKey = asKey(plain.slice(0, keyBytes), 'archive');
  const archiveId = new TextDecoder().decode(plain.subarray(keyBytes));
  plain.fill(0);
  return { archiveKey, archiveId };
}
