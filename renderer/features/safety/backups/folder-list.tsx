import { Check, Cloud, Folder, FolderPlus, Laptop, TriangleAlert, Usb, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { appError } from '#shared/errors/app-error.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import type { BackupFolder } from '#shared/ipc/contract.ts';
import { addFolder, useBackupRun } from '../../../display/backup-run.ts';
import { formatElapsed } from '../../../display/format-elapsed.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useMinute } from '../../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../../platform/language.tsx';
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
import { Popover } from '../../../ui/overlays/popover.tsx';
import { Chip, ChipButton } from '../../../ui/text/chip.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { decideFolderState, isSafeToRemove, type FolderState } from './decide-folder-state.ts';
import styles from './folder-list.module.css';
import { isErrorCode } from './is-error-code.ts';

/** Where backups go: the user's folders, and what is kept on this computer. */
export function FolderList({ folders, backups }: BackupStatus) {
  const t = useT();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const headSeq = overview.data?.seq ?? null;
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
            headSeq={headSeq}
            onRemove={() => void remove(folder)}
          />
        ))}
        <li className={styles.row}>
          <Laptop className={styles.icon} aria-hidden="true" />
          <div className={styles.words}>
            <span className={styles.name}>{t('safety.local')}</span>
            <span className={styles.state}>{t('safety.local.detail')}</span>
          </div>
          <span className={styles.chips} />
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
  headSeq: number | null;
  onRemove: () => void;
}

const icons = { folder: Folder, drive: Usb, cloud: Cloud } as const;

function FolderRow({ folder, backups, headSeq, onRemove }: FolderRowProps) {
  const t = useT();
  const language = useLanguage();
  const now = useMinute();
  const run = useBackupRun();
  const { label, kind, reachable, freeBytes, strangers } = folder;
  const state = decideFolderState(folder, backups, run, headSeq, now);
  const Icon = icons[kind];
  // Room for the newest one and a fifth is what main asks for before it writes.
  const needed = (backups[0]?.sizeBytes ?? 0) * 1.2;
  return (
    <li className={styles.row}>
      <Icon className={classNames(styles.icon, !reachable && styles.warn)} aria-hidden="true" />
      <div className={styles.words}>
        <span className={styles.name} data-copyable>
          {label}
        </span>
        <span className={styles.kind}>{t('safety.folder.kind', { kind })}</span>
        <FolderStateText state={state} />
      </div>
      <span className={styles.chips}>
        {strangers.length > 0 && <Strangers folder={folder} />}
        {isSafeToRemove(folder, state) && (
          <Chip tone="good">
            <Check aria-hidden="true" />
            {t('safety.folder.removable')}
          </Chip>
        )}
      </span>
      <span className={freeBytes !== null && freeBytes < needed ? styles.warn : styles.muted}>
        {freeBytes !== null && t('safety.folder.free', { size: formatBytes(language, freeBytes) })}
      </span>
      <NewestText backups={backups} />
      <IconButton size="small" label={t('safety.folder.remove', { folder: label })} icon={<X />} onPress={onRemove} />
    </li>
  );
}

const tones: Record<Exclude<FolderState['kind'], 'failed'>, string | undefined> = {
  writing: styles.action,
  verifying: styles.action,
  away: undefined,
  'away-behind': styles.warn,
  empty: styles.warn,
  stale: styles.warn,
  behind: undefined,
  current: styles.good,
};

function FolderStateText({ state }: { state: FolderState }) {
  const t = useT();
  const describe = useDescribeError();
  if (state.kind === 'failed') {
    const { code } = state;
    const error = isErrorCode(code) ? appError(code) : appError('backup/write-failed', { reason: code });
    return (
      <span className={classNames(styles.state, styles.seal)}>
        {t('safety.folder.state.failed', { reason: describe(error) })}
      </span>
    );
  }
  const key = state.kind !== 'away-behind' ? state.kind : state.newest ? 'awayBehind' : 'awayEmpty';
  return <span className={classNames(styles.state, tones[state.kind])}>{t(`safety.folder.state.${key}`)}</span>;
}

/** Files that a cloud service or a copy left in the folder and that are none to restore from. */
function Strangers({ folder: { label, strangers } }: { folder: BackupFolder }) {
  const t = useT();
  return (
    <Popover
      label={t('safety.folder.strangersOf', { folder: label })}
      placement="bottom end"
      trigger={
        <ChipButton tone="warn">
          <TriangleAlert aria-hidden="true" />
          {t('safety.folder.strangers', { count: strangers.length })}
        </ChipButton>
      }
    >
      <div className={styles.strangers}>
        <p className={styles.muted}>{t('safety.folder.strangersDetail')}</p>
        <ul>
          {strangers.map(({ name, kind }) => (
            <li key={name}>
              <span>{t(`safety.stranger.${kind}`)}</span>
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}

function NewestText({ backups, none }: { backups: readonly Backup[]; none?: ReactNode }) {
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
