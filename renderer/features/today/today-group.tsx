import type { TodayItem } from '../../engine/api.ts';
import { classNames } from '../../ui/theme/class-names.ts';
import { TodayRow } from './today-row.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.ts';

interface TodayGroupProps {
  title: string;
  hint: string;
  isUrgent: boolean;
  items: readonly TodayItem[];
  activeAt: number;
  loggedId: string | null;
  actions: TodayActions;
  onActivate: (offset: number) => void;
  onLog: (followUpId: string | null) => void;
}

export function TodayGroup({
  title,
  hint,
  isUrgent,
  items,
  activeAt,
  loggedId,
  actions,
  onActivate,
  onLog,
}: TodayGroupProps) {
  return (
    <section aria-label={title}>
      <h2 className={styles.group}>
        <span className={classNames(isUrgent && styles.urgent)}>
          {title} {items.length}
        </span>
        <span className={styles.hint}>{hint}</span>
      </h2>
      <ul className={styles.items}>
        {items.map((item, offset) => (
          <TodayRow
            key={item.followUp.id}
            item={item}
            isActive={offset === activeAt}
            isLogging={item.followUp.id === loggedId}
            actions={actions}
            onActivate={() => {
              onActivate(offset);
            }}
            onLog={onLog}
          />
        ))}
      </ul>
    </section>
  );
}
