import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { DossierFile } from './dossier-file.ts';

/** The files of a dossier, those in the bin too. */
export function* attachmentsOf(file: DossierFile): Generator<Attachment> {
  for (const { table, record } of file.records()) if (table === 'attachment') yield record as Attachment;
}

/** Which stored files a dossier names, by their hash. */
export function filesNamedBy(file: DossierFile): string[] {
  return [...attachmentsOf(file)].map(({ sha256 }) => sha256);
}
