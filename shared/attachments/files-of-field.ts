import type { Attachment } from '../domain/attachment/attachment.ts';

/** The files that are values of a field of the archive's own, the first one added first. */
export function filesOfField(files: readonly Attachment[], fieldId: string): Attachment[] {
  return files
    .filter((file) => file.fieldId === fieldId)
    .toSorted((a, b) => (a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1));
}

const longestName = 200;
const mostNames = 200;

/** What they are called, as a value of such a field could be written down. */
export function fileNamesOf(files: readonly Attachment[], fieldId: string): string[] {
  return filesOfField(files, fieldId)
    .slice(0, mostNames)
    .map(({ name }) => name.slice(0, longestName));
}
