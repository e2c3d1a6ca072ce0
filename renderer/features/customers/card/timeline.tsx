import { memo, useMemo, useState } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { listTimeline, type TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { CardAnswer, TimelinePage } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import styles from './timeline.module.css';
import { useOlderTimeline } from './card-questions.ts';
import { TimelineMonths } from './timeline-months.tsx';

/** As many as a tall window shows; others follow when the end of these comes near. */
const firstRows = 14;
const filters = [
  ['all', 'timeline.all'],
  ['contact', 'timeline.contacts'],
  ['order', 'timeline.orders'],
  ['follow-up', 'timeline.followUps'],
  ['class', 'timeline.classes'],
  ['file', 'timeline.files'],
] as const;

interface FilterChoiceProps {
  value: TimelineFilter;
  onChange: (filter: TimelineFilter) => void;
}

/** The same on every card, so that turning the page leaves it alone. */
const FilterChoice = memo(function FilterChoice({ value, onChange }: FilterChoiceProps) {
  const t = useT();
  return (
    <SegmentedControl
      isLoose
      label={t('timeline.title')}
      value={value}
      onChange={onChange}
      segments={filters.map(([id, key]) => ({ id, label: t(key) }))}
    />
  );
});

/** One list of everything that happened, by month, newest first. */
export function Timeline({ card }: { card: CardAnswer }) {
  const t = useT();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { dossier, hasOlder } = card;
  const { customerId } = dossier;
  const list = `${customerId} ${filter}`;
  const [unfolded, setUnfolded] = useState({ list, rows: firstRows });
  const rows = unfolded.list === list ? unfolded.rows : firstRows;
  const entries = useMemo(() => listTimeline(dossier, filter), [dossier, filter]);
  const own = { entries: entries.slice(0, rows), total: entries.length };
  const onMore = (count: number) => {
    setUnfolded({ list, rows: rows + count });
  };

  return (
    <section className={styles.timeline} aria-label={t('timeline.title')}>
      <div className={styles.head}>
        <FilterChoice value={filter} onChange={setFilter} />
      </div>
      {hasOlder ? (
        <OlderMonths
          key={list}
          asked={{ id: customerId, filter, rows }}
          own={own}
          people={dossier.contact}
          onMore={onMore}
        />
      ) : (
        <TimelineMonths page={own} rows={rows} people={dossier.contact} onMore={onMore} />
      )}
    </section>
  );
}

interface OlderMonthsProps {
  asked: Parameters<typeof useOlderTimeline>[0];
  /** What the card brought along, shown until the engine has answered. */
  own: TimelinePage;
  people: readonly Contact[];
  onMore: (count: number) => void;
}

/** Of a past that is too long to come along with the card. */
function OlderMonths({ asked, own, people, onMore }: OlderMonthsProps) {
  const { data: page } = useOlderTimeline(asked);
  return <TimelineMonths page={page ?? own} rows={asked.rows} people={people} onMore={onMore} />;
}
