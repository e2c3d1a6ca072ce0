import { openDecoder, type Encoding } from '../text/decoder.ts';

/** The same in Chromium and Node. Throws on what is no base64. */
declare const atob: (text: string) => string;

/**
 * The text of a value: in the character set that it names, else in that of the file. A value that is not written so is in
 * UTF-8 or in that of China, which is what phones write without saying it.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined, fallback: Encoding): string {
  if (bytes.every((byte) => byte < 0x80)) return openDecoder('utf-8')?.decode(bytes) ?? '';
  for (const label of [charset, 'utf-8', fallback]) {
    const text = label === undefined ? undefined : strictly(bytes, label);
    if (text !== undefined) return text;
  }
  // A program that counts bytes may have cut a character in two.
  const nearly = openDecoder(charset ?? 'utf-8')?.decode(bytes) ?? '';
  const broken = nearly.split('\ufffd').length - 1;
  if (broken * 10 <= nearly.length) return nearly.replaceAll('\ufffd', '');
  return openDecoder('gb18030')?.decode(bytes) ?? '';
}

function strictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return openDecoder(label, true)?.decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 2045 6.7; what is no such code stays as it is. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const code = byte === 0x3d ? Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16) : NaN;
    const isCode = byte === 0x3d && isHex(bytes[at + 1]) && isHex(bytes[at + 2]);
    decoded[length++] = isCode ? code : byte;
    if (isCode) at += 2;
  }
  return decoded.subarray(0, length);
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9a-f]/i.test(String.fromCharCode(byte));
}

/** `undefined` for what is no base64. Blanks and line ends do not matter. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  let binary: string;
  try {
    binary = atob(text.replace(/[^A-Za-z0-9+/=]/g, ''));
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The parts of a structured value (`N`, `ADR`, `ORG`), or the values of a list; a sign behind a backslash separates nothing. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? '';
    if (sign === '\\') {
      parts[parts.length - 1] += sign + (value[at + 1] ?? '');
      at++;
    } else if (sign === separator) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map(unescapeText);
}

/** `\n`, `\,` and their kin (RFC 6350 3.4); other backslashes are ones that somebody wrote. */
export function unescapeText(value: string): string {
  return value.replace(/\\([nN,;:"\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
