import type { Contact } from '#shared/domain/contact/contact.ts';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { monthOf } from '#shared/domain/timeline/timeline-months.ts';
import { formatMonth } from '#shared/i18n/format.ts';
import type { RowRange, TimelinePage } from '../../../engine/api.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { NearView } from '../../../ui/layout/near-view.tsx';
import { moreRows, newerRange, olderRange } from './shown-range.ts';
import styles from './timeline.module.css';
import { TimelineItem } from './timeline-item.tsx';

interface TimelineMonthsProps {
  page: TimelinePage;
  /** These were asked for. */
  range: RowRange;
  /** With whom somebody spoke. */
  people: readonly Contact[];
  onUnfold: (range: RowRange) => void;
}

/** Entries under the months in which they happened; more of them come when the end of these is scrolled near. */
export function TimelineMonths({ page: { entries, total }, range, people, onUnfold }: TimelineMonthsProps) {
  const t = useT();
  const language = useLanguage();
  const { from, to } = range;
  const showMore = () => {
    onUnfold(olderRange(range));
  };
  if (total === 0) return <p className={styles.quiet}>{t('timeline.empty')}</p>;
  return (
    <>
      {from > 0 && (
        <div>
          <Button
            kind="quiet"
            onPress={() => {
              onUnfold(newerRange(range));
            }}
          >
            {t('timeline.newer', { count: Math.min(moreRows, from) })}
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              onUnfold({ from: 0, to: moreRows });
            }}
          >
            {t('timeline.newest')}
          </Button>
        </div>
      )}
      {groupByMonth(entries).map(({ month, entries: ofMonth }) => (
        <div key={month}>
          <h3 className={styles.month}>{formatMonth(language, `${month}-01`)}</h3>
          <ol className={styles.entries}>
            {ofMonth.map((entry) => (
              <TimelineItem key={entry.id} entry={entry} people={people} />
            ))}
          </ol>
        </div>
      ))}
      {total > to && (
        <NearView onNear={showMore}>
          <Button kind="quiet" onPress={showMore}>
            {t('timeline.more', { count: Math.min(moreRows, total - to) })}
          </Button>
        </NearView>
      )}
    </>
  );
}

/** Consecutive entries of one month. */
function groupByMonth(entries: readonly TimelineEntry[]): { month: string; entries: TimelineEntry[] }[] {
  const months: { month: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const month = monthOf(entry.at);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
