import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { nextOccurrence } from '#shared/calendar/yearly.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage } from '../../../platform/language.tsx';
import styles from './card.module.css';

/** When the day comes next, and the time after: a lunar birthday falls on another solar day each year. */
export function BirthdayDates({ date }: { date: YearlyDate }) {
  const language = useLanguage();
  const today = useToday();
  const first = nextOccurrence(date, toEpochDay(today));
  if (first === undefined) return null;
  const second = nextOccurrence(date, first + 1);
  const days = [first, ...(second === undefined ? [] : [second])].map((day) =>
    formatDay(language, fromEpochDay(day), today),
  );
  return <span className={styles.factDetail}>{days.join(' · ')}</span>;
}
