import { CalendarDays } from 'lucide-react';
import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { lunarOf } from '#shared/calendar/lunar.ts';
import { lunarText } from '#shared/calendar/lunar-label.ts';
import { nextOccurrences, turnsOn } from '#shared/calendar/yearly.ts';
import { formatDay, formatWeekday } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import styles from '../card/card.module.css';

const datesShown = 10;

interface NextDatesProps {
  label: string;
  date: YearlyDate;
  /** A birthday counts the years of somebody, another day the years since. */
  counts?: 'age' | 'years';
}

/** The next ten times that a yearly day falls, in both calendars, since a lunar one moves through the solar year. */
export function NextDates({ label, date, counts = 'age' }: NextDatesProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const title = t('facts.nextTen', { field: label });
  return (
    <Popover
      label={title}
      placement="bottom end"
      trigger={<IconButton label={title} size="small" icon={<CalendarDays />} />}
    >
      <ol className={styles.nextDates}>
        {nextOccurrences(date, toEpochDay(today), datesShown).map((day) => {
          const text = fromEpochDay(day);
          const lunar = lunarOf(day);
          const turns = turnsOn(date, day);
          return (
            <li key={day}>
              {/* A year that is never today's, so that it is always said. */}
              <span>{formatDay(language, text, '0000-01-01')}</span>
              <span>{formatWeekday(language, text)}</span>
              <span>{lunar && t('facts.lunar', { date: lunarText(lunar, language) })}</span>
              <span>{turns !== undefined && t(counts === 'age' ? 'facts.turns' : 'dates.years', { age: turns })}</span>
            </li>
          );
        })}
      </ol>
    </Popover>
  );
}
