import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { largeFilesBytes } from '#shared/attachments/limits.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { filesQuestion } from '../first-questions.ts';
import { useMain } from '../use-main.ts';
import { EmptyFileBin } from './empty-file-bin.tsx';
import styles from './files-section.module.css';

/** What the files of customers take, the largest first. */
export function FilesSection() {
  const t = useT();
  const language = useLanguage();
  const { data: overview } = useEngineQuery(filesQuestion.key, filesQuestion.ask);
  const [usage] = useMain('attachments/usage', {});
  const size = (bytes: number) => formatBytes(language, bytes);
  return (
    <Section title={t('storage.title')} intro={t('storage.intro')}>
      {overview?.count === 0 && overview.inBin.count === 0 && <p className={styles.muted}>{t('storage.none')}</p>}
      {overview && overview.count > 0 && (
        <p className={styles.sum}>
          {t('storage.sum', {
            count: overview.count,
            size: size(overview.sizeBytes),
            stored: size(usage?.sizeBytes ?? 0),
          })}
        </p>
      )}
      {overview && overview.inBin.count > 0 && (
        <p className={styles.muted}>
          {t('storage.bin', { count: overview.inBin.count, size: size(overview.inBin.sizeBytes) })}{' '}
          {overview.removed.count > 0 && <EmptyFileBin removed={overview.removed} />}
        </p>
      )}
      {usage && usage.sizeBytes > largeFilesBytes && (
        <Banner tone="warn" title={t('storage.large', { limit: size(largeFilesBytes) })} />
      )}
      <ul className={styles.list}>
        {overview?.largest.map(({ file, customerName }) => (
          <li key={`${file.customerId}/${file.id}`} className={styles.row}>
            <span className={styles.name}>{file.name}</span>
            <Button
              kind="quiet"
              size="small"
              aria-label={t('storage.open', { name: customerName })}
              onPress={() => {
                navigate({ screen: 'customers', customerId: file.customerId });
              }}
            >
              {customerName}
            </Button>
            <span className={styles.size}>{size(file.sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
