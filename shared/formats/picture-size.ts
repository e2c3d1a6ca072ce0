/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * How large a picture is by its header, before a decoder takes memory for it: PNG, JPEG, GIF, WebP, BMP. `null` when the header
 * does not say.
 */
export function pictureSizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return sized(view.getUint32(16), view.getUint32(20));
    if (view.getUint32(0) === 0x47494638) return sized(view.getUint16(6, true), view.getUint16(8, true));
    if (view.getUint16(0) === 0x424d) return sized(view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
  } catch (error) {
    // Read beyond the end: the header is cut.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function sized(width: number, height: number): PictureSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}

/** RFC 9649: lossy, lossless and extended files say it in three ways. */
function webpSize(view: DataView): PictureSize | null {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820) return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (chunk !== 0x56503858) return null;
  const at = (offset: number) => (view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16)) + 1;
  return sized(at(24), at(27));
}

/** The frame header (SOFn, ITU-T T.81 B.2.2) comes after any number of other segments. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    // Fill bytes before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** Four bytes a pixel: a picture of this size takes 256 MB while it is shown. */
const mostPixels = 64_000_000;

/** Whether a window can hold it: up to 64 million pixels. */
export function isShowable({ width, height }: PictureSize): boolean {
  return width * height <= mostPixels;
}
