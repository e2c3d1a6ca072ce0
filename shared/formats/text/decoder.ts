/** The part of the platform's TextDecoder that is used here; the same in Chromium and Node. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => Decoder;

/** Encodings that can be chosen for a text file, as the Encoding Standard names them. */
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'koi8-r',
] as const;
export type Encoding = (typeof encodings)[number];

/** Decodes pieces of a file one after the other; characters cut between pieces are joined. Drops a byte-order mark. */
export function createDecoder(encoding: Encoding, fatal = false): Decoder {
  return new TextDecoder(encoding, { fatal });
}

/** For any name that the Encoding Standard knows (`GBK`, `gb2312`, `ISO-8859-1`); `undefined` for others. */
export function openDecoder(label: string, fatal = false): Decoder | undefined {
  try {
    return new TextDecoder(label.trim(), { fatal });
  } catch {
    return undefined;
  }
}
