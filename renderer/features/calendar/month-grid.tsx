import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDay, formatMonth, formatWeekday } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts';
import { HiddenText } from '../../ui/text/hidden-text.tsx';
import { isComposing } from '../../ui/theme/keyboard.ts';
import styles from './calendar.module.css';
import { useDayFacts } from './day-facts.ts';
import { DayHeading } from './day-heading.tsx';
import { countItems, itemKey } from './describe-item.ts';
import { ItemChip } from './item-chip.tsx';
import { selectDayMove } from './month.ts';
import { draggedType, useMoveFollowUp } from './use-move-follow-up.ts';

/** Heights of the stylesheet in rem: what a day needs for its number, and for each entry. */
const headRem = 1.5;
const itemRem = 1.1875;
/** What mostly stands above and below the month in the window. */
const aroundRem = 6.875;

interface MonthGridProps {
  /** 42 days. */
  days: readonly CalendarDay[];
  day: LocalDate;
  onChange: (day: LocalDate) => void;
  /** A key moved the day and the focus is to follow, also when another month brings the grid anew. */
  wantsFocus: boolean;
  onWantFocus: (wants: boolean) => void;
}

/** How many entries a day has room for in a month of this height; at least one. */
function roomForItems(heightPx: (rem: number) => number): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const weekRem = (heightPx(rem) / rem - 1.75) / 6;
  return Math.max(1, Math.floor((weekRem - headRem) / itemRem));
}

function useRoomForItems(): [RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null);
  // A month that stands ready without being shown has no height yet: it is drawn with what it will most likely have.
  const [count, setCount] = useState(() => roomForItems((rem) => window.innerHeight - aroundRem * rem));
  // Before it is seen, so that no other month is seen first.
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = (): void => {
      setCount(roomForItems(() => element.clientHeight));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [frame, count];
}

/** Six weeks from Monday. One tab stop; arrows move the day; follow-ups can be dragged to another one. */
export function MonthGrid({ days, day, onChange, wantsFocus, onWantFocus }: MonthGridProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const moveFollowUp = useMoveFollowUp();
  const factsOf = useDayFacts();
  const chosen = useRef<HTMLDivElement>(null);
  const monday = days[0]?.day ?? day;
  const [frame, shownItems] = useRoomForItems();

  const nameDay = (cell: CalendarDay): string => {
    const { lunar, term, holiday, mark } = factsOf(cell.day);
    const marked = mark ? t(`calendar.${mark}`) : '';
    const items = t('calendar.items', { count: countItems(cell) });
    return [formatDay(language, cell.day, today), lunar, term, holiday, marked, items].filter(Boolean).join(' ');
  };

  useShortcuts(t('calendar.title'), [
    { keys: 'Right', label: t('shortcuts.nextDay'), run: null },
    { keys: 'Down', label: t('shortcuts.nextWeek'), run: null },
    { keys: 'PageDown', label: t('calendar.next'), run: null },
    {
      keys: 'T',
      label: t('calendar.today'),
      run: () => {
        onWantFocus(true);
        onChange(today);
      },
    },
  ]);
  useEffect(() => {
    // The days of another month come a moment later than the choice.
    if (!wantsFocus || !chosen.current) return;
    chosen.current.focus();
    onWantFocus(false);
  }, [day, days, wantsFocus, onWantFocus]);

  return (
    <div
      ref={frame}
      role="grid"
      className={styles.month}
      aria-label={t('calendar.grid', { month: formatMonth(language, day) })}
    >
      <div role="row" className={styles.week}>
        {Array.from({ length: 7 }, (_, index) => (
          <div role="columnheader" key={index} className={styles.weekday} data-weekend={index > 4}>
            {formatWeekday(language, addDays(monday, index))}
          </div>
        ))}
      </div>
      {Array.from({ length: 6 }, (_, week) => (
        <div role="row" key={days[week * 7]?.day ?? week} className={styles.week}>
          {days.slice(week * 7, week * 7 + 7).map((cell) => (
            <div
              role="gridcell"
              key={cell.day}
              ref={cell.day === day ? chosen : undefined}
              tabIndex={cell.day === day ? 0 : -1}
              aria-selected={cell.day === day}
              className={styles.cell}
              data-other={cell.day.slice(0, 7) !== day.slice(0, 7)}
              data-today={cell.day === today}
              onClick={() => {
                onChange(cell.day);
              }}
              onKeyDown={(event) => {
                if (isComposing(event)) return;
                const target = event.key.toLowerCase() === 't' ? today : selectDayMove(event.key, day);
                if (target === null) return;
                event.preventDefault();
                onWantFocus(true);
                onChange(target);
              }}
              onDragOver={(event) => {
                if (event.dataTransfer.types.includes(draggedType)) event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                moveFollowUp.drop(event.dataTransfer.getData(draggedType), cell.day);
              }}
            >
              <HiddenText>{nameDay(cell)}</HiddenText>
              <div aria-hidden="true">
                <DayHeading day={cell.day} />
              </div>
              {cell.items.slice(0, cell.items.length > shownItems ? shownItems - 1 : shownItems).map((item) => (
                <ItemChip key={itemKey(item)} item={item} />
              ))}
              {cell.items.length > shownItems && (
                <span className={styles.moreItems}>
                  {t('calendar.moreItems', { count: countItems(cell) - shownItems + 1 })}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
