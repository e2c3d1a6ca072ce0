import { FileDown } from 'lucide-react';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useBackupStatus } from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { PressButton } from '../../../ui/actions/press-button.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { countRecords } from '../backups/count-records.ts';
import { newestFirst } from '../backups/newest-first.ts';
import { useFolderName, useIsAway } from '../backups/use-folder-name.ts';
import styles from './restore-dialog.module.css';

const offered = 5;

/** The newest backups that can be reached, or any file. */
export function BackupPicker({ onPick }: { onPick: (knownBackupId?: string) => void }) {
  const t = useT();
  const language = useLanguage();
  const folderName = useFolderName();
  const isAway = useIsAway();
  const status = useBackupStatus();
  const known = newestFirst(status?.backups ?? []).filter(({ folderId }) => !isAway(folderId));
  return (
    <>
      <p className={styles.muted}>{t('safety.restore.intro')}</p>
      {known.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('safety.restore.known')}</h3>
          <ul className={styles.known}>
            {known.slice(0, offered).map(({ id, createdAt, folderId, counts, sizeBytes }) => (
              <li key={id}>
                <PressButton
                  className={styles.choice}
                  onPress={() => {
                    onPick(id);
                  }}
                >
                  <span>
                    <InstantText at={createdAt} />
                  </span>
                  <span className={styles.muted}>{folderName(folderId)}</span>
                  <span className={styles.number}>
                    {[
                      counts ? t('safety.backups.records', { count: countRecords(counts) }) : '',
                      formatBytes(language, sizeBytes),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </PressButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button
          kind={known.length > 0 ? 'normal' : 'primary'}
          icon={<FileDown />}
          onPress={() => {
            onPick();
          }}
        >
          {t('safety.restore.otherFile')}
        </Button>
      </div>
    </>
  );
}
