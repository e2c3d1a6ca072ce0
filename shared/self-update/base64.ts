const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(alphabet).map((sign, value) => [sign, value]));

/** Base64 (RFC 4648 §4) without padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const signs = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    text += signs
      .slice(0, Math.min(4, bytes.length - at + 1))
      .map((value) => alphabet[value])
      .join('');
  }
  return text;
}

/** `null` for what `toBase64` does not write: other signs, a length that none has, bits that mean nothing. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, filled] = [0, 0, 0];
  for (const sign of text) {
    const value = values.get(sign);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[filled] = (bits >> held) & 255;
    filled += 1;
  }
  return toBase64(bytes) === text ? bytes : null;
}
