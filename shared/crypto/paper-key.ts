/** The paper key is an age X25519 identity as text, so that plain `age -i` opens a backup with it. */
export type PaperKey = string;

const prefix = 'AGE-SECRET-KEY-1';
/** 32 bytes and a checksum in Bech32 (BIP 173). */
const dataCharacters = 58;
const bech32Characters = /^[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]+$/;
/** Characters that Bech32 leaves out because they are read as these. */
const misread: Readonly<Record<string, string>> = { O: '0', I: 'L', '1': 'L', B: '8' };

/** What stands on the paper after the constant `AGE-SECRET-KEY-1`: fifteen groups, of four characters but for the last. */
export function groupsOfPaperKey(paperKey: PaperKey): string[] {
  return paperKey.slice(prefix.length).match(/.{1,4}/g) ?? [];
}

/**
 * Reads a paper key as people type it: any case, spacing and width, with or without the constant beginning.
 * Returns `null` for what cannot be one; the checksum is left to the one who opens something with it.
 */
export function parsePaperKey(typed: string): PaperKey | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—.,;:·]/g, '');
  const bare = letters.replace(/^AGESECRETKEY[1IL]/, '');
  const data = Array.from(bare, (letter) => misread[letter] ?? letter).join('');
  return data.length === dataCharacters && bech32Characters.test(data) ? prefix + data : null;
}

/** Whether a typed group is the one that stands at `index`. */
export function isPaperKeyGroup(paperKey: PaperKey, index: number, typed: string): boolean {
  const group = groupsOfPaperKey(paperKey)[index];
  const letters = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return group !== undefined && group === Array.from(letters, (letter) => misread[letter] ?? letter).join('');
}
