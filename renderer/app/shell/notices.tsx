import { useState } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner, type BannerTone } from '../../ui/feedback/banner.tsx';
import styles from './notices.module.css';

type Notice = { tone: BannerTone; title: string; detail: string; isLasting: boolean };

/** What was found when the archive was opened, told with numbers; and that nothing can be written, if so. */
export function Notices({ report }: { report: OpenReport }) {
  const notice = useNotice(report);
  const t = useT();
  const [isDismissed, setIsDismissed] = useState(false);
  if (!notice || isDismissed) return null;
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
                setIsDismissed(true);
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
  const readOnlyReason = useSession((state) => state.readOnlyReason);
  const wasUnclean = useSession((state) => state.info?.uncleanExit ?? false);
  const customers = report.counts['customer'] ?? 0;
  if (report.found === 'ahead') {
    return { tone: 'seal', title: t('notice.ahead'), detail: t('notice.aheadDetail'), isLasting: true };
  }
  if (readOnlyReason !== null) {
    return { tone: 'seal', title: t('notice.readOnly'), detail: readOnlyReason, isLasting: true };
  }
  if (report.found === 'wiped') {
    const seconds = Math.max(0.1, Math.round(report.elapsedMs / 100) / 10);
    const detail = t('notice.rebuiltDetail', { records: report.rebuiltRecords, customers, seconds });
    return { tone: 'good', title: t('notice.rebuilt'), detail, isLasting: false };
  }
  if (report.found === 'behind') {
    const detail = t('notice.replayedDetail', { count: report.replayedChangeSets });
    return { tone: 'good', title: t('notice.replayed'), detail, isLasting: false };
  }
  if (wasUnclean && report.found === 'equal') {
    return {
      tone: 'info',
      title: t('notice.unclean'),
      detail: t('notice.uncleanDetail', { customers }),
      isLasting: false,
    };
  }
  return null;
}
