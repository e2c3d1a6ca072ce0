import { formatBytes } from '#shared/i18n/format-bytes.ts';
import type { RestorePreview } from '#shared/ipc/contract.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { compareCounts } from './compare-counts.ts';
import styles from './restore-dialog.module.css';

/** What the backup holds, beside what is here now; and what pressing Restore will do. */
export function RestorePreviewView({ preview }: { preview: RestorePreview }) {
  const t = useT();
  const language = useLanguage();
  const { formats } = useKit();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const newest = useEngineQuery('history:1', (engine) => engine.history(1));
  const rows = overview.data ? compareCounts(overview.data.counts, preview.counts) : [];
  const changedAt = newest.data?.[0]?.at;
  const isChangedSince = changedAt !== undefined && changedAt > preview.createdAt;
  const sayDifference = (difference: number): string => {
    if (difference === 0) return t('safety.restore.same');
    return t(difference > 0 ? 'safety.restore.more' : 'safety.restore.fewer', { count: Math.abs(difference) });
  };
  return (
    <div className={styles.preview}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('safety.restore.table')}</th>
            <th scope="col">{t('safety.restore.now')}</th>
            <th scope="col">{t('safety.restore.then')}</th>
            <th scope="col">{t('safety.restore.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ table, now, backup }) => (
            <tr key={table}>
              <th scope="row">{t(`table.${table}`)}</th>
              <td>{now.toLocaleString('en-US')}</td>
              <td>{backup.toLocaleString('en-US')}</td>
              <td className={backup < now ? styles.fewer : styles.muted}>{sayDifference(backup - now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.facts}>
        <Banner tone="good" title={t('safety.restore.whole')}>
          {t('safety.restore.made', {
            when: formats.instant(preview.createdAt),
            size: formatBytes(language, preview.sizeBytes),
            version: preview.appVersion,
          })}
        </Banner>
        {preview.erasedPersons > 0 && (
          <Banner tone="info">{t('trust.erasedStay', { count: preview.erasedPersons })}</Banner>
        )}
        {isChangedSince && (
          <Banner tone="warn">{t('safety.restore.lastChange', { when: formats.instant(changedAt) })}</Banner>
        )}
        <p className={styles.muted}>{t('safety.restore.steps')}</p>
      </div>
    </div>
  );
}
