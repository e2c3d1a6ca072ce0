import { CalendarDays } from 'lucide-react';
import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { fromEpochDay, toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { lunarOf } from '#shared/calendar/lunar.ts';
import { lunarText } from '#shared/calendar/lunar-label.ts';
import { nextOccurrence, turnsOn } from '#shared/calendar/yearly.ts';
import { formatDay, formatWeekday } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import styles from './card.module.css';

const datesShown = 10;

/** The next ten times that a yearly day falls, in both calendars, since a lunar one moves through the solar year. */
export function NextDates({ label, date }: { label: string; date: YearlyDate }) {
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
        {nextDays(date, toEpochDay(today)).map((day) => {
          const text = fromEpochDay(day);
          const lunar = lunarOf(day);
          const turns = turnsOn(date, day);
          return (
            <li key={day}>
              {/* A year that is never today's, so that it is always said. */}
              <span>{formatDay(language, text, '0000-01-01')}</span>
              <span>{formatWeekday(language, text)}</span>
              <span>{lunar && t('facts.lunar', { date: lunarText(lunar, language) })}</span>
              <span>{turns !== undefined && t('facts.turns', { age: turns })}</span>
            </li>
          );
        })}
      </ol>
    </Popover>
  );
}

function nextDays(date: YearlyDate, from: EpochDay): EpochDay[] {
  const days: EpochDay[] = [];
  for (let day = nextOccurrence(date, from); day !== undefined && days.length < datesShown; ) {
    days.push(day);
    day = nextOccurrence(date, day + 1);
  }
  return days;
}
