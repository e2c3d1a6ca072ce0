import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeText, encodeText } from '#shared/archive/text.ts';
import { createRecordSealer, isWholeRecord, openRecord, sealRecord } from '#shared/crypto/envelope.ts';
import { keyBytes } from '#shared/crypto/keys.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { SealedPart, SealedTable } from '../../../db/tables.ts';

/** Where a sealed row can lie. */
export type SealedPlace = SealedTable | 'meta';

/** Seals and opens the rows of one archive. A row opens only in the place for which it was sealed. */
export interface Vault {
  seal(table: SealedPlace, id: string, v: number, content: unknown): SealedPart;
  /**
   * `damaged` for a row that is not what was written. Whether a newer Kebu was here is said under seal, once for the whole
   * database; a single row that claims it has a flipped bit.
   */
  open(table: SealedPlace, id: string, row: SealedPart): Result<unknown, 'damaged'>;
  /** The same as the bytes of its JSON. */
  openJson(table: SealedPlace, id: string, row: SealedPart): Result<Uint8Array, 'damaged'>;
  /** Whether a row is, bit by bit, what was sealed for this place. */
  verify(table: SealedPlace, id: string, row: SealedPart): boolean;
  /** A key for the image, independent of the one for rows. */
  imageKey: Uint8Array;
  /** Likewise for what was typed and not saved yet. */
  unsavedKey: Uint8Array;
  /** Forgets the keys. Whatever is asked afterwards fails with `keys/locked`. */
  close(): void;
}

export function createVault(archiveId: string, recordKey: Uint8Array): Vault {
  const sealer = createRecordSealer(recordKey);
  let isClosed = false;
  /** Under a wiped key nothing opens, which is no damage, and what is sealed anybody could open. */
  const requireKey = (): void => {
    if (isClosed) failWith('keys/locked');
  };
  const subkey = (purpose: string) =>
    hkdf(sha256, recordKey, utf8ToBytes(archiveId), utf8ToBytes(`kebu/1/${purpose}`), keyBytes);
  const imageKey = subkey('image');
  const unsavedKey = subkey('unsaved');
  const openJson: Vault['openJson'] = (table, id, { v, kid, nonce, box }) => {
    requireKey();
    const opened = openRecord(sealer, { archiveId, table }, { id, v, kid, nonce, box });
    return opened.ok ? opened : err('damaged');
  };
  return {
    imageKey,
    unsavedKey,
    seal(table, id, v, content) {
      requireKey();
      const { kid, nonce, box } = sealRecord(sealer, { archiveId, table, id, v }, encodeText(JSON.stringify(content)));
      return { v, kid, nonce, box };
    },
    open(table, id, row) {
      const opened = openJson(table, id, row);
      return opened.ok ? ok(JSON.parse(decodeText(opened.value))) : opened;
    },
    openJson,
    verify(table, id, { v, kid, nonce, box }) {
      requireKey();
      return isWholeRecord(sealer, { archiveId, table }, { id, v, kid, nonce, box });
    },
    close() {
      isClosed = true;
      sealer.key.fill(0);
      imageKey.fill(0);
      unsavedKey.fill(0);
    },
  };
}
