import type { AppError } from '#shared/errors/app-error.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { RecoveryPage } from './recovery-page.tsx';
import { SafeFacts } from './safe-facts.tsx';
import { useSafeFacts } from './use-safe-facts.ts';

/** Every path that ends without an open archive ends here. */
export function RecoveryScreen({ error }: { error: AppError }) {
  const t = useT();
  const describe = useDescribeError();
  const facts = useSafeFacts();
  return (
    <RecoveryPage
      title={t('recovery.title')}
      cause={describe(error)}
      facts={facts && <SafeFacts {...facts} />}
      first={
        <Button
          kind="primary"
          onPress={() => {
            location.reload();
          }}
        >
          {t('ui.retry')}
        </Button>
      }
    />
  );
}
