import { useState } from 'react';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import type { FileOverview } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';

/** Lets all removed files go before their time, after saying that nothing brings them back. */
export function EmptyFileBin({ removed: { count, sizeBytes } }: Pick<FileOverview, 'removed'>) {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
  };
  const empty = useOneAtATime(async () => {
    if (!(await commit((engine) => engine.emptyFileBin(), null))) return;
    close();
    showToast({ text: t('storage.emptied') });
  });
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        {t('storage.empty')}
      </Button>
      <Dialog
        title={t('storage.empty.title')}
        role="alertdialog"
        size="small"
        isOpen={isOpen}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{t('ui.cancel')}</Button>
            <Button kind="danger" onPress={() => void empty()}>
              {t('storage.empty.do')}
            </Button>
          </>
        }
      >
        <p>{t('storage.empty.what', { count, size: formatBytes(language, sizeBytes) })}</p>
      </Dialog>
    </>
  );
}
