import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { backUp } from '../../display/backup-run.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useT } from '../../platform/language.tsx';
import { useBackupStatus, type Backup } from '../../state/backup-status.ts';
import { useArrival } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { BackupTimeline } from './backups/backup-timeline.tsx';
import { DrillSection } from './backups/drill-section.tsx';
import { FolderList } from './backups/folder-list.tsx';
import { Headline } from './backups/headline.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { BinSection } from './erasure/bin-section.tsx';
import { ChangeSection } from './history/change-section.tsx';
import { KeysSide } from './keys/keys-side.tsx';
import { PaperKeyDialog } from './keys/paper-key-dialog.tsx';
import { PassphraseDialog } from './keys/passphrase-dialog.tsx';
import { RestoreDialog } from './restore/restore-dialog.tsx';
import { UndoRestore } from './restore/undo-restore.tsx';
import styles from './safety.module.css';
import { FilesSection } from './storage/files-section.tsx';

type Over = { name: 'restore'; backup: Pick<Backup, 'id'> | null } | { name: 'passphrase' } | { name: 'paper-key' };

export { askMainFirst, safetyQuestions } from './first-questions.ts';

/** Backups and their proofs, the way back, the keys, and every change. */
export function SafetyScreen() {
  const t = useT();
  const engine = useEngine();
  const status = useBackupStatus();
  const [over, setOver] = useState<Over | null>(null);
  useArrival('safety', ({ intent }) => {
    if (intent === 'backup') void backUp(engine, 'hand');
    else if (intent && intent !== 'bin')
      setOver(intent === 'restore' ? { name: 'restore', backup: null } : { name: intent });
  });
  const close = (): void => {
    setOver(null);
  };
  return (
    <Screen
      title={t('safety.title')}
      actions={
        <Button
          icon={<ArchiveRestore />}
          onPress={() => {
            setOver({ name: 'restore', backup: null });
          }}
        >
          {t('safety.restore')}
        </Button>
      }
    >
      <div className={styles.frame}>
        <div className={styles.page}>
          <div className={styles.main}>
            <Headline />
            <UndoRestore
              onUndo={(backupId) => {
                setOver({ name: 'restore', backup: { id: backupId } });
              }}
            />
            {status && (
              <>
                <FolderList {...status} />
                <DrillSection {...status} />
                <BackupTimeline
                  backups={status.backups}
                  onRestore={(backup) => {
                    setOver({ name: 'restore', backup });
                  }}
                />
              </>
            )}
            <ChangeSection />
            <BinSection />
            <FilesSection />
            <AuditSection />
          </div>
          <KeysSide
            onPassphrase={() => {
              setOver({ name: 'passphrase' });
            }}
            onPaperKey={() => {
              setOver({ name: 'paper-key' });
            }}
          />
        </div>
      </div>
      {over?.name === 'restore' && <RestoreDialog backup={over.backup} onClose={close} />}
      {over?.name === 'passphrase' && <PassphraseDialog onClose={close} />}
      {over?.name === 'paper-key' && <PaperKeyDialog onClose={close} />}
    </Screen>
  );
}
