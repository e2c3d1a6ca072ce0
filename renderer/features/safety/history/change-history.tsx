import { useState } from 'react';
import type { HistoryEntry } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import styles from './change-history.module.css';
import { ChangeRow } from './change-row.tsx';

const pageSize = 12;

/** Every change of the archive, newest first, with its undo. */
export function ChangeHistory() {
  const t = useT();
  return (
    <Section title={t('safety.history')} intro={t('safety.history.intro')}>
      <ol className={styles.list}>
        <Page before={null} />
      </ol>
    </Section>
  );
}

/**
 * One page and, when asked for, the ones before it. Each begins where the one above ends, so that a new change at the top
 * moves the rest along instead of repeating or losing a row.
 */
function Page({ before }: { before: number | null }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useEngineQuery(
    `history:${String(pageSize)}:${String(before)}`,
    (engine) => (before === null ? engine.history(pageSize) : engine.history(pageSize, before)),
    { keepsPrevious: true },
  );
  const entries: readonly HistoryEntry[] = data ?? [];
  const last = entries.at(-1);
  return (
    <>
      {data && entries.length === 0 && before === null && <li className={styles.muted}>{t('safety.history.none')}</li>}
      {entries.map((entry) => (
        <ChangeRow key={entry.changeSetId} entry={entry} />
      ))}
      {last && entries.length === pageSize && isOpen && <Page before={last.seq} />}
      {entries.length === pageSize && !isOpen && (
        <li className={styles.more}>
          <Button
            kind="quiet"
            size="small"
            onPress={() => {
              setIsOpen(true);
            }}
          >
            {t('safety.history.earlier')}
          </Button>
        </li>
      )}
    </>
  );
}
