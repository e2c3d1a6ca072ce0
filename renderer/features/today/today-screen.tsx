import { Phone } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { lunarLabel } from '#shared/calendar/lunar-label.ts';
import { toEpochDay } from '#shared/calendar/day.ts';
import { formatDayAndWeekday } from '#shared/i18n/format.ts';
import { PutOffReasons, type PutOff } from '../../display/put-off-reasons.tsx';
import type { LocalDate } from '#shared/domain/record.ts';
import type { TodayItem, TodayView } from '../../engine/api.ts';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { workCalendar } from '../../platform/work-calendar.ts';
import { navigate, useArrival } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { BesideColumn } from '../../ui/layout/side-column.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts';
import { EmptyToday } from './empty-today.tsx';
import { NeglectedList } from './neglected-list.tsx';
import { TodayGroup } from './today-group.tsx';
import { TodaySide } from './today-side.tsx';
import styles from './today.module.css';
import { useTodayActions } from './use-today-actions.ts';

const groups = [
  ['promises', 'today.promises', 'today.promisesHint'],
  ['due', 'today.due', 'today.dueHint'],
  ['missed', 'today.missed', 'today.missedHint'],
] as const;

function todayQuestion(today: LocalDate): Question<TodayView> {
  return { key: `today:${today}`, ask: (engine) => engine.today() };
}

/** What this screen asks first. */
export const todayQuestions = (today: LocalDate): Question[] => [todayQuestion(today)];

/** Who to contact, why now, and what was missed; finishing one brings the next. */
export function TodayScreen() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  /** What was just put off: why can be said with one more key. */
  const [putOff, setPutOff] = useState<PutOff | null>(null);
  const closePutOff = useCallback(() => {
    setPutOff(null);
  }, []);
  const actions = useTodayActions(setPutOff);
  const { key, ask } = todayQuestion(today);
  const { data: view } = useEngineQuery(key, ask);
  const [active, setActive] = useState(0);
  const [loggedId, setLoggedId] = useState<string | null>(null);
  const [snoozedId, setSnoozedId] = useState<string | null>(null);
  // The palette asked to log a contact: the first item opens its line as soon as the list is here.
  const [wantsLog, setWantsLog] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  const { data: overview } = useEngineQuery('overview', (engine) => engine.overview());
  const isArchiveEmpty = overview?.customers === 0;

  const items: TodayItem[] = view ? groups.flatMap(([key]) => view[key]) : [];
  const at = Math.min(active, items.length - 1);
  const current = items[at];

  useArrival('today', ({ intent }) => {
    setWantsLog(intent === 'log');
  });
  const logged = wantsLog && loggedId === null ? (items[0]?.followUp.id ?? null) : loggedId;

  const seen = useRef(0);
  /** Then the keyboard goes along: Enter opens the row that is shown, wherever the keyboard was before. */
  const isMovedByKey = useRef(false);
  useEffect(() => {
    // Not when the screen is only shown again: that would lay it out once more.
    if (seen.current === at) return;
    seen.current = at;
    const row = list.current?.querySelector('[data-active="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (isMovedByKey.current) row?.querySelector<HTMLElement>('[data-opens]')?.focus({ preventScroll: true });
    isMovedByKey.current = false;
  }, [at]);

  const moveTo = (to: number) => {
    isMovedByKey.current = to !== at;
    setActive(to);
  };
  const next = () => {
    moveTo(Math.min(items.length - 1, at + 1));
  };
  const previous = () => {
    moveTo(Math.max(0, at - 1));
  };
  const log = () => {
    if (current) setLoggedId(current.followUp.id);
  };
  useShortcuts(
    t('today.title'),
    [
      { keys: 'J', label: t('shortcuts.next'), run: next },
      { keys: 'K', label: t('shortcuts.previous'), run: previous },
      { keys: 'Down', label: t('shortcuts.next'), isUnlisted: true, run: next },
      { keys: 'Up', label: t('shortcuts.previous'), isUnlisted: true, run: previous },
      { keys: 'L', label: t('today.log'), run: log },
      { keys: 'D', label: t('today.done'), run: () => void (current && actions.complete(current)) },
      { keys: 'S', label: t('today.snooze'), run: () => void (current && actions.snooze(current, 1)) },
      {
        keys: 'Shift+S',
        label: t('today.snoozeTo'),
        run: () => {
          if (current) setSnoozedId(current.followUp.id);
        },
      },
      {
        keys: 'Enter',
        label: t('shortcuts.openCard'),
        run: () => {
          // Whoever comes back finds the keyboard there.
          list.current?.querySelector<HTMLElement>('[data-active="true"] [data-opens]')?.focus();
          if (current) navigate({ screen: 'customers', customerId: current.customer.id });
        },
      },
    ],
    items.length > 0,
  );

  const holiday = workCalendar.holidayOf(toEpochDay(today));
  const heading = [
    formatDayAndWeekday(language, today, today),
    t('time.lunar', { date: lunarLabel(toEpochDay(today), language) }),
    holiday ? t(holiday.off ? 'today.dayOff' : 'today.workday') : '',
  ].filter(Boolean);

  let index = 0;
  return (
    <Screen
      title={t('today.title')}
      aside={heading.join(' · ')}
      actions={
        <Button kind="primary" keys="L" icon={<Phone />} isDisabled={!current} onPress={log}>
          {t('today.log')}
        </Button>
      }
    >
      <BesideColumn column={view && <TodaySide view={view} />}>
        <div className={styles.queue} ref={list}>
          {view && items.length === 0 && <EmptyToday view={view} isArchiveEmpty={isArchiveEmpty} />}
          {view &&
            groups.map(([key, title, hint]) => {
              const first = index;
              index += view[key].length;
              return (
                view[key].length > 0 && (
                  <TodayGroup
                    key={key}
                    title={t(title)}
                    hint={t(hint)}
                    isUrgent={key === 'promises'}
                    items={view[key]}
                    rowsBefore={first}
                    activeAt={at - first}
                    loggedId={logged}
                    snoozedId={snoozedId}
                    onSnooze={setSnoozedId}
                    actions={actions}
                    onActivate={(offset) => {
                      setActive(first + offset);
                    }}
                    onLog={(id) => {
                      setWantsLog(false);
                      setLoggedId(id);
                    }}
                  />
                )
              );
            })}
          {view && items.length === 0 && view.neglected.length > 0 && (
            <NeglectedList customers={view.neglected} onPlan={actions.plan} />
          )}
          {items.length > 0 && <p className={styles.hints}>{t('today.hints')}</p>}
          {putOff && (
            <div className={styles.putOff}>
              <PutOffReasons putOff={putOff} onClose={closePutOff} />
            </div>
          )}
        </div>
      </BesideColumn>
    </Screen>
  );
}
