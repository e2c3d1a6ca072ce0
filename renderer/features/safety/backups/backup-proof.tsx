import { joinWords } from '#shared/i18n/format.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import type { Backup } from '../../../state/backup-status.ts';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { DescriptionList, type Description } from '../../../ui/layout/description-list.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { listCounts } from '../../../display/list-counts.ts';
import styles from './backup-timeline.module.css';
import { useFolderName, useIsAway } from './use-folder-name.ts';

/** What was found when a backup was read back. */
export function BackupProof({ backup, copies }: { backup: Backup; copies: readonly Backup[] }) {
  const t = useT();
  const language = useLanguage();
  const isAway = useIsAway()(backup.folderId);
  const folderName = useFolderName();
  const { name, seq, createdAt, verifiedAt, proof, sizeBytes, counts } = backup;
  const lostFiles = Math.max(0, ...copies.map((copy) => copy.lostFiles ?? 0));
  const items: Description[] = [
    { id: 'made', term: t('safety.proof.made'), value: <InstantText at={createdAt} /> },
    ...(verifiedAt === null
      ? []
      : [{ id: 'checked', term: t('safety.proof.checked'), value: <InstantText at={verifiedAt} /> }]),
    {
      id: 'where',
      term: t('safety.proof.where'),
      value: joinWords(
        language,
        copies.map(({ folderId }) => folderName(folderId)),
      ),
    },
    { id: 'seq', term: t('safety.proof.seq'), value: t('safety.proof.seqValue', { seq }) },
    ...listCounts(counts ?? {}).map(({ table, count }) => ({
      id: table,
      term: t(`table.${table}`),
      value: count.toLocaleString('en-US'),
    })),
    { id: 'size', term: t('safety.proof.size'), value: formatBytes(language, sizeBytes) },
    { id: 'file', term: t('safety.proof.file'), value: <code className={styles.file}>{name}</code> },
  ];
  return (
    <div className={styles.proof}>
      <p className={verifiedAt === null ? styles.muted : styles.good}>
        {t(`safety.proof.${proof === null ? 'unverified' : proof === 'compared' ? 'compared' : 'verified'}`)}
      </p>
      {lostFiles > 0 && <Banner tone="warn" title={t('safety.proof.lostFiles', { count: lostFiles })} />}
      {isAway && <p className={styles.muted}>{t('safety.proof.away')}</p>}
      <DescriptionList items={items} />
    </div>
  );
}
