import { ArchiveRestore, Check } from 'lucide-react';
import { Fragment, useState } from 'react';
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
import { groupCopies, selectAtHand, type CopyGroup } from './group-copies.ts';
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
  const ordered = groupCopies(backups);
  const shown = showsAll ? ordered : ordered.slice(0, shownAtFirst);
  return (
    <Section title={t('safety.backups')}>
      {ordered.length === 0 && <p className={styles.muted}>{t('safety.backups.none')}</p>}
      <ol className={styles.line}>
        {shown.map((group) => (
          <BackupRow key={group.name} group={group} onRestore={onRestore} />
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

function BackupRow({ group, onRestore }: { group: CopyGroup; onRestore: (backup: Backup) => void }) {
  const t = useT();
  const language = useLanguage();
  const { formats } = useKit();
  const isAway = useIsAway();
  const { copies, proof } = group;
  const { createdAt, sizeBytes, counts, verifiedAt } = proof;
  const when = formats.instant(createdAt);
  const isLocal = copies.every(({ folderId }) => folderId === 'local');
  const atHand = selectAtHand(copies, isAway);
  return (
    <li className={styles.row}>
      <span
        className={classNames(styles.dot, verifiedAt === null && styles.hollow, isLocal && styles.small)}
        aria-hidden="true"
      />
      <span className={styles.when}>
        <InstantText at={createdAt} />
      </span>
      <Places copies={copies} />
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
        <BackupProof backup={proof} copies={copies} />
      </Popover>
      <IconButton
        size="small"
        label={t('safety.backups.restoreOf', { when })}
        icon={<ArchiveRestore />}
        isDisabled={!atHand}
        onPress={() => {
          if (atHand) onRestore(atHand);
        }}
      />
    </li>
  );
}

/** Where a state of the archive lies; what is only here says so quietly. */
function Places({ copies }: { copies: CopyGroup['copies'] }) {
  const t = useT();
  const folderName = useFolderName();
  const isAway = useIsAway();
  const outside = copies.filter(({ folderId }) => folderId !== 'local');
  if (outside.length === 0)
    return <span className={classNames(styles.folder, styles.muted)}>{folderName('local')}</span>;
  return (
    <span className={styles.folder} data-copyable>
      {outside.map(({ folderId }, index) => (
        <Fragment key={folderId}>
          {index > 0 && t('safety.backups.and')}
          {folderName(folderId)}
          {isAway(folderId) && <span className={styles.away}> {t('safety.folder.away')}</span>}
        </Fragment>
      ))}
    </span>
  );
}
