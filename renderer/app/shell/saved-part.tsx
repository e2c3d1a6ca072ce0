import { Check, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { openHistory } from '../../state/history-panel.ts';
import { useSession } from '../../state/session.ts';
import { useSpace } from '../../state/space.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Popover } from '../../ui/overlays/popover.tsx';
import { InstantText } from '../../ui/text/date-text.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import styles from './status-line.module.css';

/** What is shorter is seen as at once. */
const momentMs = 100;

/** Whether everything is in the journal; opens the latest changes. */
export function SavedPart() {
  const t = useT();
  const isSaving = useIsSaving();
  const isRefusing = useSession((state) => state.readOnlyReason !== null);
  const isDiskFull = useSpace((state) => state.state === 'full');
  const isReadOnly = isRefusing || isDiskFull;
  const words = isReadOnly ? 'status.readOnly' : isSaving ? 'status.saving' : 'status.saved';
  return (
    <Popover
      label={t('status.savedTitle')}
      placement="top start"
      trigger={
        <AriaButton className={classNames(styles.part, isReadOnly && styles.warn)}>
          {!isSaving && !isReadOnly && <Check aria-hidden="true" />}
          {t(words)}
        </AriaButton>
      }
    >
      <LatestChanges />
    </Popover>
  );
}

/** A write that is over in a moment is not told of: the words would only flicker, and be drawn while somebody waits for it. */
function useIsSaving(): boolean {
  const isPending = useActivity((state) => state.pendingWrites > 0);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = window.setTimeout(() => {
      setLong(true);
    }, momentMs);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);
  return isPending && isLong;
}

function LatestChanges() {
  const t = useT();
  const commit = useCommit();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const history = useEngineQuery('history:6', (engine) => engine.history(6));
  const entries = history.data ?? [];
  return (
    <div className={styles.proof}>
      <h2 className={styles.proofTitle}>{t('status.savedTitle')}</h2>
      {entries.length === 0 && <p>{t('status.nothingYet')}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.changeSetId} className={styles.change}>
            <span className={classNames(styles.what, entry.undone && styles.undone)}>
              {t(`reason.${entry.reason}`)}
              {entry.customer && <b> {entry.customer.name}</b>}
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
        ))}
      </ul>
      <Button kind="quiet" size="small" onPress={openHistory}>
        {t('history.all')}
      </Button>
      {overview.data && <p className={styles.small}>{t('status.savedProof', { seq: overview.data.seq })}</p>}
    </div>
  );
}
