import { isShowable, pictureSizeOf, type PictureSize } from '#shared/formats/picture-size.ts';
import { isCutShort } from '#shared/formats/picture-end.ts';
import { isShownPicture } from '#shared/attachments/file-kind.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { fetchFile } from '../../../platform/attachments.ts';
import { onErased } from '../../../state/erased.ts';

/** A larger one is shown when it is asked for, and by a sign in the list. */
const largestForThumbnail = 20 * 1024 * 1024;
const thumbnailPixels = 96;
const keptThumbnails = 300;

/** Whether a decoder may have it, how large it is, and whether only a part of it is there. A picture whose header does not say is not decoded. */
export function judgePicture(bytes: Uint8Array): { size: PictureSize | null; isShowable: boolean; isCut: boolean } {
  const size = pictureSizeOf(bytes);
  return { size, isShowable: size !== null && isShowable(size), isCut: isCutShort(bytes) };
}

const thumbnails = new Map<string, Promise<string | null>>();
/** One at a time: a card full of pictures must not fill the memory with them. */
const inOrder = createOrder();

export function hasThumbnail({ mediaType, sizeBytes }: Attachment): boolean {
  return isShownPicture(mediaType) && sizeBytes <= largestForThumbnail;
}

/** The address of a small picture (`blob:`), made once for as long as Kebu is open; `null` when it cannot be decoded. */
export function thumbnailOf(file: Attachment): Promise<string | null> {
  const known = thumbnails.get(file.sha256);
  if (known) return known;
  const made = inOrder(() => makeThumbnail(file)).catch(() => null);
  thumbnails.set(file.sha256, made);
  const [oldest] = thumbnails.keys();
  if (thumbnails.size > keptThumbnails && oldest !== undefined) void forget(oldest);
  return made;
}

// Whose they are is not known here, and those that are looked at are made again.
onErased(() => {
  for (const sha256 of thumbnails.keys()) void forget(sha256);
});

async function forget(sha256: string): Promise<void> {
  const made = thumbnails.get(sha256);
  thumbnails.delete(sha256);
  const url = await made;
  if (url) URL.revokeObjectURL(url);
}

async function makeThumbnail({ sha256, mediaType }: Attachment): Promise<string | null> {
  const bytes = await fetchFile(sha256);
  const { size, isShowable: isAllowed } = judgePicture(bytes);
  if (!size || !isAllowed) return null;
  const scale = Math.min(1, (thumbnailPixels * window.devicePixelRatio) / Math.min(size.width, size.height));
  const [width, height] = [size.width * scale, size.height * scale].map((side) => Math.max(1, Math.round(side)));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }));
}
