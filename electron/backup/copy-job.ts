import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Folder } from './find-backups.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/** What a snapshot with files is packed with. */
export interface Packing {
  recipient: string;
  identity: () => string;
  store: AttachmentStore;
}

export interface CopyJob {
  /** A verified snapshot in the archive's own folder. */
  source: VerifiedBackup;
  folder: Folder;
  /** The identity while the archive is open, `null` while it is locked; asked for when the copy is read back. */
  identity: () => string | null;
  /** For a snapshot with files of customers; `null` while the archive is locked. */
  packing: Packing | null;
  signal: AbortSignal;
  onStep: (step: 'writing' | 'verifying', doneBytes: number, totalBytes: number) => void;
}

/** Whether a snapshot names files of customers, which lie beside it and travel with its copies. */
export function hasFiles({ counts }: Pick<VerifiedBackup, 'counts'>): boolean {
  return (counts['attachment'] ?? 0) > 0;
}
