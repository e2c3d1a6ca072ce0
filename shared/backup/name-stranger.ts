/** Why a file in a backup folder is no backup that Kebu would restore from. */
export const strangerKinds = [
  /** A sync program kept two versions of one file. */
  'conflicted-copy',
  /** `… (1).kebu`: copied or downloaded a second time. */
  'numbered-copy',
  /** The content is in the cloud and not on this computer. */
  'placeholder',
  /** Nothing in it, or nothing yet. */
  'empty',
  /** Begun and not finished: cut short, or its end has not arrived. */
  'half-synced',
  /** A file that a sync or download program is still writing. */
  'arriving',
] as const;
export type StrangerKind = (typeof strangerKinds)[number];

/** A file of a backup folder, as a listing gives it. */
export interface ListedFile {
  name: string;
  sizeBytes: number;
  /** Bytes that lie on the disk; `null` where the system does not say. */
  storedBytes: number | null;
}

const ourStart = /^\.?kebu-[0-9a-z]{8}-/i;
const conflictWords =
  /conflict|konflikt|冲突|衝突|副本冲突|版本冲突|\.sync-conflict-|-[A-Z0-9-]{4,}的(?:电脑|MacBook)|\(.*(?:'s|’s).*\)/iu;
const numbered = /(?: ?[(（]\d{1,3}[)）]| - (?:Copy|副本|复制)(?: ?[(（]\d+[)）])?| copy(?: \d+)?| 副本)(?=\.kebu$)/iu;
const arrivingEnd =
  /\.(?:tmp|temp|part|partial|crdownload|download|downloading|baiduyun\.p\.downloading|!sync|bts|xltd|td)$/i;
const cloudEnd = /\.(?:icloud|cloud|cloudf|nutstore)$/i;

/**
 * What is wrong with a file that looks like one of ours but is not a readable backup under its own name; `null` for files
 * that have nothing to do with Kebu.
 *
 * @param isWhole whether it was read and found to be a finished backup under its own name
 */
export function nameStranger({ name, sizeBytes, storedBytes }: ListedFile, isWhole: boolean): StrangerKind | null {
  if (isWhole || !ourStart.test(name)) return null;
  if (cloudEnd.test(name)) return 'placeholder';
  if (arrivingEnd.test(name) || name.startsWith('.')) return 'arriving';
  if (!/\.kebu/i.test(name)) return null;
  if (conflictWords.test(name)) return 'conflicted-copy';
  if (numbered.test(name)) return 'numbered-copy';
  if (sizeBytes === 0) return 'empty';
  if (storedBytes === 0) return 'placeholder';
  return 'half-synced';
}
