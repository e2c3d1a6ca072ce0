import { useDeferredValue, useMemo, useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatMonth } from '#shared/i18n/format.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import styles from './card.module.css';
import { groupByMonth, listTimeline, type TimelineFilter } from './timeline-entries.ts';
import { TimelineItem } from './timeline-item.tsx';

const pageSize = 60;
/** As many as a tall window shows; the others follow when these are painted. */
const firstRows = 14;
const filters = [
  ['all', 'timeline.all'],
  ['contact', 'timeline.contacts'],
  ['order', 'timeline.orders'],
  ['follow-up', 'timeline.followUps'],
  ['class', 'timeline.classes'],
] as const;

/** One list of everything that happened, by month, newest first. */
export function Timeline({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { customerId } = dossier;
  const [unfolded, setUnfolded] = useState({ of: customerId, rows: pageSize });
  const paintedId = useDeferredValue<string>(customerId, '');
  const shown = unfolded.of === customerId ? unfolded.rows : pageSize;
  const setShown = (rows: number) => {
    setUnfolded({ of: customerId, rows });
  };
  const entries = useMemo(() => listTimeline(dossier, filter), [dossier, filter]);
  const months = groupByMonth(entries.slice(0, paintedId === customerId ? shown : firstRows));

  return (
    <section className={styles.timeline} aria-label={t('timeline.title')}>
      <div className={styles.timelineHead}>
        <SegmentedControl
          label={t('timeline.title')}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setShown(pageSize);
          }}
          segments={filters.map(([id, key]) => ({ id, label: t(key) }))}
        />
      </div>
      {entries.length === 0 && <p className={styles.quiet}>{t('timeline.empty')}</p>}
      {months.map(({ month, entries: ofMonth }) => (
        <div key={month}>
          <h3 className={styles.month}>{formatMonth(language, `${month}-01`)}</h3>
          <ol className={styles.entries}>
            {ofMonth.map((entry) => (
              <TimelineItem key={entry.id} entry={entry} />
            ))}
          </ol>
        </div>
      ))}
      {entries.length > shown && (
        <Button
          kind="quiet"
          onPress={() => {
            setShown(shown + pageSize * 4);
          }}
        >
          {t('timeline.more', { count: Math.min(pageSize * 4, entries.length - shown) })}
        </Button>
      )}
    </section>
  );
}
