import { useState } from 'react';
import type { TodayItem } from '../../engine/api.ts';
import { NearView } from '../../ui/layout/near-view.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import { TodayRow } from './today-row.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.ts';

/** More than a usual window shows and looks ahead to. A long list is drawn as far as it is scrolled, so that the first screen is there at once. */
const firstRows = 20;
/** Of a group that stands below the window. */
const leastRows = 2;
const rowsMore = 12;

interface TodayGroupProps {
  title: string;
  hint: string;
  isUrgent: boolean;
  items: readonly TodayItem[];
  /** In the groups above. */
  rowsBefore: number;
  activeAt: number;
  loggedId: string | null;
  snoozedId: string | null;
  actions: TodayActions;
  onActivate: (offset: number) => void;
  onLog: (followUpId: string | null) => void;
  onSnooze: (followUpId: string | null) => void;
}

export function TodayGroup({
  title,
  hint,
  isUrgent,
  items,
  rowsBefore,
  activeAt,
  loggedId,
  snoozedId,
  actions,
  onActivate,
  onLog,
  onSnooze,
}: TodayGroupProps) {
  const [rows, setRows] = useState(Math.max(leastRows, firstRows - rowsBefore));
  // The keyboard may go further than anybody scrolled.
  const shown = activeAt < items.length ? Math.max(rows, activeAt + firstRows) : rows;
  return (
    <section aria-label={title}>
      <h2 className={styles.group}>
        <span className={classNames(isUrgent && styles.urgent)}>
          {title} {items.length}
        </span>
        <span className={styles.hint}>{hint}</span>
      </h2>
      <ul className={styles.items}>
        {items.slice(0, shown).map((item, offset) => (
          <TodayRow
            key={item.followUp.id}
            item={item}
            isActive={offset === activeAt}
            isLogging={item.followUp.id === loggedId}
            isSnoozing={item.followUp.id === snoozedId}
            actions={actions}
            onActivate={() => {
              onActivate(offset);
            }}
            onLog={onLog}
            onSnooze={onSnooze}
          />
        ))}
      </ul>
      {items.length > shown && (
        <NearView
          key={shown}
          onNear={() => {
            setRows(shown + rowsMore);
          }}
        />
      )}
    </section>
  );
}
