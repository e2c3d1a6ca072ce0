import { useDeferredValue, useMemo, useState } from 'react';
import { listTimeline, type TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { CardAnswer, TimelinePage } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import styles from './card.module.css';
import { useOlderTimeline } from './card-questions.ts';
import { TimelineMonths } from './timeline-months.tsx';

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
export function Timeline({ card }: { card: CardAnswer }) {
  const t = useT();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { dossier, hasOlder } = card;
  const { customerId } = dossier;
  const [unfolded, setUnfolded] = useState({ of: customerId, rows: pageSize });
  const paintedId = useDeferredValue<string>(customerId, '');
  const rows = unfolded.of === customerId ? unfolded.rows : pageSize;
  const entries = useMemo(() => listTimeline(dossier, filter), [dossier, filter]);
  const own = { entries: entries.slice(0, paintedId === customerId ? rows : firstRows), total: entries.length };
  const onMore = (count: number) => {
    setUnfolded({ of: customerId, rows: rows + count });
  };

  return (
    <section className={styles.timeline} aria-label={t('timeline.title')}>
      <div className={styles.timelineHead}>
        <SegmentedControl
          label={t('timeline.title')}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setUnfolded({ of: customerId, rows: pageSize });
          }}
          segments={filters.map(([id, key]) => ({ id, label: t(key) }))}
        />
      </div>
      {hasOlder ? (
        <OlderMonths
          key={`${customerId}:${filter}`}
          asked={{ id: customerId, filter, rows }}
          own={own}
          onMore={onMore}
        />
      ) : (
        <TimelineMonths page={own} rows={rows} onMore={onMore} />
      )}
    </section>
  );
}

interface OlderMonthsProps {
  asked: Parameters<typeof useOlderTimeline>[0];
  /** What the card brought along, shown until the engine has answered. */
  own: TimelinePage;
  onMore: (count: number) => void;
}

/** Of a past that is too long to come along with the card. */
function OlderMonths({ asked, own, onMore }: OlderMonthsProps) {
  const { data: page } = useOlderTimeline(asked);
  return <TimelineMonths page={page ?? own} rows={asked.rows} onMore={onMore} />;
}
