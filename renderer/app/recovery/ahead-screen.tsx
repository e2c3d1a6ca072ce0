import { useEffect } from 'react';
import { backUp, useBackupRun } from '../../display/backup-run.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { refreshBackupStatus } from '../../state/backup-status.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import { RecoveryPage } from './recovery-page.tsx';
import { SafeFacts } from './safe-facts.tsx';
import { useSafeFacts } from './use-safe-facts.ts';

/** The database knows of changes that the journal lost: both are kept as they are until the user has decided. */
export function AheadScreen({ onLook }: { onLook: () => void }) {
  const t = useT();
  const engine = useEngine();
  const { formats } = useKit();
  const facts = useSafeFacts();
  const { data: overview } = useEngineQuery('overview', (asked) => asked.overview());
  const { data: newest } = useEngineQuery('history:1', (asked) => asked.history(1));
  const isSaving = useBackupRun((run) => run.current !== null);
  useEffect(() => {
    void refreshBackupStatus();
  }, []);
  const changedAt = newest?.[0]?.at;
  const headSeq = facts?.journal?.headSeq ?? 0;
  const isCut = overview !== undefined && overview.seq > headSeq;
  return (
    <RecoveryPage
      title={t('recovery.aheadTitle')}
      cause={isCut ? t('recovery.ahead', { database: overview.seq, journal: headSeq }) : t('recovery.aheadOther')}
      facts={
        <>
          {facts && overview && (
            <SafeFacts {...facts}>
              <li>
                {t('recovery.database', {
                  seq: overview.seq,
                  customers: overview.customers,
                  when: changedAt === undefined ? '—' : formats.instant(changedAt),
                })}
              </li>
            </SafeFacts>
          )}
          <SavedCopy />
        </>
      }
      first={
        <Button kind="primary" isPending={isSaving} onPress={() => void backUp(engine, 'hand')}>
          {isSaving ? t('recovery.saving') : t('recovery.saveCopy')}
        </Button>
      }
      more={<Button onPress={onLook}>{t('recovery.look')}</Button>}
    />
  );
}

/** How saving the copy ended. */
function SavedCopy() {
  const t = useT();
  const describe = useDescribeError();
  const ended = useBackupRun((run) => run.ended);
  const failure = ended?.failures[0];
  if (failure) {
    return (
      <Banner tone="seal" isAlert>
        {describe(failure.error)}
      </Banner>
    );
  }
  return ended && ended.made > 0 ? (
    <Banner tone="good" isAlert>
      {t('recovery.saved')}
    </Banner>
  ) : null;
}
