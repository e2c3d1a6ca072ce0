import { useEffect, useState } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { appError } from '#shared/errors/app-error.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useMinute } from '../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { forgetRestored, readRestored, type Restored } from '../../state/restored.ts';
import { useSession } from '../../state/session.ts';
import { refreshSpace, useSpace, type Space } from '../../state/space.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner, type BannerTone } from '../../ui/feedback/banner.tsx';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import { decideNotices, type NoticeId } from './decide-notices.ts';
import styles from './notices.module.css';

/** How each is told. What lasts leads to the Safety screen; the others can be put away. */
const manners: Readonly<Record<NoticeId, { tone: BannerTone; isLasting: boolean }>> = {
  ahead: { tone: 'seal', isLasting: true },
  'read-only': { tone: 'seal', isLasting: true },
  full: { tone: 'seal', isLasting: true },
  repaired: { tone: 'good', isLasting: false },
  low: { tone: 'warn', isLasting: false },
  restored: { tone: 'good', isLasting: false },
  wiped: { tone: 'good', isLasting: false },
  outdated: { tone: 'good', isLasting: false },
  damaged: { tone: 'good', isLasting: false },
  torn: { tone: 'info', isLasting: false },
  behind: { tone: 'good', isLasting: false },
  unclean: { tone: 'info', isLasting: false },
};

/** What was found when the archive was opened, told with numbers; what came to light since; and that nothing can be written, if so. */
export function Notices({ report }: { report: OpenReport }) {
  const t = useT();
  const say = useNoticeWords(report);
  const { readOnlyReason, repairedCustomers, info } = useSession();
  const { state: space } = useWatchedSpace();
  const [restored] = useState(readRestored);
  useEffect(forgetRestored, []);
  const [dismissed, setDismissed] = useState<readonly NoticeId[]>([]);
  const id = decideNotices({
    report,
    isReadOnly: readOnlyReason !== null,
    space,
    repairedCustomers,
    wasRestored: restored !== null,
    wasUnclean: info?.uncleanExit ?? false,
  }).find((each) => !dismissed.includes(each));
  if (id === undefined) return null;
  const { tone, isLasting } = manners[id];
  const { title, detail } = say(id, restored);
  return (
    <div className={styles.notice}>
      <Banner
        tone={tone}
        title={title}
        isAlert
        {...(isLasting
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
                setDismissed([...dismissed, id]);
              },
            })}
      >
        {detail}
      </Banner>
    </div>
  );
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

interface NoticeWords {
  title: string;
  detail: string;
}

/** Says a notice, with the numbers of the archive that was opened. */
function useNoticeWords(report: OpenReport): (id: NoticeId, restored: Restored | null) => NoticeWords {
  const t = useT();
  const language = useLanguage();
  const describe = useDescribeError();
  const { readOnlyReason, storageTrouble, repairedCustomers } = useSession();
  const space = useSpace();
  const { formats } = useKit();
  const customers = report.counts['customer'] ?? 0;
  const records = report.rebuiltRecords;
  const free = formatBytes(language, space.freeBytes ?? 0);
  const rebuilt = { records, customers, seconds: Math.max(0.1, Math.round(report.elapsedMs / 100) / 10) };
  return (id, restored) => {
    switch (id) {
      case 'ahead':
        return { title: t('notice.ahead'), detail: t('notice.aheadDetail') };
      case 'read-only': {
        const error =
          readOnlyReason === null || readOnlyReason === 'storage-failed'
            ? appError('archive/storage-failed', { reason: storageTrouble ?? 'unknown' })
            : appError('archive/read-only', { reason: readOnlyReason });
        return { title: t('notice.readOnly'), detail: describe(error) };
      }
      case 'full':
        return { title: t('notice.diskFull'), detail: t('notice.diskFullDetail', { free }) };
      case 'low':
        return { title: t('notice.diskLow'), detail: t('notice.diskLowDetail', { free }) };
      case 'repaired':
        return { title: t('notice.repaired'), detail: t('notice.repairedDetail', { customers: repairedCustomers }) };
      case 'restored': {
        const when = formats.instant(restored?.createdAt ?? '');
        const content = t('safety.restore.restoredDetail', { when, customers, records });
        const detail = restored?.isBeforeKept ? `${content} ${t('safety.restore.beforeKept')}` : content;
        return { title: t('safety.restore.restored'), detail };
      }
      case 'wiped':
        return { title: t('notice.rebuilt'), detail: t('notice.rebuiltDetail', rebuilt) };
      case 'outdated':
        return { title: t('notice.outdated'), detail: t('notice.outdatedDetail', rebuilt) };
      case 'damaged':
        return { title: t('notice.rebuilt'), detail: t('notice.damagedDetail', rebuilt) };
      case 'torn': {
        const { lastGoodSeq: seq = 0, keptBytes: kept = 0 } = report.damage ?? {};
        return { title: t('notice.torn'), detail: t('notice.tornDetail', { seq, kept }) };
      }
      case 'behind':
        return {
          title: t('notice.replayed'),
          detail: t('notice.replayedDetail', { count: report.replayedChangeSets }),
        };
      case 'unclean':
        return { title: t('notice.unclean'), detail: t('notice.uncleanDetail', { customers }) };
    }
  };
}
