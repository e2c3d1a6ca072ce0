import { useEffect, useRef, type CSSProperties } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDay, formatMonth, formatWeekday, formatWeekdayInitial } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { isComposing } from '../../ui/theme/keyboard.ts';
import styles from './calendar.module.css';
import { countItems } from './describe-item.ts';
import { selectDayMove, weeksOf } from './month.ts';

/** A Monday as good as any other. */
const monday = '2024-01-01';

interface AgendaMonthsProps {
  days: readonly CalendarDay[];
  day: LocalDate;
  onChange: (day: LocalDate) => void;
}

/** The months of the agenda in small: a line under each day, as long as the day is full. One tab stop, moved by the arrows. */
export function AgendaMonths({ days, day, onChange }: AgendaMonthsProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const chosen = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (isMoving.current) chosen.current?.focus();
    isMoving.current = false;
  }, [day]);
  const most = Math.max(1, ...days.map(countItems));
  const months = [...new Set(days.map((each) => each.day.slice(0, 7)))];

  return months.map((month) => (
    <section key={month} className={styles.smallMonth}>
      <h2 className={styles.smallTitle}>{formatMonth(language, `${month}-01`)}</h2>
      <div role="grid" aria-label={t('calendar.grid', { month: formatMonth(language, `${month}-01`) })}>
        <div role="row" className={styles.week}>
          {Array.from({ length: 7 }, (_, index) => (
            <div
              role="columnheader"
              key={index}
              className={styles.smallWeekday}
              aria-label={formatWeekday(language, addDays(monday, index))}
            >
              {formatWeekdayInitial(language, addDays(monday, index))}
            </div>
          ))}
        </div>
        {weeksOf(days.filter((each) => each.day.startsWith(month))).map((week) => (
          <div role="row" key={week.find((each) => each !== null)?.day} className={styles.week}>
            {week.map((each, at) =>
              each === null ? null : (
                <div
                  role="gridcell"
                  key={each.day}
                  aria-colindex={at + 1}
                  ref={each.day === day ? chosen : undefined}
                  tabIndex={each.day === day ? 0 : -1}
                  aria-selected={each.day === day}
                  aria-label={`${formatDay(language, each.day, today)} ${t('calendar.items', { count: countItems(each) })}`}
                  className={styles.smallDay}
                  data-today={each.day === today}
                  data-empty={each.items.length === 0}
                  style={{ '--load': countItems(each) / most, gridColumn: at + 1 } as CSSProperties}
                  onClick={() => {
                    onChange(each.day);
                  }}
                  onKeyDown={(event) => {
                    const target = isComposing(event) ? null : selectDayMove(event.key, day);
                    const [first, last] = [days[0], days.at(-1)];
                    if (target === null || !first || !last) return;
                    event.preventDefault();
                    isMoving.current = true;
                    onChange(target < first.day ? first.day : target > last.day ? last.day : target);
                  }}
                >
                  {Number(each.day.slice(8))}
                </div>
              ),
            )}
          </div>
        ))}
      </div>
    </section>
  ));
}
