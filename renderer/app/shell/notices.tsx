import { useEffect, useState } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { appError } from '#shared/errors/app-error.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { forgetRestored, readRestored } from '../../state/restored.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner, type BannerTone } from '../../ui/feedback/banner.tsx';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import styles from './notices.module.css';

type Notice = {
  id: 'ahead' | 'read-only' | 'restored' | 'wiped' | 'behind' | 'unclean';
  tone: BannerTone;
  title: string;
  detail: string;
  isLasting: boolean;
};

/** What was found when the archive was opened, told with numbers; and that nothing can be written, if so. */
export function Notices({ report }: { report: OpenReport }) {
  const notice = useNotice(report);
  const t = useT();
  const [dismissed, setDismissed] = useState<Notice['id'] | null>(null);
  if (!notice || notice.id === dismissed) return null;
  return (
    <div className={styles.notice}>
      <Banner
        tone={notice.tone}
        title={notice.title}
        isAlert
        {...(notice.isLasting
          ? {
              actions: (
                <Button
                  size="small"
                  onPress={() => {
                    navigate({ screen: 'safety' });
                  }}
                >
                  {t('nav.safety')}
                </Button>
              ),
            }
          : {
              onDismiss: () => {
                setDismissed(notice.id);
              },
            })}
      >
        {notice.detail}
      </Banner>
    </div>
  );
}

function useNotice(report: OpenReport): Notice | null {
  const t = useT();
  const describe = useDescribeError();
  const readOnlyReason = useSession((state) => state.readOnlyReason);
  const wasUnclean = useSession((state) => state.info?.uncleanExit ?? false);
  const { formats } = useKit();
  const [restoredAt] = useState(readRestored);
  useEffect(forgetRestored, []);
  const customers = report.counts['customer'] ?? 0;
  if (report.found === 'ahead') {
    return { id: 'ahead', tone: 'seal', title: t('notice.ahead'), detail: t('notice.aheadDetail'), isLasting: true };
  }
  if (readOnlyReason !== null) {
    const detail = describe(appError('archive/read-only', { reason: readOnlyReason }));
    return { id: 'read-only', tone: 'seal', title: t('notice.readOnly'), detail, isLasting: true };
  }
  if (report.found === 'wiped' && restoredAt !== null) {
    const detail = t('safety.restore.restoredDetail', {
      when: formats.instant(restoredAt),
      customers,
      records: report.rebuiltRecords,
    });
    return { id: 'restored', tone: 'good', title: t('safety.restore.restored'), detail, isLasting: false };
  }
  if (report.found === 'wiped') {
    const seconds = Math.max(0.1, Math.round(report.elapsedMs / 100) / 10);
    const detail = t('notice.rebuiltDetail', { records: report.rebuiltRecords, customers, seconds });
    return { id: 'wiped', tone: 'good', title: t('notice.rebuilt'), detail, isLasting: false };
  }
  if (report.found === 'behind') {
    const detail = t('notice.replayedDetail', { count: report.replayedChangeSets });
    return { id: 'behind', tone: 'good', title: t('notice.replayed'), detail, isLasting: false };
  }
  if (wasUnclean && report.found === 'equal') {
    return {
      id: 'unclean',
      tone: 'info',
      title: t('notice.unclean'),
      detail: t('notice.uncleanDetail', { customers }),
      isLasting: false,
    };
  }
  return null;
}
