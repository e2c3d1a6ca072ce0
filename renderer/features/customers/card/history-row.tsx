import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { unitOf } from '#shared/imports/unit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './card.module.css';

interface HistoryRowProps {
  source: Pick<FieldHistoryEntry, 'at' | 'reason' | 'from'>;
  said: string;
  /** The button that takes the change back, where that can be done. */
  putBack?: { label: string; run: () => void } | undefined;
}

/** One change of a fact: what it did, when, by whom or from which file, and the way back. */
export function HistoryRow({ source: { at, reason, from }, said, putBack }: HistoryRowProps) {
  const t = useT();
  const fileNameOf = useFileNames();
  const source = from
    ? fromFile(t, fileNameOf(from.batchId), from.row)
    : t(reason === undefined ? 'facts.byHand' : `reason.${reason}`);
  return (
    <li className={styles.historyEntry}>
      <div>
        <div>{said}</div>
        <div className={styles.historySource}>
          <InstantText at={at} /> · {source}
        </div>
      </div>
      {putBack && (
        <Button kind="quiet" size="small" aria-label={putBack.label} onPress={putBack.run}>
          {t('facts.putBack')}
        </Button>
      )}
    </li>
  );
}

/** Where the first value came from: what was typed or imported when the record was made. */
export function OriginRow({ record }: { record: Extract<AnyRecord, { origin: unknown }> }) {
  const t = useT();
  const fileNameOf = useFileNames();
  const { kind, batchId, row } = record.origin;
  const source =
    kind === 'import' && row !== undefined
      ? fromFile(t, fileNameOf(batchId ?? ''), row)
      : t(kind === 'import' ? 'facts.imported' : 'facts.byHand');
  return (
    <li className={styles.historyEntry}>
      <div>
        <div>{t('facts.enteredFirst')}</div>
        <div className={styles.historySource}>
          <InstantText at={record.createdAt} /> · {source}
        </div>
      </div>
    </li>
  );
}

/** What imported files were called, by their receipt; a file whose receipt is gone is said to be one. */
function useFileNames(): (batchId: string) => string {
  const t = useT();
  const { data: batches } = useEngineQuery('catalogue:importBatch', (engine) => engine.catalogue('importBatch'));
  return (batchId) => batches?.find(({ id }) => id === batchId)?.fileName ?? t('facts.someFile');
}

function fromFile(t: Translate, file: string, row: number): string {
  return t('facts.fromFile', { file, row, unit: unitOf(file) });
}
