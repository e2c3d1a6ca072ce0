import { Folder, FolderPlus, FolderX, Laptop, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import type { BackupFolder } from '#shared/ipc/contract.ts';
import { formatElapsed } from '../../../display/format-elapsed.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useMinute } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import {
  refreshBackupStatus,
  selectVerifiedBackup,
  type Backup,
  type BackupStatus,
} from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { addFolder } from './backup-run.ts';
import styles from './folder-list.module.css';

/** Where backups go: the user's folders, and what is kept on this computer. */
export function FolderList({ folders, backups }: BackupStatus) {
  const t = useT();
  const add = async (): Promise<void> => {
    try {
      const folder = await addFolder();
      if (!folder) return;
      const wasThere = folders.some(({ id }) => id === folder.id);
      showToast({ text: t(wasThere ? 'safety.folder.addedAgain' : 'safety.folder.added', { folder: folder.label }) });
    } catch (error) {
      reportFailure(error);
    }
  };
  const remove = async ({ id, label }: BackupFolder): Promise<void> => {
    try {
      await callMain('backup/remove-folder', { folderId: id });
      await refreshBackupStatus();
      showToast({ text: t('safety.folder.removed', { folder: label }) });
    } catch (error) {
      reportFailure(error);
    }
  };
  const snapshots = backups.filter(({ folderId }) => folderId === 'local');
  return (
    <Section
      title={t('safety.folders')}
      actions={
        <Button size="small" icon={<FolderPlus />} onPress={() => void add()}>
          {t('safety.addFolder')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {folders.map((folder) => (
          <FolderRow
            key={folder.id}
            folder={folder}
            backups={backups.filter(({ folderId }) => folderId === folder.id)}
            onRemove={() => void remove(folder)}
          />
        ))}
        <li className={styles.row}>
          <Laptop className={styles.icon} aria-hidden="true" />
          <span className={styles.name}>
            {t('safety.local')} <span className={styles.muted}>{t('safety.local.detail')}</span>
          </span>
          <span className={styles.muted}>
            {snapshots.length > 0 && t('safety.local.count', { count: snapshots.length })}
          </span>
          <NewestText backups={snapshots} none={t('safety.local.none')} />
          <span />
        </li>
      </ul>
    </Section>
  );
}

interface FolderRowProps {
  folder: BackupFolder;
  backups: readonly Backup[];
  onRemove: () => void;
}

function FolderRow({ folder, backups, onRemove }: FolderRowProps) {
  const t = useT();
  const language = useLanguage();
  const { label, reachable, freeBytes } = folder;
  const Icon = reachable ? Folder : FolderX;
  // Room for the newest one and a fifth is what main asks for before it writes.
  const needed = (backups[0]?.sizeBytes ?? 0) * 1.2;
  return (
    <li className={styles.row}>
      <Icon className={classNames(styles.icon, !reachable && styles.warn)} aria-hidden="true" />
      <span className={styles.name} data-copyable>
        {label} {!reachable && <span className={styles.warn}>{t('safety.folder.away')}</span>}
      </span>
      <span className={freeBytes !== null && freeBytes < needed ? styles.warn : styles.muted}>
        {freeBytes !== null && t('safety.folder.free', { size: formatBytes(language, freeBytes) })}
      </span>
      <NewestText backups={backups} none={t(reachable ? 'safety.folder.empty' : 'ui.none')} />
      <IconButton size="small" label={t('safety.folder.remove', { folder: label })} icon={<X />} onPress={onRemove} />
    </li>
  );
}

function NewestText({ backups, none }: { backups: readonly Backup[]; none: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const now = useMinute();
  const verifiedAt = selectVerifiedBackup(backups)?.verifiedAt ?? null;
  return (
    <span className={styles.muted}>
      {verifiedAt === null ? none : t('safety.folder.newest', { when: formatElapsed(language, verifiedAt, now) })}
    </span>
  );
}
