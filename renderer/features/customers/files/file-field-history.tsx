import { fileHistoryOf, type FileEvent } from '#shared/attachments/history-of-field.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useT } from '../../../platform/language.tsx';
import { HistoryPopover } from '../card/history-popover.tsx';
import { HistoryRow } from '../card/history-row.tsx';
import { firstChanges, useFirstFew } from '../card/use-first-few.tsx';
import { usePutBackFile, useRemovedFiles } from './use-removed-files.ts';

/** What was put into a field for files and what left it; what lies in the bin can be put back. */
export function FileFieldHistory({ field, dossier }: { field: CustomField; dossier: Dossier }) {
  const removed = useRemovedFiles(dossier.customerId);
  const events = fileHistoryOf(field.id, [...dossier.attachment, ...removed], dossier.history);
  if (events.length === 0) return null;
  return (
    <HistoryPopover field={field.label}>
      <Events events={events} />
    </HistoryPopover>
  );
}

function Events({ events }: { events: readonly FileEvent[] }) {
  const t = useT();
  const putBack = usePutBackFile();
  const { shown, others } = useFirstFew(events, firstChanges);
  return (
    <>
      {shown.map(({ file, deed, at, entry }, place) => {
        const { name } = file;
        // Only the last removal can be taken back: before it, the file was there again.
        const isInBin = file.deletedAt !== undefined && events.findIndex((each) => each.file === file) === place;
        return (
          <HistoryRow
            key={`${file.id}-${deed}-${at}`}
            source={entry ?? { at }}
            said={t(`fields.files.${deed}`, { name })}
            putBack={isInBin ? { label: t('files.putBack', { name }), run: () => void putBack(file) } : undefined}
          />
        );
      })}
      {others && <li>{others}</li>}
    </>
  );
}
