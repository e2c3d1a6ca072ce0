import { useState } from 'react';
import type { HistoryEntry, HistoryQuestion } from '../../engine/api.ts';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ChangeRow } from './change-row.tsx';
import styles from './history.module.css';
import { useSayOne, type SayOne } from './use-say-one.ts';

interface ChangeListProps {
  pageSize: number;
  /** Everything when absent. */
  asked?: HistoryQuestion | undefined;
}

/** So many changes before that one, or the latest, for whoever asks ahead. */
export function changesQuestion(
  pageSize: number,
  before: number | null = null,
  asked?: HistoryQuestion,
): Question<HistoryEntry[]> {
  return {
    key: `history:${String(pageSize)}:${String(before)}:${JSON.stringify(asked ?? null)}`,
    ask: (engine) => engine.history(pageSize, before ?? undefined, asked),
  };
}

/** Every change of the archive, or those asked for, newest first, each with what it changed and its undo. */
export function ChangeList({ pageSize, asked }: ChangeListProps) {
  const sayOne = useSayOne();
  return (
    <ol className={styles.list}>
      <Page key={JSON.stringify(asked ?? null)} pageSize={pageSize} asked={asked} before={null} sayOne={sayOne} />
    </ol>
  );
}

/**
 * One page and, when asked for, the ones before it. Each begins where the one above ends, so that a new change at the top
 * moves the rest along instead of repeating or losing a row.
 */
function Page({ pageSize, asked, before, sayOne }: ChangeListProps & { before: number | null; sayOne: SayOne }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const { key, ask } = changesQuestion(pageSize, before, asked);
  const { data } = useEngineQuery(key, ask, { keepsPrevious: true });
  const entries: readonly HistoryEntry[] = data ?? [];
  const last = entries.at(-1);
  return (
    <>
      {data && entries.length === 0 && before === null && (
        <li className={styles.none}>{t(asked ? 'history.noMatch' : 'history.none')}</li>
      )}
      {entries.map((entry) => (
        <ChangeRow key={entry.changeSetId} entry={entry} sayOne={sayOne} />
      ))}
      {last && entries.length === pageSize && isOpen && (
        <Page pageSize={pageSize} asked={asked} before={last.seq} sayOne={sayOne} />
      )}
      {entries.length === pageSize && !isOpen && (
        <li className={styles.more}>
          <Button
            kind="quiet"
            size="small"
            onPress={() => {
              setIsOpen(true);
            }}
          >
            {t('history.earlier')}
          </Button>
        </li>
      )}
    </>
  );
}
