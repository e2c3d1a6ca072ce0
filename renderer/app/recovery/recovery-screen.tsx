import type { AppError } from '#shared/errors/app-error.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { reportFailure } from '../../display/report-failure.ts';
import { callMain } from '../../platform/main-api.ts';
import { rebuildArchive } from '../session/session.ts';
import { RecoveryPage } from './recovery-page.tsx';
import { SafeFacts } from './safe-facts.tsx';
import { useSafeFacts, type SafeFactsFound } from './use-safe-facts.ts';

/** Every path that ends without an open archive ends here. */
export function RecoveryScreen({ error }: { error: AppError }) {
  const t = useT();
  const describe = useDescribeError();
  const facts = useSafeFacts();
  const isDamaged = error.code === 'archive/store-damaged' && isJournalWhole(facts);
  const isFailing = error.code === 'archive/storage-failed' && isJournalWhole(facts);
  const areKeysDamaged = error.code === 'keys/damaged';
  const retry = (
    <Button
      kind={isDamaged || areKeysDamaged ? 'normal' : 'primary'}
      onPress={() => {
        location.reload();
      }}
    >
      {t('ui.retry')}
    </Button>
  );
  const isStuck = error.code === 'archive/store-stuck';
  const quit = (
    <Button
      kind="primary"
      autoFocus
      onPress={() => {
        callMain('app/quit', {}).catch(reportFailure);
      }}
    >
      {t('recovery.quit')}
    </Button>
  );
  const rebuild = (
    <Button kind={isDamaged ? 'primary' : 'normal'} autoFocus={isDamaged} onPress={() => void rebuildArchive()}>
      {t('recovery.rebuild')}
    </Button>
  );
  return (
    <RecoveryPage
      title={t('recovery.title')}
      cause={describe(error)}
      facts={facts && <SafeFacts {...facts} />}
      first={isStuck ? quit : isDamaged ? rebuild : !areKeysDamaged && retry}
      more={isDamaged || areKeysDamaged ? retry : isFailing && rebuild}
      isRestoreBest={areKeysDamaged}
      canQuit={!isStuck}
    />
  );
}

/** A journal that lost its beginning does not tell everything; the database, unreadable as it is, may be all there is. */
function isJournalWhole(facts: SafeFactsFound | null): boolean {
  return facts === null || (facts.journal !== null && facts.journal.readOnlyReason === null);
}
