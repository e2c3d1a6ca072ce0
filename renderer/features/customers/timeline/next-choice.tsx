import { CalendarPlus } from 'lucide-react';
import { addDays, isoWeekday, toEpochDay } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDayAndWeekday, formatDue } from '#shared/i18n/format.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import styles from './composer.module.css';

interface NextChoiceProps {
  due: LocalDate | null;
  onChoose: (day: LocalDate | null) => void;
  /** A box for another day is wanted, which begins with this one. */
  onPick: (day: LocalDate) => void;
}

/** When to come back: one of a few days, another one, or none. */
export function NextChoice({ due, onChoose, onPick }: NextChoiceProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const pick = {
    id: 'pick',
    label: t('compose.pickDate'),
    onAction: () => {
      onPick(due ?? addDays(today, 1));
    },
  };
  const days = offeredDays(today, t).map(({ id, label, day }) => ({
    id,
    label,
    isChecked: due === day,
    ...(day ? { detail: formatDayAndWeekday(language, day, today) } : {}),
    onAction: () => {
      onChoose(day);
    },
  }));
  return (
    <Menu
      label={t('compose.next')}
      trigger={
        due ? (
          <ChipButton tone="action">{formatDue(language, due, today)}</ChipButton>
        ) : (
          <ChipButton aria-label={t('compose.noNext')} tip={`${t('compose.next')} · ${t('compose.noNext')}`}>
            <CalendarPlus aria-hidden="true" />
            <span className={styles.noNext}>{t('compose.noNext')}</span>
          </ChipButton>
        )
      }
      groups={[
        { id: 'dates', entries: days },
        { id: 'pick', entries: [pick] },
      ]}
    />
  );
}

function offeredDays(today: LocalDate, t: Translate): { id: string; label: string; day: LocalDate | null }[] {
  const inDays = (days: number) => {
    return { id: String(days), label: t('compose.inDays', { days }), day: addDays(today, days) };
  };
  const nextMonday = addDays(today, 8 - isoWeekday(toEpochDay(today)));
  const ofThisWeek = [inDays(3), { id: 'monday', label: t('compose.nextMonday'), day: nextMonday }, inDays(7)];
  return [
    { id: 'none', label: t('compose.noNext'), day: null },
    { ...inDays(1), label: t('compose.tomorrow') },
    ...ofThisWeek.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    inDays(14),
    inDays(30),
  ];
}
