import type { Archive } from '../archive/archive.ts';
import type { UnsavedTexts } from '../archive/unsaved-texts.ts';
import type { IndexKeeper } from '../index-keeper.ts';
import type { Precautions } from './precautions.ts';

export interface OpenArchive {
  archive: Archive;
  keeper: IndexKeeper;
  precautions: Precautions;
  unsaved: UnsavedTexts;
  /** Tells the archive's own forms; zeros once the archive is closed. */
  replyKey: Uint8Array;
}
