import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Committed } from './writing.ts';

/** The files of customers, as far as records tell; their bytes lie in the main process. */
export interface FilesApi {
  /** Files of a customer that lie in the bin, the last one removed first. */
  removedFiles(id: CustomerId): Attachment[];
  /** All files of the archive, the largest first, at most so many; reads every dossier. */
  filesBySize(limit: number): FileOverview;
  /** Lets every removed file go for good, whatever time it had left. Cannot be undone. */
  emptyFileBin(): Committed;
}

export interface FileOverview {
  /** Files outside the bin, and what they come to; one that several customers have counts once for each. */
  count: number;
  sizeBytes: number;
  /** In the bin, theirs or their customer's. */
  inBin: { count: number; sizeBytes: number };
  /** Those of them that were removed by themselves, and can be let go. */
  removed: { count: number; sizeBytes: number };
  largest: { file: Attachment; customerName: string }[];
}
