import { ArchiveRestore, Check } from 'lucide-react';
import { useState } from 'react';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import type { Backup } from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { BackupProof } from './backup-proof.tsx';
import styles from './backup-timeline.module.css';
import { countRecords } from './count-records.ts';
import { newestFirst } from './newest-first.ts';
import { useFolderName, useIsAway } from './use-folder-name.ts';

const shownAtFirst = 6;

/** Every backup with its proof, newest first. */
export function BackupTimeline({
  backups,
  onRestore,
}: {
  backups: readonly Backup[];
  onRestore: (backup: Backup) => void;
}) {
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const ordered = newestFirst(backups);
  const shown = showsAll ? ordered : ordered.slice(0, shownAtFirst);
  return (
    <Section title={t('safety.backups')}>
      {ordered.length === 0 && <p className={styles.muted}>{t('safety.backups.none')}</p>}
      <ol className={styles.line}>
        {shown.map((backup) => (
          <BackupRow
            key={backup.id}
            backup={backup}
            onRestore={() => {
              onRestore(backup);
            }}
          />
        ))}
      </ol>
      {shown.length < ordered.length && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setShowsAll(true);
          }}
        >
          {t('safety.backups.all', { count: ordered.length })}
        </Button>
      )}
    </Section>
  );
}

function BackupRow({ backup, onRestore }: { backup: Backup; onRestore: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { formats } = useKit();
  const folderName = useFolderName();
  const { folderId, createdAt, sizeBytes, counts, verifiedAt } = backup;
  const when = formats.instant(createdAt);
  const isLocal = folderId === 'local';
  const isAway = useIsAway()(folderId);
  return (
    <li className={styles.row}>
      <span
        className={classNames(styles.dot, verifiedAt === null && styles.hollow, isLocal && styles.small)}
        aria-hidden="true"
      />
      <span className={styles.when}>
        <InstantText at={createdAt} />
      </span>
      <span className={classNames(styles.folder, isLocal && styles.muted)} data-copyable>
        {folderName(folderId)} {isAway && <span className={styles.away}>{t('safety.folder.away')}</span>}
      </span>
      <span className={styles.number}>{counts && t('safety.backups.records', { count: countRecords(counts) })}</span>
      <span className={styles.number}>{formatBytes(language, sizeBytes)}</span>
      <Popover
        label={t('safety.backups.proofOf', { when })}
        placement="bottom end"
        trigger={
          <ChipButton
            tone={verifiedAt === null ? 'plain' : 'good'}
            aria-label={`${t(verifiedAt === null ? 'safety.backups.unverified' : 'safety.backups.verified')}: ${t('safety.backups.proofOf', { when })}`}
          >
            {verifiedAt !== null && <Check aria-hidden="true" />}
            {t(verifiedAt === null ? 'safety.backups.unverified' : 'safety.backups.verified')}
          </ChipButton>
        }
      >
        <BackupProof backup={backup} />
      </Popover>
      <IconButton
        size="small"
        label={t('safety.backups.restoreOf', { when })}
        icon={<ArchiveRestore />}
        isDisabled={isAway}
        onPress={onRestore}
      />
    </li>
  );
}
