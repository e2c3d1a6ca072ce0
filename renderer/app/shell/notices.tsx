import { useEffect, useState } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { appError } from '#shared/errors/app-error.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useMinute } from '../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { forgetRestored, readRestored } from '../../state/restored.ts';
import { useSession } from '../../state/session.ts';
import { refreshSpace, useSpace, type Space } from '../../state/space.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner, type BannerTone } from '../../ui/feedback/banner.tsx';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import styles from './notices.module.css';

type Notice = {
  id:
    | 'ahead'
    | 'read-only'
    | 'full'
    | 'restored'
    | 'wiped'
    | 'outdated'
    | 'damaged'
    | 'repaired'
    | 'low'
    | 'torn'
    | 'behind'
    | 'unclean';
  tone: BannerTone;
  title: string;
  detail: string;
  isLasting: boolean;
};

/** What was found when the archive was opened, told with numbers; what came to light since; and that nothing can be written, if so. */
export function Notices({ report }: { report: OpenReport }) {
  const notices = useNotices(report);
  const t = useT();
  const [dismissed, setDismissed] = useState<readonly Notice['id'][]>([]);
  const notice = notices.find(({ id }) => !dismissed.includes(id));
  if (!notice) return null;
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
                setDismissed([...dismissed, notice.id]);
              },
            })}
      >
        {notice.detail}
      </Banner>
    </div>
  );
}

/** Everything there is to say, the most pressing first. */
function useNotices(report: OpenReport): Notice[] {
  const pressing = usePressingNotices(report);
  const opening = useOpeningNotice(report);
  return opening ? [...pressing, opening] : pressing;
}

function usePressingNotices({ found }: OpenReport): Notice[] {
  const t = useT();
  const language = useLanguage();
  const describe = useDescribeError();
  const { readOnlyReason, storageTrouble, repairedCustomers } = useSession();
  const space = useWatchedSpace();
  const notices: Notice[] = [];
  if (found === 'ahead') {
    const detail = t('notice.aheadDetail');
    notices.push({ id: 'ahead', tone: 'seal', title: t('notice.ahead'), detail, isLasting: true });
  } else if (readOnlyReason !== null) {
    const error =
      readOnlyReason === 'storage-failed'
        ? appError('archive/storage-failed', { reason: storageTrouble ?? 'unknown' })
        : appError('archive/read-only', { reason: readOnlyReason });
    notices.push({
      id: 'read-only',
      tone: 'seal',
      title: t('notice.readOnly'),
      detail: describe(error),
      isLasting: true,
    });
  }
  const free = formatBytes(language, space.freeBytes ?? 0);
  if (space.state === 'full') {
    const detail = t('notice.diskFullDetail', { free });
    notices.push({ id: 'full', tone: 'seal', title: t('notice.diskFull'), detail, isLasting: true });
  }
  if (repairedCustomers > 0) {
    const detail = t('notice.repairedDetail', { customers: repairedCustomers });
    notices.push({ id: 'repaired', tone: 'good', title: t('notice.repaired'), detail, isLasting: false });
  }
  if (space.state === 'low') {
    const detail = t('notice.diskLowDetail', { free });
    notices.push({ id: 'low', tone: 'warn', title: t('notice.diskLow'), detail, isLasting: false });
  }
  return notices;
}

/** The free space, looked at every minute. */
function useWatchedSpace(): Space {
  const minute = useMinute();
  const space = useSpace();
  useEffect(() => {
    // Not knowing it keeps nobody from anything: main refuses by itself.
    void refreshSpace().catch(() => undefined);
  }, [minute]);
  return space;
}

const rebuiltWords = {
  wiped: { title: 'notice.rebuilt', detail: 'notice.rebuiltDetail' },
  outdated: { title: 'notice.outdated', detail: 'notice.outdatedDetail' },
  damaged: { title: 'notice.rebuilt', detail: 'notice.damagedDetail' },
} as const;

function useOpeningNotice(report: OpenReport): Notice | null {
  const t = useT();
  const wasUnclean = useSession((state) => state.info?.uncleanExit ?? false);
  const { formats } = useKit();
  const [restored] = useState(readRestored);
  useEffect(forgetRestored, []);
  const customers = report.counts['customer'] ?? 0;
  if (report.found === 'wiped' && restored !== null) {
    const content = t('safety.restore.restoredDetail', {
      when: formats.instant(restored.createdAt),
      customers,
      records: report.rebuiltRecords,
    });
    const detail = restored.isBeforeKept ? `${content} ${t('safety.restore.beforeKept')}` : content;
    return { id: 'restored', tone: 'good', title: t('safety.restore.restored'), detail, isLasting: false };
  }
  if (report.found === 'wiped' || report.found === 'outdated' || report.found === 'damaged') {
    const seconds = Math.max(0.1, Math.round(report.elapsedMs / 100) / 10);
    const numbers = { records: report.rebuiltRecords, customers, seconds };
    const { title, detail } = rebuiltWords[report.found];
    return { id: report.found, tone: 'good', title: t(title), detail: t(detail, numbers), isLasting: false };
  }
  if (report.damage && (report.found === 'equal' || report.found === 'behind')) {
    const detail = t('notice.tornDetail', { seq: report.damage.lastGoodSeq, kept: report.damage.keptBytes });
    return { id: 'torn', tone: 'info', title: t('notice.torn'), detail, isLasting: false };
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
