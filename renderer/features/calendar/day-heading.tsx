import type { CalendarDay } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import styles from './calendar.module.css';

/** The number of the day, what the lunar calendar calls it, and whether it is a day off. */
export function DayHeading({ day }: { day: CalendarDay }) {
  const t = useT();
  const { holiday } = day;
  return (
    <div className={styles.dayHead}>
      <span className={styles.dayNumber}>{Number(day.day.slice(8))}</span>
      <span className={styles.lunar} data-holiday={holiday?.off === true}>
        {holiday?.off === true ? holiday.name : (day.solarTerm ?? day.lunar)}
      </span>
      {holiday && (
        <span className={styles.badge} data-off={holiday.off}>
          {t(holiday.off ? 'calendar.off' : 'calendar.makeup')}
        </span>
      )}
    </div>
  );
}
