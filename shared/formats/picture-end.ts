/** Markers of a JPEG that no length follows. */
function isBareMarker(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/**
 * Whether the file of a picture ends before the picture does, as after a broken download: what is there of it can be drawn,
 * and nobody is told. Goes by the parts that JPEG (ITU T.81), PNG and WebP name themselves; false of others.
 */
export function isCutShort(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return !hasEndOfJpeg(bytes);
  if (text(0) === '\x89PNG') return !hasEndOfPng(view, text);
  if (text(0) === 'RIFF' && text(8) === 'WEBP') return view.getUint32(4, true) + 8 > bytes.length;
  return false;
}

function hasEndOfJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    const found = bytes.indexOf(0xff, at);
    if (found < 0) return false;
    const marker = bytes[found + 1] ?? 0;
    if (marker === 0xd9) return true;
    // A byte of the picture itself, or one that only fills.
    const isData = marker === 0 || isBareMarker(marker);
    if (marker === 0xff) at = found + 1;
    else if (isData) at = found + 2;
    else at = found + 2 + (((bytes[found + 2] ?? 0) << 8) | (bytes[found + 3] ?? 0));
  }
  return false;
}

function hasEndOfPng(view: DataView, text: (at: number) => string): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    if (text(at + 4) === 'IEND') return true;
  }
  return false;
}
