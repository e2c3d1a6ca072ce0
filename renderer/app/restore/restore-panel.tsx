import { FileDown } from 'lucide-react';
import { RestoreSteps } from '../../features/safety/restore/restore-steps.tsx';
import { useRestore } from '../../features/safety/restore/use-restore.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { openArchive } from '../session/session.ts';
import { RestoreContents } from './restore-contents.tsx';
import styles from './restore-panel.module.css';

/** Restoring where no archive is at work: choose a file, open it, see what is inside, restore. */
export function RestorePanel({ onLeave }: { onLeave: () => void }) {
  const t = useT();
  const describe = useDescribeError();
  const restore = useRestore({ keep: () => Promise.resolve(false), open: openArchive });
  const { error } = restore;
  return (
    <div className={styles.panel}>
      {error && (
        <Banner tone="seal" isAlert>
          {describe(error)}
        </Banner>
      )}
      <RestoreSteps
        restore={restore}
        pick={
          <>
            <p className={styles.intro}>{t('restore.intro')}</p>
            <div className={styles.buttons}>
              <Button kind="primary" icon={<FileDown />} onPress={() => void restore.choose()}>
                {t('restore.choose')}
              </Button>
              <Button kind="quiet" onPress={onLeave}>
                {t('ui.back')}
              </Button>
            </div>
          </>
        }
        renderPreview={({ counts }) => (
          <>
            <RestoreContents counts={counts} />
            <div className={styles.buttons}>
              <Button kind="primary" onPress={() => void restore.apply()}>
                {t('restore.apply')}
              </Button>
              <Button kind="quiet" onPress={restore.back}>
                {t('ui.back')}
              </Button>
            </div>
          </>
        )}
      />
    </div>
  );
}
