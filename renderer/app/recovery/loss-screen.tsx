import { useEffect } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { refreshBackupStatus } from '../../state/backup-status.ts';
import { Button } from '../../ui/actions/button.tsx';
import { RecoveryPage } from './recovery-page.tsx';
import { SafeFacts } from './safe-facts.tsx';
import { useSafeFacts } from './use-safe-facts.ts';

/** Database and journal both lost something: what is left was put together, and a backup may hold more. */
export function LossScreen({ report, onGoOn }: { report: OpenReport; onGoOn: () => void }) {
  const t = useT();
  const facts = useSafeFacts();
  const { data: overview } = useEngineQuery('overview', (engine) => engine.overview());
  useEffect(() => {
    void refreshBackupStatus();
  }, []);
  return (
    <RecoveryPage
      title={t('recovery.lossTitle')}
      cause={t('recovery.loss', { seq: report.damage?.lastGoodSeq ?? 0 })}
      facts={
        facts &&
        overview && (
          <SafeFacts {...facts}>
            <li>
              {t('recovery.rebuilt', {
                seq: overview.seq,
                customers: overview.customers,
                records: Object.values(overview.counts).reduce((sum, count) => sum + count, 0),
              })}
            </li>
          </SafeFacts>
        )
      }
      first={
        <Button kind="primary" onPress={onGoOn}>
          {t('recovery.goOn')}
        </Button>
      }
    />
  );
}
