import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { listTimeline, type TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { CardAnswer, RowRange, TimelinePage } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import styles from './timeline.module.css';
import { useOlderTimeline } from '../card/card-questions.ts';
import { MonthChoice } from '../dialogs.ts';
import { seekHere, useSoughtEntry } from './sought-entry.ts';
import { TimelineMonths } from './timeline-months.tsx';

/** As many as a tall window shows; others follow when the end of these comes near. */
const firstRows = 14;
const atFirst: RowRange = { from: 0, to: firstRows };
/** Of an entry that stands further down only what is around it is shown. */
const mostAbove = 100;

/** Through fewer entries anybody scrolls sooner than choosing a month. */
const longTimeline = 60;

function rangeAround(at: number): RowRange {
  return { from: at < mostAbove ? 0 : at - firstRows / 2, to: at + firstRows };
}

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
  const engine = useEngine();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { dossier, hasOlder } = card;
  const { customerId } = dossier;
  const list = `${customerId} ${filter}`;
  const [unfolded, setUnfolded] = useState({ list, range: atFirst });
  const range = unfolded.list === list ? unfolded.range : atFirst;
  const entries = useMemo(() => listTimeline(dossier, filter), [dossier, filter]);
  const own = { entries: entries.slice(range.from, range.to), total: entries.length };
  const head = useRef<HTMLDivElement>(null);
  const onUnfold = (to: RowRange) => {
    setUnfolded({ list, range: to });
    // The buttons that led up here are gone at the top: the keyboard stays at the top, not nowhere.
    if (to.from === 0 && range.from > 0) head.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
  };

  const soughtId = useSoughtEntry((sought) => (sought.customerId === customerId ? sought.entryId : null));
  useEffect(() => {
    if (soughtId === null) return undefined;
    let isCurrent = true;
    const find = async () => {
      const place = await engine.placeInTimeline(customerId, soughtId);
      if (!isCurrent || !place) return;
      setFilter(place.filter);
      setUnfolded({ list: `${customerId} ${place.filter}`, range: rangeAround(place.at) });
    };
    find().catch(reportFailure);
    return () => {
      isCurrent = false;
    };
  }, [engine, customerId, soughtId]);

  return (
    <section className={styles.timeline} aria-label={t('timeline.title')}>
      <div ref={head} className={styles.head}>
        <FilterChoice value={filter} onChange={setFilter} />
      </div>
      {(hasOlder || own.total > longTimeline) && (
        <div className={styles.toMonth}>
          <MonthChoice
            id={customerId}
            filter={filter}
            onChoose={({ entryId, at }) => {
              setUnfolded({ list, range: rangeAround(at) });
              seekHere(entryId);
            }}
          />
        </div>
      )}
      {hasOlder ? (
        <OlderMonths
          key={list}
          list={list}
          asked={{ id: customerId, filter, ...range }}
          own={own}
          people={dossier.contact}
          onUnfold={onUnfold}
        />
      ) : (
        <TimelineMonths list={list} page={own} range={range} people={dossier.contact} onUnfold={onUnfold} />
      )}
    </section>
  );
}

interface OlderMonthsProps {
  list: string;
  asked: Parameters<typeof useOlderTimeline>[0];
  /** What the card brought along, shown until the engine has answered. */
  own: TimelinePage;
  people: readonly Contact[];
  onUnfold: (range: RowRange) => void;
}

/** Of a past that is too long to come along with the card. */
function OlderMonths({ list, asked, own, people, onUnfold }: OlderMonthsProps) {
  const { data: page } = useOlderTimeline(asked);
  // Further down the card may have brought others than those that stand there.
  const meanwhile = asked.from === 0 ? own : { entries: [], total: own.total };
  return <TimelineMonths list={list} page={page ?? meanwhile} range={asked} people={people} onUnfold={onUnfold} />;
}
