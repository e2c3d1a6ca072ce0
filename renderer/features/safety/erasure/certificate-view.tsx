import { FileDown } from 'lucide-react';
import { reportFailure } from '../../../display/report-failure.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import { callMain } from '../../../platform/main-api.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { DescriptionList } from '../../../ui/layout/description-list.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { listCounts } from '../../../display/list-counts.ts';
import styles from './bin-section.module.css';

/** The proof of an erasure, on the screen and as a text file that can be printed. */
export function CertificateView({ certificate }: { certificate: ErasureCertificate }) {
  const t = useT();
  const { formats } = useKit();
  const { elsewhere, sha256, finishedAt } = certificate;
  const records = listCounts(certificate.records)
    .map(({ table, count }) => t('history.count', { table: t(`table.${table}`), count }))
    .join(' · ');
  const lines: { id: string; term: string; value: string }[] = [
    { id: 'when', term: t('trust.certificate.when'), value: formats.instant(finishedAt) },
    { id: 'persons', term: t('trust.certificate.persons'), value: String(certificate.persons) },
    { id: 'records', term: t('trust.certificate.records'), value: records },
    ...(certificate.keptSales === undefined
      ? []
      : [{ id: 'kept', term: t('trust.certificate.kept'), value: String(certificate.keptSales) }]),
    ...(certificate.filesRemoved === undefined
      ? []
      : [{ id: 'files', term: t('trust.certificate.files'), value: String(certificate.filesRemoved) }]),
    {
      id: 'journal',
      term: t('trust.certificate.journal'),
      value: t('trust.certificate.entry', { seq: certificate.journalUpTo }),
    },
    {
      id: 'snapshots',
      term: t('trust.certificate.snapshots'),
      value: `${String(certificate.snapshotsRewritten)} / ${String(certificate.snapshotsRemoved)}`,
    },
    { id: 'hash', term: t('trust.certificate.hash'), value: sha256 },
    {
      id: 'elsewhere',
      term: t('trust.certificate.elsewhere'),
      value:
        elsewhere
          .map(({ folder, name }) => `${folder === '' ? t('trust.certificate.unused') : folder} / ${name}`)
          .join('\n') || t('trust.certificate.nowhere'),
    },
  ];
  const save = async (): Promise<void> => {
    const text = [
      `Kebu · ${t('trust.certificate')}`,
      '',
      ...lines.map(({ term, value }) => `${term}: ${value.replaceAll('\n', '; ')}`),
      ...(elsewhere.length > 0 ? [t('trust.certificate.until')] : []),
      `${t('trust.certificate.tombstones')}: ${certificate.tombstones.join(' ')}`,
      '',
      JSON.stringify(certificate),
      '',
    ].join('\r\n');
    const suggestedName = `kebu-${t('trust.certificate')}-${finishedAt.slice(0, 10)}.txt`;
    const content = new TextEncoder().encode(`\uFEFF${text}`);
    const { savedAs } = await callMain('files/save', { suggestedName, content });
    if (savedAs !== null) showToast({ text: t('trust.certificate.saved', { file: savedAs }) });
  };
  return (
    <div className={styles.certificate}>
      <Banner tone="good" title={t('trust.certificate')}>
        <div className={styles.text}>
          <p className={styles.muted}>{t('trust.certificate.intro')}</p>
          <div className={styles.code}>
            <DescriptionList items={lines} />
          </div>
          {elsewhere.length > 0 && <p>{t('trust.certificate.until')}</p>}
          <div>
            <Button size="small" icon={<FileDown />} onPress={() => void save().catch(reportFailure)}>
              {t('trust.certificate.save')}
            </Button>
          </div>
        </div>
      </Banner>
    </div>
  );
}
