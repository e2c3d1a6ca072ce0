import { Undo2 } from 'lucide-react';
import { sayEntry, useSayOne } from '../../display/history/use-say-one.ts';
import type { HistoryEntry } from '../../engine/api.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { openHistory } from '../../state/history-panel.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { InstantText } from '../../ui/text/date-text.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import styles from './status-line.module.css';

/** The last things that were written, each with its undo. */
export function LatestChanges() {
  const t = useT();
  const sayOne = useSayOne();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const history = useEngineQuery('history:6', (engine) => engine.history(6));
  const entries = history.data ?? [];
  return (
    <div className={styles.proof}>
      <h2 className={styles.proofTitle}>{t('status.savedTitle')}</h2>
      {entries.length === 0 && <p>{t('status.nothingYet')}</p>}
      <ul>
        {entries.map((entry) => (
          <LatestChange key={entry.changeSetId} entry={entry} said={sayEntry(t, sayOne, entry)} />
        ))}
      </ul>
      <Button kind="quiet" size="small" onPress={openHistory}>
        {t('history.all')}
      </Button>
      {overview.data && <p className={styles.small}>{t('status.savedProof', { seq: overview.data.seq })}</p>}
    </div>
  );
}

function LatestChange({
  entry,
  said: { what, about },
}: {
  entry: HistoryEntry;
  said: { what: string; about: string };
}) {
  const t = useT();
  const commit = useCommit();
  return (
    <li className={styles.change}>
      <span className={classNames(styles.what, entry.undone && styles.undone)}>
        {what}
        {entry.customer && <b> {entry.customer.name}</b>}
        {about !== '' && ` · ${about}`}
      </span>
      <span className={styles.when}>{entry.undone ? t('status.undone') : <InstantText at={entry.at} />}</span>
      {entry.undoable && !entry.undone ? (
        <IconButton
          size="small"
          label={t('ui.undo')}
          icon={<Undo2 />}
          onPress={() => void commit((engine) => engine.undo(entry.changeSetId), null)}
        />
      ) : (
        <span />
      )}
    </li>
  );
}
