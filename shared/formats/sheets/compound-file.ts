/** Stream names of Microsoft's compound file and what their presence means, most telling first. */
const streams: readonly (readonly [name: string, kind: string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'Word'],
  ['PowerPoint Document', 'PowerPoint'],
  ['__substg1.0_', 'Outlook'],
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
];

/** What a compound file (`D0CF11E0…`) holds: a `workbook`, an `encrypted` one, or the name of another program. */
export function compoundKind(bytes: Uint8Array): string {
  for (const [name, kind] of streams) {
    if (includesWide(bytes, name)) return kind;
  }
  return 'OLE';
}

/** Whether a text stands in the bytes as UTF-16LE, as the directory of a compound file writes it. */
function includesWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 0;
    while (
      length < text.length &&
      bytes[at + length * 2] === text.charCodeAt(length) &&
      bytes[at + length * 2 + 1] === 0
    )
      length++;
    if (length === text.length) return true;
  }
  return false;
}
