/** What the first bytes of a file say it is, whatever its name says. */
export type FileKind =
  | { type: 'empty' }
  | { type: 'zip' }
  /** Microsoft's compound file: a legacy `.xls`, or an encrypted `.xlsx`. */
  | { type: 'compound' }
  | { type: 'text' }
  /** No table. `kind` is a name that reads the same in every language. */
  | { type: 'other'; kind: string };

/** Signatures at an offset, in hexadecimal; `??` stands for any byte. */
const signatures: readonly (readonly [offset: number, bytes: string, kind: string])[] = [
  [0, '89504e470d0a1a0a', 'PNG'],
  [0, 'ffd8ff', 'JPEG'],
  [0, '474946383761', 'GIF'],
  [0, '474946383961', 'GIF'],
  [0, '424d????????00000000', 'BMP'],
  [0, '52494646????????57454250', 'WebP'],
  [0, '52494646????????57415645', 'WAV'],
  [0, '52494646????????41564920', 'AVI'],
  [0, '49492a00', 'TIFF'],
  [0, '4d4d002a', 'TIFF'],
  [0, '0000010001', 'ICO'],
  [4, '6674797068656963', 'HEIC'],
  [4, '667479706d696631', 'HEIC'],
  [4, '6674797061766966', 'AVIF'],
  [4, '66747970', 'MP4'],
  [0, '25504446', 'PDF'],
  [0, '377abcaf271c', '7-Zip'],
  [0, '526172211a07', 'RAR'],
  [0, '1f8b08', 'GZIP'],
  [0, '425a68', 'BZIP2'],
  [0, 'fd377a585a00', 'XZ'],
  [0, '53514c69746520666f726d6174203300', 'SQLite'],
  [0, '7b5c727466', 'RTF'],
  [0, '494433', 'MP3'],
  [0, '4d5a', 'EXE'],
  [0, '7f454c46', 'ELF'],
  [0, '6167652d656e6372797074696f6e2e6f7267', 'age'],
];

function hasSignature(head: Uint8Array, offset: number, bytes: string): boolean {
  for (let index = 0; index < bytes.length / 2; index++) {
    const wanted = bytes.slice(index * 2, index * 2 + 2);
    if (wanted !== '??' && head[offset + index] !== Number.parseInt(wanted, 16)) return false;
  }
  return true;
}

/** Tells from the first bytes (4 KiB are plenty) what a file is. Text is what nothing else claims and holds no stray NUL. */
export function sniffFile(head: Uint8Array): FileKind {
  if (head.length === 0) return { type: 'empty' };
  if (hasSignature(head, 0, '504b0304') || hasSignature(head, 0, '504b0506')) return { type: 'zip' };
  if (hasSignature(head, 0, 'd0cf11e0a1b11ae1')) return { type: 'compound' };
  const found = signatures.find(([offset, bytes]) => hasSignature(head, offset, bytes));
  if (found && !isPlainText(head)) return { type: 'other', kind: found[2] };
  return isBinary(head) ? { type: 'other', kind: 'binary' } : { type: 'text' };
}

/** Short signatures (`MZ`, `BM`, `ID3`) may begin an honest text: a file without control bytes is one. */
function isPlainText(head: Uint8Array): boolean {
  if (hasSignature(head, 0, '25504446') || hasSignature(head, 0, '7b5c727466') || hasSignature(head, 0, '6167652d'))
    return false;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** NUL bytes belong in UTF-16, where every other byte of ASCII is one; anywhere else they mean that this is no text. */
function isBinary(head: Uint8Array): boolean {
  if (hasSignature(head, 0, 'fffe') || hasSignature(head, 0, 'feff')) return false;
  const zeros = [0, 0];
  let controls = 0;
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) controls++;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return controls > head.length / 50;
  const most = Math.max(even, odd);
  const least = Math.min(even, odd);
  return controls > head.length / 20 || least > 0 || most < head.length / 8;
}
