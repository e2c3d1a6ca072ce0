import type { LocalDate } from '#shared/domain/record.ts';
import { useT } from '../../platform/language.tsx';
import styles from './calendar.module.css';
import { useDayFacts } from './day-facts.ts';

/** The number of the day, what the lunar calendar calls it, and whether it is a day off. */
export function DayHeading({ day }: { day: LocalDate }) {
  const t = useT();
  const { lunarShort, term, holiday, mark } = useDayFacts()(day);
  return (
    <div className={styles.dayHead}>
      <span className={styles.dayNumber}>{Number(day.slice(8))}</span>
      <span className={styles.lunar} data-holiday={mark === 'off'}>
        {mark === 'off' ? holiday : term || lunarShort}
      </span>
      {mark && (
        <span className={styles.badge} data-off={mark === 'off'}>
          {t(`calendar.${mark}`)}
        </span>
      )}
    </div>
  );
}
