import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Output, RestorePreview, Unlock } from '#shared/ipc/contract.ts';
import { toAppError } from '../../display/report-failure.ts';
import { UnlockForm } from '../../display/unlock-form.tsx';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { InstantText } from '../../ui/text/date-text.tsx';
import { openArchive } from '../session/session.ts';
import { RestoreContents } from './restore-contents.tsx';
import styles from './restore-panel.module.css';

type Chosen = NonNullable<Output<'restore/choose'>['chosen']>;

/** Choose a file, open it, see what is inside, restore. Until the last button nothing changes. */
export function RestorePanel({ onLeave }: { onLeave?: () => void }) {
  const t = useT();
  const describe = useDescribeError();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(toAppError(caught));
    }
    setIsBusy(false);
  };
  const choose = (): Promise<void> =>
    attempt(async () => {
      const answer = await callMain('restore/choose', {});
      if (!answer.chosen) return;
      setChosen(answer.chosen);
      setPreview(null);
    });
  const open = async (unlock: Unlock): Promise<void> => {
    if (chosen) setPreview(await callMain('restore/open', { restoreId: chosen.restoreId, unlock }));
  };
  const apply = (): Promise<void> =>
    attempt(async () => {
      if (preview) await openArchive(await callMain('restore/apply', { restoreId: preview.restoreId }));
    });
  const leave = (): void => {
    // The file is let go in any case; a failure to say so changes nothing.
    if (chosen) callMain('restore/cancel', { restoreId: chosen.restoreId }).catch(() => undefined);
    onLeave?.();
  };

  const back = onLeave && (
    <Button kind="quiet" size={chosen && !preview ? 'small' : 'normal'} onPress={leave}>
      {t('ui.back')}
    </Button>
  );
  return (
    <div className={styles.panel}>
      <p className={styles.intro}>{t('restore.intro')}</p>
      {error && (
        <Banner tone="seal" isAlert>
          {describe(error)}
        </Banner>
      )}
      {chosen && (
        <p className={styles.file}>
          <strong>{chosen.name}</strong>
          <span>
            <InstantText at={chosen.createdAt} />
          </span>
        </p>
      )}
      {!chosen && (
        <div className={styles.buttons}>
          <Button kind="primary" icon={<FileDown />} isPending={isBusy} onPress={() => void choose()}>
            {t('restore.choose')}
          </Button>
          {back}
        </div>
      )}
      {chosen && !preview && (
        <UnlockForm onUnlock={open} hasPassphrase words={{ open: t('restore.check'), opening: t('restore.checking') }}>
          <Button kind="quiet" size="small" onPress={() => void choose()}>
            {t('restore.choose')}
          </Button>
          {back}
        </UnlockForm>
      )}
      {preview && (
        <>
          <RestoreContents counts={preview.counts} />
          <div className={styles.buttons}>
            <Button kind="primary" isPending={isBusy} onPress={() => void apply()}>
              {isBusy ? t('restore.applying') : t('restore.apply')}
            </Button>
            {back}
          </div>
        </>
      )}
    </div>
  );
}
