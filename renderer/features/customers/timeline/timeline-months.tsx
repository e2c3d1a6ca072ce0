import type { Contact } from '#shared/domain/contact/contact.ts';
import { monthOf } from '#shared/domain/timeline/timeline-months.ts';
import { formatMonth } from '#shared/i18n/format.ts';
import type { RowRange, TimelinePage } from '../../../engine/api.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { NearView } from '../../../ui/layout/near-view.tsx';
import { useEntryKeys } from './entry-keys.ts';
import { moreRows, newerRange, olderRange } from './shown-range.ts';
import styles from './timeline.module.css';
import { TimelineItem } from './timeline-item.tsx';

/** Of more entries than a window shows, those out of view are left out when the page is laid out. */
const manyRows = 30;

interface TimelineMonthsProps {
  /** Names whose entries these are, and which kind of them. */
  list: string;
  page: TimelinePage;
  /** These were asked for. */
  range: RowRange;
  /** With whom somebody spoke. */
  people: readonly Contact[];
  onUnfold: (range: RowRange) => void;
}

/** Entries under the months in which they happened; more of them come when the end of these is scrolled near. */
export function TimelineMonths({ list, page: { entries, total }, range, people, onUnfold }: TimelineMonthsProps) {
  const t = useT();
  const language = useLanguage();
  const keys = useEntryKeys(list, entries);
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
      <ol className={styles.entries} data-long={entries.length > manyRows || undefined}>
        {entries.map((entry, at) => {
          const month = monthOf(entry.at);
          const before = entries[at - 1];
          return (
            <TimelineItem
              key={keys[at]}
              entry={entry}
              month={before && monthOf(before.at) === month ? null : formatMonth(language, `${month}-01`)}
              people={people}
            />
          );
        })}
      </ol>
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
