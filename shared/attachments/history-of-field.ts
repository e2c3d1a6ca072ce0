import type { Attachment } from '../domain/attachment/attachment.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';

/** One thing that happened to the files of a field. */
export interface FileEvent {
  file: Attachment;
  /** `put` into the field from the other files of the customer, `taken` out of it to them. */
  deed: 'added' | 'put' | 'taken' | 'removed' | 'restored';
  /** UTC, ISO 8601. */
  at: string;
  /** Absent for a file that came with the field as its place. */
  entry?: FieldHistoryEntry | undefined;
}

/**
 * What was put into a field whose values are files and what left it, newest first. `files` are all of the customer, removed ones
 * too; what is gone for good leaves nothing.
 */
export function fileHistoryOf(
  fieldId: string,
  files: readonly Attachment[],
  history: readonly FieldHistoryEntry[],
): FileEvent[] {
  const ofFiles = Map.groupBy(
    history.filter(({ table }) => table === 'attachment'),
    ({ recordId }) => recordId,
  );
  return files
    .flatMap((file) => eventsOf(file, fieldId, ofFiles.get(file.id) ?? []))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function eventsOf(file: Attachment, fieldId: string, own: readonly FieldHistoryEntry[]): FileEvent[] {
  const moves = own.filter(({ field }) => field === 'fieldId');
  // Where it was at first is what the first move took it from.
  let place: unknown = moves[0] ? moves[0].before : file.fieldId;
  const events: FileEvent[] = place === fieldId ? [{ file, deed: 'added', at: file.createdAt }] : [];
  for (const entry of own) {
    const event = { file, at: entry.at, entry };
    if (entry.field === 'fieldId') {
      if (entry.after === fieldId) events.push({ ...event, deed: 'put' });
      else if (place === fieldId) events.push({ ...event, deed: 'taken' });
      place = entry.after;
    } else if (entry.field === '*' && place === fieldId) {
      events.push({ ...event, deed: entry.after === 'deleted' ? 'removed' : 'restored' });
    }
  }
  return events;
}
