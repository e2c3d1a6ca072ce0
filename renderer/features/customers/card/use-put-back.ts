import { isBeginning } from '#shared/changes/field-history.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';

type Entry = Pick<FieldHistoryEntry, 'recordId' | 'changeSetId' | 'field' | 'before'>;

/**
 * Puts an earlier value back. Of one that is too long for the past of a card it is read whole first; where nobody has it whole any
 * more, that is told, and nothing is put in its place.
 */
export function usePutBack(): (entry: Entry, put: (before: unknown) => Promise<unknown>) => Promise<void> {
  const engine = useEngine();
  return async ({ recordId, changeSetId, field, before }, put) => {
    try {
      await put(isBeginning(before) ? await engine.valueBefore(changeSetId, recordId, field) : before);
    } catch (error) {
      reportFailure(error);
    }
  };
}
