import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { nextOccurrences } from '#shared/calendar/yearly.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage } from '../../../platform/language.tsx';
import styles from './dates.module.css';

/** When the day comes next; of a lunar one also the time after, since it falls on another solar day each year. */
export function BirthdayDates({ date }: { date: YearlyDate }) {
  const language = useLanguage();
  const today = useToday();
  const days = nextOccurrences(date, toEpochDay(today), date.calendar === 'lunar' ? 2 : 1).map((day) =>
    formatDay(language, fromEpochDay(day), today),
  );
  // A space instead of a margin: it stays behind when the days go on a line of their own.
  return (
    <>
      {'\u2002'}
      {days.map((day, at) => (
        <span key={day} className={styles.coming}>
          {at < days.length - 1 ? `${day} · ` : day}
        </span>
      ))}
    </>
  );
}
